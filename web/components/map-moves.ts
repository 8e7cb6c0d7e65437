/** Moving a map: drag, pinch, wheel, keys. Keeps the view in state; everything is given in pixels of the element. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import type { View } from './map-view.ts'

const CLOSEST = 0.12 // metres per pixel: a door fills the thumb
const STEP_PX = 60
const TAP_PX = 6

type Moves = {
  view: View
  size: { width: number; height: number }
  setView: (view: View) => void
  zoom: (by: number) => void
  handlers: {
    onPointerDown: (event: PointerEvent) => void
    onPointerMove: (event: PointerEvent) => void
    onPointerUp: (event: PointerEvent) => void
    onPointerCancel: (event: PointerEvent) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
}

/** `fit` gives the first view for a size, and the farthest one may zoom out is twice that. `onTap` gets pixels. */
export function useMapMoves(
  element: RefObject<HTMLElement | null>,
  fit: (width: number, height: number) => View,
  still: boolean,
  onTap: (x: number, y: number) => void,
): Moves {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [moved, setMoved] = useState<View>()
  const fingers = useRef(new Map<number, { x: number; y: number }>())
  const travelled = useRef(0)
  const first = fit(size.width || 1, size.height || 1)
  const view = moved ?? first

  const clamp = (scale: number) => Math.min(Math.max(scale, CLOSEST), first.scale * 2)
  /** Zooms so that what is under (px, py) stays there. */
  const zoomAt = (by: number, px: number, py: number) =>
    setMoved((now = first) => {
      const scale = clamp(now.scale / by)
      const [dx, dy] = [px - size.width / 2, py - size.height / 2]
      return { x: now.x + dx * (now.scale - scale), y: now.y + dy * (now.scale - scale), scale }
    })
  const pan = (dx: number, dy: number) =>
    setMoved((now = first) => ({ ...now, x: now.x - dx * now.scale, y: now.y - dy * now.scale }))

  useEffect(() => {
    const box = element.current
    if (!box) return
    const watch = new ResizeObserver(
      ([entry]) => entry && setSize({ width: entry.contentRect.width, height: entry.contentRect.height }),
    )
    watch.observe(box)
    return () => watch.disconnect()
  }, [element])

  useEffect(() => {
    const box = element.current
    if (!box || still) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = box.getBoundingClientRect()
      zoomAt(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top)
    }
    box.addEventListener('wheel', onWheel, { passive: false }) // React's own wheel listener could not keep the page still
    return () => box.removeEventListener('wheel', onWheel)
  })

  const at = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const handlers: Moves['handlers'] = {
    onPointerDown(event) {
      if (still) return
      fingers.current.set(event.pointerId, at(event))
      if (fingers.current.size === 1) travelled.current = 0
    },
    onPointerMove(event) {
      const before = fingers.current.get(event.pointerId)
      if (!before) return
      const now = at(event)
      travelled.current += Math.hypot(now.x - before.x, now.y - before.y)
      if (travelled.current > TAP_PX && !event.currentTarget.hasPointerCapture(event.pointerId))
        event.currentTarget.setPointerCapture(event.pointerId)
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
      if (other) {
        const by = Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y)
        zoomAt(by, other.x, other.y)
      } else pan(now.x - before.x, now.y - before.y)
      fingers.current.set(event.pointerId, now)
    },
    onPointerUp(event) {
      const down = fingers.current.delete(event.pointerId)
      if (down && fingers.current.size === 0 && travelled.current <= TAP_PX) onTap(at(event).x, at(event).y)
    },
    onPointerCancel: (event) => void fingers.current.delete(event.pointerId),
    onKeyDown(event) {
      const move = KEYS[event.key]
      if (still || !move) return
      event.preventDefault()
      if ('by' in move) zoomAt(move.by, size.width / 2, size.height / 2)
      else pan(move.dx * STEP_PX, move.dy * STEP_PX)
    },
  }
  return { view, size, setView: setMoved, zoom: (by) => zoomAt(by, size.width / 2, size.height / 2), handlers }
}

type KeyMove = { dx: number; dy: number } | { by: number }
// prettier-ignore
const KEYS: Partial<Record<string, KeyMove>> = {
  ArrowLeft: { dx: 1, dy: 0 }, ArrowRight: { dx: -1, dy: 0 }, ArrowUp: { dx: 0, dy: 1 }, ArrowDown: { dx: 0, dy: -1 },
  '+': { by: 1.5 }, '=': { by: 1.5 }, '-': { by: 1 / 1.5 },
}

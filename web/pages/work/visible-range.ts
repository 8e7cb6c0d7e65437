/** Which items of a long list are drawn. Below 200 all of them; above, those in view and a screen round it. */
import { useLayoutEffect, useState, type RefObject } from 'react'

const ALL_UP_TO = 200
const MARGIN_PX = 600

export type Range = { from: number; to: number; before: number; after: number }

/** `heights` in px, one per item. `before` and `after` are the px of what is not drawn. */
export function useVisibleRange(box: RefObject<HTMLElement | null>, heights: readonly number[]): Range {
  const [seen, setSeen] = useState({ top: 0, height: 900 })
  const long = heights.length > ALL_UP_TO
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !long) return
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [box, long])
  return long
    ? rangeOf(heights, seen.top - MARGIN_PX, seen.top + seen.height + MARGIN_PX)
    : { from: 0, to: heights.length, before: 0, after: 0 }
}

export function rangeOf(heights: readonly number[], top: number, bottom: number): Range {
  let at = 0
  const range = { from: heights.length, to: heights.length, before: 0, after: 0 }
  heights.forEach((height, nth) => {
    if (at + height <= top) range.before += height
    else if (at >= bottom) range.after += height
    else range.from = Math.min(range.from, nth)
    if (at < bottom) range.to = nth + 1
    at += height
  })
  return range
}

/** What a stroke on the map does, by the tool in hand. Everything is in metres on the sheet; areas come and go in degrees. */
import { useState } from 'react'
import type { Area } from '#contracts/grids.ts'
import type { MapShape } from '#contracts/places.ts'
import { linesOf, middleOf, type Point, type Sheet } from '../map-view.ts'
import {
  areaOf,
  dropCorner,
  holds,
  metresBetween,
  moveCorner,
  polygonOf,
  ringsOf,
  sideOf,
  snap,
  stitch,
  type Rings,
} from './map-editor-geometry.ts'

export type MapTool = 'choose' | 'lasso' | 'line' | 'border' | 'draw'

export type EditorArea = { key: string; name: string; tint: 1 | 2 | 3 | 4 | 5; outline: Area | null }

export type DrawingCalls = {
  /** Houses that a tap or a loop took. */
  onHouses?: (ids: readonly string[]) => void
  /** Houses of all areas on one side of a line. */
  onLine?: (isBeyond: (houseId: string) => boolean) => void
  /** Borders that were moved; neighbours with them. */
  onBorders?: (outlines: ReadonlyMap<string, Area>) => void
  /** A ring drawn corner by corner, and the houses in it. */
  onDrawn?: (outline: Area, houses: readonly string[]) => void
}

type Drawn = DrawingCalls & {
  sheet: Sheet
  houses: readonly MapShape[]
  areas: readonly EditorArea[]
  active: string | undefined
  tool: MapTool
  metresPerPixel: number
}

/** How near to a corner one must come to take it, or to be caught by it. */
const REACH_PX = 11

type Stroke =
  | { kind: 'loop' | 'line'; points: readonly Point[] }
  | { kind: 'corner'; from: Point; at: Point; borders: ReadonlyMap<string, Rings> }

export type DrawingState = ReturnType<typeof useDrawing>

export function useDrawing({ sheet, houses, areas, active, tool, metresPerPixel, ...calls }: Drawn) {
  const [stroke, setStroke] = useState<Stroke>()
  const [corners, setCorners] = useState<readonly Point[]>([])
  const reach = REACH_PX * metresPerPixel
  const middles = () =>
    houses.flatMap((house) => {
      const [ring] = linesOf(sheet, house)
      return ring && house.placeId ? [{ id: house.placeId, middle: middleOf(ring), rings: linesOf(sheet, house) }] : []
    })
  const borders = () =>
    new Map(areas.flatMap(({ key, outline }) => (outline ? [[key, ringsOf(sheet, outline)] as const] : [])))
  const catching = (besides?: Point) => {
    const lines = [...houses.flatMap((house) => linesOf(sheet, house)), ...[...borders().values()].flat()]
    return besides ? lines.map((line) => line.filter((point) => metresBetween(point, besides) > 1)) : lines
  }
  const shown = stroke?.kind === 'corner' ? moveCorner(stroke.borders, stroke.from, stroke.at) : undefined
  const handles = tool === 'border' && active ? ((shown ?? borders()).get(active) ?? []) : []

  function finishCorners(given: readonly Point[]) {
    setCorners([])
    const points = given.filter((point, at) => metresBetween(point, given[at - 1] ?? [Infinity, 0]) > 0.1) // a double tap is one corner
    if (points.length < 3) return
    calls.onDrawn?.(
      polygonOf(sheet, points),
      middles().flatMap(({ id, middle }) => (holds([points], middle) ? [id] : [])),
    )
  }

  return {
    tool,
    stroke,
    corners,
    handles,
    shown: shown && [...shown.values()].flat(),
    /** Houses that the loop holds so far. */
    caught: new Set(
      stroke?.kind === 'loop'
        ? middles().flatMap(({ id, middle }) => (holds([stroke.points], middle) ? [id] : []))
        : [],
    ),
    onTap(point: Point) {
      if (tool === 'choose') {
        const house = middles().find(({ rings }) => holds(rings, point))
        if (house) calls.onHouses?.([house.id])
      }
      if (tool === 'draw') {
        const [first] = corners
        if (first && corners.length > 2 && metresBetween(first, point) < reach) finishCorners(corners)
        else setCorners([...corners, snap(point, catching(), reach)])
      }
    },
    /** True: the stroke is the tool's, the map stays where it is. */
    onDown(point: Point): boolean {
      if (tool === 'lasso' || tool === 'line') {
        setStroke({ kind: tool === 'lasso' ? 'loop' : 'line', points: [point] })
        return true
      }
      if (tool !== 'border' || !active) return false
      const all = stitch(borders())
      const own = all.get(active) ?? []
      const near = own.flat().find((corner) => metresBetween(corner, point) < reach)
      const foot = near ?? onLine(own, point, reach)
      if (!foot) return false
      setStroke({ kind: 'corner', from: foot, at: foot, borders: near ? all : withCorner(all, foot) })
      return true
    },
    onMove(point: Point): boolean {
      if (!stroke) return false
      if (stroke.kind === 'corner') setStroke({ ...stroke, at: snap(point, catching(stroke.from), reach) })
      else {
        const kept = stroke.kind === 'loop' ? stroke.points : stroke.points.slice(0, 1)
        setStroke({ ...stroke, points: [...kept, point] })
      }
      return true
    },
    onUp(): boolean {
      if (!stroke) return false
      setStroke(undefined)
      if (stroke.kind === 'corner') {
        if (metresBetween(stroke.from, stroke.at) > 0.1) give(moveCorner(stroke.borders, stroke.from, stroke.at))
        return true
      }
      const [from, to] = [stroke.points[0], stroke.points.at(-1)]
      if (stroke.kind === 'loop')
        calls.onHouses?.(middles().flatMap(({ id, middle }) => (holds([stroke.points], middle) ? [id] : [])))
      else if (from && to && metresBetween(from, to) > reach) {
        const beyond = new Set(middles().flatMap(({ id, middle }) => (sideOf(middle, from, to) < 0 ? [id] : [])))
        calls.onLine?.((id) => beyond.has(id))
      }
      return true
    },
    onDouble(point: Point) {
      if (tool === 'draw') return finishCorners(corners)
      if (tool !== 'border' || !active) return
      const all = stitch(borders())
      const near = all
        .get(active)
        ?.flat()
        .find((corner) => metresBetween(corner, point) < reach)
      if (near) give(dropCorner(all, near))
    },
    onKey(key: string): boolean {
      if (tool !== 'draw' || corners.length === 0) return false
      if (key === 'Enter') finishCorners(corners)
      else if (key === 'Escape') setCorners([])
      else if (key === 'Backspace') setCorners(corners.slice(0, -1))
      else return false
      return true
    },
  }

  /** Hands over the borders that are not as they were. */
  function give(next: ReadonlyMap<string, Rings>) {
    const before = borders()
    const changed = areas.flatMap(({ key, outline }) => {
      const rings = next.get(key)
      return outline && rings && JSON.stringify(rings) !== JSON.stringify(stitched(before, key))
        ? [[key, areaOf(sheet, outline, rings)] as const]
        : []
    })
    if (changed.length > 0) calls.onBorders?.(new Map(changed))
  }
}

/** With the corners of its neighbours, which alone is no change of its border. */
const stitched = (all: ReadonlyMap<string, Rings>, key: string) => stitch(all).get(key)

/** The spot on a border that is taken between two corners. */
function onLine(rings: Rings, point: Point, reach: number): Point | undefined {
  const foot = snap(point, rings, reach)
  return foot === point ? undefined : foot
}

/** A new corner in every border that runs through the spot. */
const withCorner = (all: ReadonlyMap<string, Rings>, corner: Point) => {
  const added = stitch(new Map([...all, ['', [[corner]]]]))
  added.delete('')
  return added
}

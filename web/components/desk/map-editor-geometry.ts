/** Geometry of the map editor, in metres on the sheet: what a loop holds, where a corner catches, borders that belong to two. */
import type { Area } from '#contracts/grids.ts'
import { fromSheet, toSheet, type Point, type Sheet } from '../map-view.ts'

/** Rings of an area in metres; a closed ring's last point is its first. */
export type Rings = Point[][]

export const ringsOf = (sheet: Sheet, area: Area): Rings =>
  (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()).map((ring) =>
    ring.map(([lon = 0, lat = 0]) => toSheet(sheet, lon, lat)),
  )

/** As ringsOf gave them: the number and nesting of the rings stay. */
export function areaOf(sheet: Sheet, like: Area, rings: Rings): Area {
  const back = (ring: Point[]) => {
    const points = ring.map((point) => fromSheet(sheet, point)).map(({ lon, lat }) => [degree(lon), degree(lat)])
    return points
  }
  if (like.type === 'Polygon') return { type: 'Polygon', coordinates: rings.map(back) }
  let at = 0
  return {
    type: 'MultiPolygon',
    coordinates: like.coordinates.map((polygon) => polygon.map(() => back(rings[at++] ?? []))),
  }
}

export const polygonOf = (sheet: Sheet, points: readonly Point[]): Area =>
  areaOf(sheet, { type: 'Polygon', coordinates: [] }, [[...points, ...points.slice(0, 1)]])

export function holds(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false
  for (const ring of rings)
    for (const [at, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[at + 1] ?? ring[0] ?? [ax, ay]
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside
    }
  return inside
}

/** Which side of the line from a to b; 0 on it. */
export const sideOf = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax)

export const metresBetween = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by)

/** The corner or the spot on a line that is nearest, within reach; corners before lines. */
export function snap(point: Point, lines: readonly (readonly Point[])[], reach: number): Point {
  let best: Point | undefined
  let near = reach
  for (const line of lines)
    for (const corner of line) {
      const metres = metresBetween(point, corner)
      if (metres < near) [near, best] = [metres, corner]
    }
  if (best) return best
  for (const line of lines)
    for (const [at, to] of line.entries()) {
      const foot = footOn(point, line[at - 1] ?? to, to)
      const metres = metresBetween(point, foot)
      if (metres < near) [near, best] = [metres, foot]
    }
  return best ?? point
}

function footOn([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): Point {
  const [dx, dy] = [bx - ax, by - ay]
  const long = dx * dx + dy * dy
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long))
  return [ax + along * dx, ay + along * dy]
}

/** Two borders this close are one: a hand's breadth on the ground. */
export const ONE_M = 0.4

/** Gives every ring the corners that others have on its lines, so that a corner moved in one is moved in all. */
export function stitch(all: ReadonlyMap<string, Rings>): Map<string, Rings> {
  const corners = [...all.values()].flat(2)
  return new Map([...all].map(([key, rings]) => [key, rings.map((ring) => withCorners(ring, corners))]))
}

function withCorners(ring: readonly Point[], corners: readonly Point[]): Point[] {
  return ring.flatMap((to, at) => {
    const from = ring[at - 1]
    if (!from) return [to]
    const own = corners.filter(
      (corner) =>
        metresBetween(corner, from) > ONE_M &&
        metresBetween(corner, to) > ONE_M &&
        metresBetween(footOn(corner, from, to), corner) <= ONE_M,
    )
    const between = own.sort((a, b) => metresBetween(a, from) - metresBetween(b, from))
    return [
      ...between.filter((corner, index) => index === 0 || metresBetween(corner, between[index - 1] ?? corner) > ONE_M),
      to,
    ]
  })
}

/** Moves a corner, and every other that lies on it, in all borders. */
export const moveCorner = (all: ReadonlyMap<string, Rings>, from: Point, to: Point): Map<string, Rings> =>
  new Map(
    [...all].map(([key, rings]) => [
      key,
      rings.map((ring) => ring.map((point) => (metresBetween(point, from) <= ONE_M ? to : point))),
    ]),
  )

/** Takes a corner out of every border that has one more than a triangle. */
export const dropCorner = (all: ReadonlyMap<string, Rings>, corner: Point): Map<string, Rings> =>
  new Map([...all].map(([key, rings]) => [key, rings.map((ring) => without(ring, corner))]))

function without(ring: Point[], corner: Point): Point[] {
  const open = ring.slice(0, -1).filter((point) => metresBetween(point, corner) > ONE_M)
  const [first] = open
  return open.length >= 3 && first ? [...open, first] : ring
}

const degree = (degrees: number) => Math.round(degrees * 1e7) / 1e7

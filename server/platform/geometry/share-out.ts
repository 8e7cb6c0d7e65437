/**
 * Shares ground out among groups of buildings: every spot to the group whose building is nearest (the Voronoi cells of points
 * along the walls, those of one group put together), clipped to the ground. Neighbours touch, nothing overlaps, no hole is left,
 * and a border runs in the middle between two rows of houses.
 */
import { intersection } from 'polyclip-ts'
import { turning, type Flat, type Spot } from './flat.ts'
import { trianglesOf, type Triangle } from './triangles.ts'

/** How far a border may leave the exact middle, so that it runs straight along a row of houses. */
const SMOOTH_M = 1.5
const MOST_POINTS = 1_600 // some 40 ms
const NEAREST_POINTS_M = 4
/** Points on walls that touch belong to whoever comes first. */
const TOGETHER_M = 0.3

/** @returns the ground of each group; empty for one without a building. `groups` are rings of walls, or single points. */
export function shareOut(ground: Flat, groups: readonly (readonly (readonly Spot[])[])[]): Flat[] {
  const { points, owners } = pointsAlong(groups)
  const present = new Set(owners)
  if (present.size <= 1) return groups.map((_, group) => (present.has(group) ? ground : []))
  const triangles = trianglesOf(points)
  const labels = triangles.map(({ corners }) => corners.map((at) => owners[at] ?? NOBODY))
  return groups.map((_, group) => {
    const rings = present.has(group) ? ringsOf(triangles, labels, group) : []
    // The rings of one group never cross: outer ones run against the clock, holes with it.
    const outer = rings.filter((ring) => turning(ring) > 0)
    const holes = rings.filter((ring) => turning(ring) < 0)
    const cells = outer.map((ring) => [ring, ...holes.filter((hole) => holds(ring, hole))])
    return cells.length === 0 ? [] : (intersection(ground, cells) as Flat) // its points are pairs as well
  })
}

const NOBODY = -1

function pointsAlong(groups: readonly (readonly (readonly Spot[])[])[]): { points: Spot[]; owners: number[] } {
  const length = groups
    .flat()
    .reduce((sum, ring) => sum + ring.reduce((all, at, i) => all + metres(ring[i - 1] ?? at, at), 0), 0)
  const step = Math.max(NEAREST_POINTS_M, length / MOST_POINTS)
  const taken = new Set<string>()
  const points: Spot[] = []
  const owners: number[] = []
  const add = ([x, y]: Spot, owner: number) => {
    const cell = `${Math.round(x / TOGETHER_M)},${Math.round(y / TOGETHER_M)}`
    if (taken.has(cell)) return
    taken.add(cell)
    // Points of a plan lie on straight lines and circles; a hair's breadth keeps the triangles apart.
    points.push([x + hair(points.length), y + hair(points.length + 7)])
    owners.push(owner)
  }
  for (const [owner, rings] of groups.entries())
    for (const ring of rings)
      for (const [at, to] of ring.entries()) {
        const from = ring[at - 1] ?? to
        const parts = Math.max(1, Math.ceil(metres(from, to) / step))
        for (let part = 1; part <= parts; part += 1)
          add([from[0] + ((to[0] - from[0]) * part) / parts, from[1] + ((to[1] - from[1]) * part) / parts], owner)
      }
  return { points, owners }
}

const hair = (number: number) => (((number * 0.618_033_989) % 1) - 0.5) * 0.01
const metres = ([ax, ay]: Spot, [bx, by]: Spot) => Math.hypot(ax - bx, ay - by)

/** Where the group's cells end, the group to the left: from triangle to triangle across the sides that leave the group. */
function ringsOf(triangles: readonly Triangle[], labels: readonly (readonly number[])[], group: number): Spot[][] {
  const next = new Map<number, number>()
  for (const [number, { beside }] of triangles.entries())
    for (const side of [0, 1, 2]) {
      const to = beside[side]
      if (to !== undefined && labels[number]?.[(side + 1) % 3] === group && labels[number]?.[side] !== group)
        next.set(number, to)
    }
  const rings: Spot[][] = []
  const middle = (number: number): Spot => triangles[number]?.middle ?? [0, 0]
  for (const start of [...next.keys()]) {
    const ring: number[] = []
    for (let at: number | undefined = start; at !== undefined && next.has(at);) {
      const to = next.get(at)
      next.delete(at)
      ring.push(at)
      at = to
    }
    if (ring.length > 2) rings.push(smooth(ring, (number) => new Set(labels[number]).size === 3, middle))
  }
  return rings.filter((ring) => ring.length > 3)
}

/** Straightened between the spots where three meet, each piece the same from both sides, so that neighbours still touch. */
function smooth(
  ring: readonly number[],
  isMeeting: (number: number) => boolean,
  middle: (number: number) => Spot,
): Spot[] {
  const lowest = ring.indexOf(Math.min(...ring))
  const meeting = ring.findIndex(isMeeting)
  const from = meeting < 0 ? lowest : meeting
  const round = [...ring.slice(from), ...ring.slice(0, from + 1)]
  const stops = round.flatMap((number, at) => (at === 0 || at === round.length - 1 || isMeeting(number) ? [at] : []))
  const found: Spot[] = []
  for (const [index, stop] of stops.entries()) {
    const end = stops[index + 1]
    if (end === undefined) continue
    const piece = round.slice(stop, end + 1)
    const turned = isTurned(piece)
    const line = straighten((turned ? piece.toReversed() : piece).map(middle))
    found.push(...(turned ? line.toReversed() : line).slice(0, -1))
  }
  const [first] = found
  return first ? [...found, first].map(([x, y]): Spot => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]) : []
}

function isTurned(piece: readonly number[]): boolean {
  const [first = 0, second = 0] = piece
  const last = piece.at(-1) ?? 0
  return first === last ? second > (piece.at(-2) ?? 0) : first > last
}

/** Leaves out what lies within SMOOTH_M of the line without it (Douglas and Peucker, 1973). */
function straighten(line: readonly Spot[]): Spot[] {
  const [first] = line
  const last = line.at(-1)
  if (!first || !last || line.length < 3) return [...line]
  let farthest = 0
  let most = 0
  for (const [at, spot] of line.entries()) {
    const away = distanceTo(spot, first, last)
    if (away > most) [most, farthest] = [away, at]
  }
  if (most <= SMOOTH_M) return [first, last]
  return [...straighten(line.slice(0, farthest + 1)).slice(0, -1), ...straighten(line.slice(farthest))]
}

export function distanceTo([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const [dx, dy] = [bx - ax, by - ay]
  const long = dx * dx + dy * dy
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** Is the hole in the ring: its first spot is, as they never cross. */
function holds(ring: readonly Spot[], [spot]: readonly Spot[]): boolean {
  if (!spot) return false
  let inside = false
  for (const [at, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[at + 1] ?? ring[0] ?? [ax, ay]
    if (ay > spot[1] !== by > spot[1] && spot[0] < ax + ((bx - ax) * (spot[1] - ay)) / (by - ay)) inside = !inside
  }
  return inside
}

/**
 * Triangles between points such that no circle round one holds another point (Delaunay), by adding point after point (Bowyer
 * and Watson, 1981). Some thousand points in tens of milliseconds; the points must not lie on each other.
 */
import type { Spot } from './flat.ts'

export type Triangle = {
  /** Against the clock; numbers of points, from `points.length` on of three that lie far away round all others. */
  corners: readonly [number, number, number]
  /** Middle of the circle: where three Voronoi cells meet. */
  middle: Spot
  /** Triangles across the sides 0–1, 1–2, 2–0. */
  beside: (number | undefined)[]
}

type Round = { corners: [number, number, number]; middle: Spot; square: number }
const FAR = 40

export function trianglesOf(points: readonly Spot[]): Triangle[] {
  const all: Spot[] = [...points, ...farRound(points)]
  const [a, b, c] = [points.length, points.length + 1, points.length + 2]
  let rounds: Round[] = [roundOf(all, [a, b, c])]
  for (const [at, spot] of points.entries()) {
    const kept: Round[] = []
    const rim = new Map<string, [number, number]>()
    for (const one of rounds) {
      if (distance2(one.middle, spot) >= one.square) kept.push(one)
      else for (const side of sidesOf(one.corners)) addToRim(rim, side)
    }
    for (const [from, to] of rim.values()) kept.push(roundOf(all, [from, to, at]))
    rounds = kept
  }
  const across = new Map<string, number>()
  rounds.forEach(({ corners }, number) => sidesOf(corners).forEach(([from, to]) => across.set(`${from},${to}`, number)))
  return rounds.map(({ corners, middle }) => ({
    corners,
    middle,
    beside: sidesOf(corners).map(([from, to]) => across.get(`${to},${from}`)),
  }))
}

const sidesOf = ([a, b, c]: readonly [number, number, number]): [number, number][] => [
  [a, b],
  [b, c],
  [c, a],
]

/** A side of two triangles that go is inside the gap; the others are its rim. */
function addToRim(rim: Map<string, [number, number]>, [from, to]: [number, number]) {
  if (!rim.delete(`${to},${from}`)) rim.set(`${from},${to}`, [from, to])
}

function farRound(points: readonly Spot[]): Spot[] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [west, east] = [Math.min(...xs, 0), Math.max(...xs, 0)]
  const [south, north] = [Math.min(...ys, 0), Math.max(...ys, 0)]
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const size = FAR * Math.max(east - west, north - south, 1)
  return [
    [x - size, y - size],
    [x + size, y - size],
    [x, y + size],
  ]
}

function roundOf(all: readonly Spot[], corners: [number, number, number]): Round {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0], [cx, cy] = [0, 0]] = corners.map((at) => all[at])
  const double = 2 * ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
  const b2 = (bx - ax) ** 2 + (by - ay) ** 2
  const c2 = (cx - ax) ** 2 + (cy - ay) ** 2
  const middle: Spot = [
    ax + ((cy - ay) * b2 - (by - ay) * c2) / double,
    ay + ((bx - ax) * c2 - (cx - ax) * b2) / double,
  ]
  return { corners, middle, square: distance2(middle, [ax, ay]) }
}

const distance2 = ([ax, ay]: Spot, [bx, by]: Spot) => (ax - bx) ** 2 + (ay - by) ** 2

/**
 * Which buildings are neighbours: no other building stands between them, no shorter connection is crossed, and they are not
 * far apart for this place. Where ground is left in islands (a road, a river), the islands are joined at their nearest
 * buildings, so that a place is always one piece. Source: docs/capabilities/planner.md, "Neighbours".
 */
export type Ground = { x: number; y: number; ring: readonly (readonly [number, number])[] }
type Link = readonly [number, number]

/** Only so many of the nearest are looked at for each building. */
const CANDIDATES = 16
/** Longer than this many times the typical distance to the nearest building, a connection is no neighbourhood. */
const FAR = 3

export function neighbours(grounds: readonly Ground[]): Link[] {
  const pairs = candidates(grounds)
  const nearest = grounds.map((_, at) =>
    Math.min(...pairs.filter(({ a, b }) => a === at || b === at).map(({ metres }) => metres)),
  )
  const most = FAR * median(nearest.filter(Number.isFinite))
  const links: Link[] = []
  for (const { a, b, metres } of pairs) {
    if (metres > most || blocked(grounds, a, b) || links.some((link) => crosses(grounds, link, [a, b]))) continue
    links.push([a, b])
  }
  return joinIslands(grounds, links)
}

function candidates(grounds: readonly Ground[]) {
  const keyed = new Map<number, { a: number; b: number; metres: number }>()
  for (const [a] of grounds.entries()) {
    const near = grounds
      .map((_, b) => ({ b, metres: metres(grounds, a, b) }))
      .filter(({ b }) => b !== a)
      .sort((one, other) => one.metres - other.metres || one.b - other.b)
    for (const { b, metres: far } of near.slice(0, CANDIDATES)) {
      const [low, high] = a < b ? [a, b] : [b, a]
      keyed.set(low * grounds.length + high, { a: low, b: high, metres: far })
    }
  }
  return [...keyed.values()].sort((one, other) => one.metres - other.metres || one.a - other.a || one.b - other.b)
}

/** The nearest pair of two islands at a time, until there is one. */
function joinIslands(grounds: readonly Ground[], links: Link[]): Link[] {
  const island = grounds.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (island[top] !== top) top = island[top] ?? top
    return top
  }
  for (const [a, b] of links) island[root(a)] = root(b)
  const between = grounds.flatMap((_, a) =>
    grounds.flatMap((_other, b) => (a < b && root(a) !== root(b) ? [{ a, b, metres: metres(grounds, a, b) }] : [])),
  )
  for (const { a, b } of between.sort(
    (one, other) => one.metres - other.metres || one.a - other.a || one.b - other.b,
  )) {
    if (root(a) === root(b)) continue
    island[root(a)] = root(b)
    links.push([a, b])
  }
  return links
}

const blocked = (grounds: readonly Ground[], a: number, b: number) =>
  grounds.some((ground, at) => {
    if (at === a || at === b || ground.ring.length < 3) return false
    return ground.ring.some((corner, to) => {
      const next = ground.ring[(to + 1) % ground.ring.length] ?? corner
      return meet(spot(grounds, a), spot(grounds, b), corner, next)
    })
  })

const crosses = (grounds: readonly Ground[], [a, b]: Link, [c, d]: Link) =>
  a !== c &&
  a !== d &&
  b !== c &&
  b !== d &&
  meet(spot(grounds, a), spot(grounds, b), spot(grounds, c), spot(grounds, d))

type Point = readonly [number, number]
const spot = (grounds: readonly Ground[], at: number): Point => [grounds[at]?.x ?? 0, grounds[at]?.y ?? 0]
const metres = (grounds: readonly Ground[], a: number, b: number) => {
  const [[ax, ay], [bx, by]] = [spot(grounds, a), spot(grounds, b)]
  return Math.hypot(ax - bx, ay - by)
}
const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

/** Two segments cross in their insides. */
const meet = (a: Point, b: Point, c: Point, d: Point) =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity
}

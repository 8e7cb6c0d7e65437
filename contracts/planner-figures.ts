/**
 * What a proposal comes to, in figures: the same functions on the server and in the page, so that moving a building by hand
 * shows at once what it does. Pure; no reading, no writing. Source: docs/capabilities/planner.md, "Figures".
 */
import type { GridFigures, GridPlanProposal, PairFigures, PairPlanProposal } from './planner.ts'

type Assigned = Pick<GridPlanProposal, 'grids' | 'units' | 'links'>
/** Today’s grid of a unit stands in `today`; the proposed one in `grid`. */
type Side = 'grid' | 'today'

export function gridFigures({ grids, units, links }: Assigned, side: Side): GridFigures {
  const keys = side === 'grid' ? grids.map(({ key }) => key) : unique(units.flatMap(({ today }) => today ?? []))
  const ofSide = units.map((unit) => unit[side])
  const parts = piecesOf(ofSide, links)
  const rows = keys.map((key) => {
    const own = units.filter((unit) => unit[side] === key)
    const centre = middle(own)
    return {
      key,
      units: own.length,
      households: sum(own.map(({ households }) => households)),
      pieces: parts.get(key) ?? 0,
      metres: Math.round(weighted(own, ({ x, y }) => Math.hypot(x - centre.x, y - centre.y))),
    }
  })
  const all = sum(units.map(({ households }) => households))
  const mean = keys.length > 0 ? all / keys.length : 0
  const moved = units.filter(({ grid, today }) => side === 'grid' && today !== null && grid !== today)
  return {
    grids: rows,
    mean: Math.round(mean),
    spread:
      rows.length > 0 ? most(rows.map(({ households }) => households)) - least(rows.map((row) => row.households)) : 0,
    farthestOff: Math.round(most(rows.map(({ households }) => Math.abs(households - mean)))),
    metres: Math.round(weighted(rows, ({ metres }) => metres)),
    movedUnits: moved.length,
    movedHouseholds: sum(moved.map(({ households }) => households)),
    inNone: units.filter((unit) => unit[side] === null).length,
  }
}

/** In how many separate pieces each grid lies; 1 is whole. */
export function piecesOf(
  assigned: readonly (string | null)[],
  links: readonly (readonly number[])[],
): Map<string, number> {
  const near = neighboursOf(assigned.length, links)
  const seen = new Set<number>()
  const pieces = new Map<string, number>()
  for (const [start, key] of assigned.entries()) {
    if (key === null || seen.has(start)) continue
    pieces.set(key, (pieces.get(key) ?? 0) + 1)
    for (const one of reach(start, near, (at) => assigned[at] === key)) seen.add(one)
  }
  return pieces
}

/** Everything that is reached from `start` by links among those that may be entered. */
export function reach(
  start: number,
  near: readonly (readonly number[])[],
  mayEnter: (at: number) => boolean,
): Set<number> {
  const found = new Set([start])
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of near[at] ?? [])
      if (!found.has(next) && mayEnter(next)) {
        found.add(next)
        open.push(next)
      }
  return found
}

/** The links of each unit, in ascending order. */
export function neighboursOf(count: number, links: readonly (readonly number[])[]): number[][] {
  const near: number[][] = Array.from({ length: count }, () => [])
  for (const [a = -1, b = -1] of links) {
    near[a]?.push(b)
    near[b]?.push(a)
  }
  return near.map((list) => list.sort((a, b) => a - b))
}

type Spot = { x: number; y: number; building: string; entrance: string | null }

/** Climbing another stairwell of the same building, in metres of walking. An estimate, only to tell the two apart. */
const OTHER_STAIRWELL_M = 5

/** How far it is from door to door: straight between buildings, nothing within a stairwell. */
export function metresBetween(a: Spot, b: Spot): number {
  if (a.building === b.building) return a.entrance === b.entrance ? 0 : OTHER_STAIRWELL_M
  return Math.round(Math.hypot(a.x - b.x, a.y - b.y)) + 2 * OTHER_STAIRWELL_M
}

export function pairFigures({ members, homes, bounds: [lowest = 0, highest = 0] }: PairPlanProposal): PairFigures {
  const loads = members.map(({ kept }) => kept)
  for (const { member } of homes) if (member !== null) loads[member] = (loads[member] ?? 0) + 1
  const paired = homes.flatMap((home) => {
    const member = home.member === null ? undefined : members[home.member]
    return member ? [metresBetween(home, member)] : []
  })
  return {
    homes: homes.length,
    paired: paired.length,
    unpaired: homes.length - paired.length,
    loads: Array.from({ length: most(loads) + 1 }, (_, load) => loads.filter((one) => one === load).length),
    below: loads.filter((load) => load < lowest).length,
    above: loads.filter((load) => load > highest).length,
    metresMean: paired.length > 0 ? Math.round(sum(paired) / paired.length) : 0,
    metresMost: most(paired),
    handovers: homes.filter(({ member, was }) => was !== null && was !== member).length,
  }
}

/** How things are before the plan: the same homes with whom they have today. */
export const pairsToday = (proposal: PairPlanProposal): PairPlanProposal => ({
  ...proposal,
  homes: proposal.homes.map((home) => ({ ...home, member: home.was })),
})

const unique = (list: readonly string[]) => [...new Set(list)].sort()
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
const most = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), 0)
const least = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b), Infinity)

function weighted<T extends { households: number }>(list: readonly T[], of: (one: T) => number): number {
  const all = sum(list.map(({ households }) => households))
  return all > 0 ? sum(list.map((one) => of(one) * one.households)) / all : 0
}

function middle(list: readonly { x: number; y: number; households: number }[]) {
  return { x: weighted(list, ({ x }) => x), y: weighted(list, ({ y }) => y) }
}

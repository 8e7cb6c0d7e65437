/**
 * A first proposal for grids without the solver: each grid grows from its centre, the least filled first, then buildings on
 * borders change sides while that is better. Always whole grids; the solver starts from it and proves how far it is from the
 * best. Source: docs/decisions/0016-planner.md, "Grids".
 */
import { neighboursOf, reach } from '#contracts/planner-figures.ts'
import { unevenOf, type Cutting } from './cutting.ts'

/** Grid of each unit, by position. */
export type Assignment = number[]

export function grow(cutting: Cutting): Assignment {
  const { units, centres } = cutting
  const near = neighboursOf(units.length, cutting.links)
  const assigned: Assignment = units.map(() => -1)
  const filled = centres.map(() => 0)
  const take = (unit: number, grid: number) => {
    assigned[unit] = grid
    filled[grid] = (filled[grid] ?? 0) + (units[unit]?.households ?? 0)
  }
  for (const [grid, centre] of centres.entries()) take(centre, grid)
  for (;;) {
    const order = centres.map((_, grid) => grid).sort((a, b) => (filled[a] ?? 0) - (filled[b] ?? 0) || a - b)
    const found = order
      .map((grid) => ({ grid, unit: cheapestBeside(cutting, near, assigned, grid) }))
      .find(({ unit }) => unit >= 0)
    if (!found) return assigned
    take(found.unit, found.grid)
  }
}

function cheapestBeside(
  { costs }: Cutting,
  near: readonly (readonly number[])[],
  assigned: Assignment,
  grid: number,
): number {
  const open = assigned.flatMap((one, at) => (one === grid ? (near[at] ?? []) : [])).filter((at) => assigned[at] === -1)
  const price = (at: number) => costs[at]?.[grid] ?? 0
  return [...new Set(open)].sort((a, b) => price(a) - price(b) || a - b)[0] ?? -1
}

/** Single buildings over borders, then two exchanged, as long as the whole gets better, every grid stays whole and there is time. */
export function improve(cutting: Cutting, start: Assignment, ends: number): Assignment {
  const near = neighboursOf(cutting.units.length, cutting.links)
  const best = [...start]
  const filled = householdsOf(cutting, best)
  for (let better = true; better && performance.now() < ends;) {
    better = false
    for (const step of steps(cutting, near, best)) {
      if (gainOf(cutting, best, filled, step) < WORTH) continue
      const before = step.map(([at]) => best[at] ?? 0)
      for (const [at, grid] of step) best[at] = grid
      better = isWhole(cutting, near, best)
      if (!better) {
        for (const [which, [at]] of step.entries()) best[at] = before[which] ?? 0
        continue
      }
      filled.splice(0, filled.length, ...householdsOf(cutting, best))
      break
    }
  }
  return best
}

/** Floating point is not exact: less is no gain. */
const WORTH = 1e-9
type Step = readonly (readonly [unit: number, grid: number])[]

const householdsOf = ({ units, grids }: Cutting, now: Assignment): number[] => {
  const filled = Array.from({ length: grids }, () => 0)
  for (const [at, grid] of now.entries()) filled[grid] = (filled[grid] ?? 0) + (units[at]?.households ?? 0)
  return filled
}

/** By how much a step betters the value: only the grids that it touches are counted anew. */
function gainOf(cutting: Cutting, now: Assignment, filled: readonly number[], step: Step): number {
  const change = new Map<number, number>()
  let gain = 0
  for (const [at, grid] of step) {
    const [from, households] = [now[at] ?? 0, cutting.units[at]?.households ?? 0]
    gain += (cutting.costs[at]?.[from] ?? 0) - (cutting.costs[at]?.[grid] ?? 0)
    change.set(from, (change.get(from) ?? 0) - households)
    change.set(grid, (change.get(grid) ?? 0) + households)
  }
  for (const [grid, more] of change) {
    const has = filled[grid] ?? 0
    gain += unevenOf(cutting, has) - unevenOf(cutting, has + more)
  }
  return gain
}

/** Each unit to a grid beside it; and each exchange of two units over a border. */
function* steps({ units, centres }: Cutting, near: readonly (readonly number[])[], now: Assignment): Generator<Step> {
  const isCentre = new Set(centres)
  const free = [...units.keys()].filter((at) => !isCentre.has(at))
  const open = new Map(free.map((at) => [at, besides(near, now, at)]))
  for (const at of free) for (const grid of open.get(at) ?? []) yield [[at, grid]]
  for (const at of free)
    for (const grid of open.get(at) ?? []) {
      const back = now[at] ?? 0
      for (const other of free)
        if (now[other] === grid && open.get(other)?.includes(back)) yield [[at, grid], [other, back]] // prettier-ignore
    }
}

const besides = (near: readonly (readonly number[])[], now: Assignment, at: number) =>
  [...new Set((near[at] ?? []).map((one) => now[one] ?? -1))]
    .filter((grid) => grid >= 0 && grid !== now[at])
    .sort((a, b) => a - b)

/** Every unit is reached from the centre of its grid within the grid. */
export function isWhole(
  { units, centres }: Pick<Cutting, 'units' | 'centres'>,
  near: readonly (readonly number[])[],
  now: Assignment,
): boolean {
  const held = centres.reduce(
    (sum, centre, grid) => sum + (now[centre] === grid ? reach(centre, near, (at) => now[at] === grid).size : 0),
    0,
  )
  return held === units.length
}

/** What is cut off from its centre goes to a grid beside it, piece by piece. */
export function mend(cutting: Cutting, broken: Assignment): Assignment {
  const near = neighboursOf(cutting.units.length, cutting.links)
  const held = new Set(cutting.centres.flatMap((centre, grid) => [...reach(centre, near, (at) => broken[at] === grid)]))
  const mended = broken.map((grid, at) => (held.has(at) ? grid : -1))
  for (;;) {
    const next = mended.findIndex((grid, at) => grid === -1 && (near[at] ?? []).some((one) => (mended[one] ?? -1) >= 0))
    if (next < 0) return mended
    const price = (grid: number) => cutting.costs[next]?.[grid] ?? 0
    const [grid = 0] = besides(near, mended, next).sort((a, b) => price(a) - price(b) || a - b)
    mended[next] = grid
  }
}

/**
 * A first proposal for grids without the solver: each grid grows from its centre, the least filled first, then buildings on
 * borders change sides while that is better. Always whole grids; the solver starts from it and proves how far it is from the
 * best. Source: docs/decisions/0016-planner.md, "Grids".
 */
import { neighboursOf, reach } from '#contracts/planner-figures.ts'
import { valueOf, type Cutting } from './cutting.ts'

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

/** Single buildings over borders, then two at once, as long as the whole gets better and every grid stays whole. */
export function improve(cutting: Cutting, start: Assignment): Assignment {
  const near = neighboursOf(cutting.units.length, cutting.links)
  let best = start
  let value = valueOf(cutting, best)
  for (let better: Assignment | undefined = best; better;) {
    better = undefined
    for (const next of steps(cutting, near, best)) {
      const its = valueOf(cutting, next)
      if (its >= value - 1e-9 || !isWhole(cutting, near, next)) continue
      ;[best, value, better] = [next, its, next]
      break
    }
  }
  return best
}

/** Each unit to a grid beside it; and each such exchange of two neighbours. */
function* steps(
  { units, centres }: Cutting,
  near: readonly (readonly number[])[],
  now: Assignment,
): Generator<Assignment> {
  const isCentre = new Set(centres)
  for (const at of units.keys()) {
    if (isCentre.has(at)) continue
    for (const grid of besides(near, now, at)) yield now.with(at, grid)
  }
  for (const at of units.keys()) {
    if (isCentre.has(at)) continue
    for (const grid of besides(near, now, at)) {
      const back = now[at] ?? 0
      for (const other of units.keys())
        if (now[other] === grid && !isCentre.has(other) && besides(near, now, other).includes(back))
          yield now.with(at, grid).with(other, back)
    }
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

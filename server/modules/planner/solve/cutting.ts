/**
 * What cutting a place into grids means, as numbers: units with their neighbours, a centre for each grid, what it costs to
 * have a unit in a grid, and how uneven grids are counted. The solver and the first proposal weigh by the same function.
 * Source: docs/decisions/0016-planner.md, "Grids".
 */
import type { Weigh } from '#contracts/planner.ts'

export type CutUnit = {
  households: number
  x: number
  y: number
  /** Position of today’s grid among those that stay. */ today: number | null
}
export type CutTask = {
  units: readonly CutUnit[]
  links: readonly (readonly [number, number])[]
  grids: number
  band?: readonly [from: number, to: number]
  weigh: Weigh
}
export type Cutting = CutTask & {
  /** The unit that each grid lies around. */
  centres: readonly number[]
  /** By unit and grid. */
  costs: readonly (readonly number[])[]
  /** Households of a grid if all were alike. */
  mean: number
}

/** What a household off the mean is worth against one that changes its grid, and against one that is 100 m from its centre. */
const EVEN = [0.01, 1, 4] as const
const STAY = [0, 0.6, 3] as const
const NEAR_100M = [0.02, 0.3, 1.5] as const
/** A household outside the band counts far more than any wish. */
export const OUTSIDE_BAND = 100
/** An empty building is also somewhere, and had better stay. */
const LEAST = 0.5

export function cuttingAround(task: CutTask, centres: readonly number[]): Cutting {
  const { units, weigh } = task
  const [near, stay] = [(NEAR_100M[weigh.near] ?? 0) / 100, STAY[weigh.stay] ?? 0]
  const costs = units.map((unit) =>
    centres.map((centre, grid) => {
      const at = units[centre]
      const metres = at ? Math.hypot(unit.x - at.x, unit.y - at.y) : 0
      const changes = unit.today !== null && unit.today !== grid
      return Math.max(unit.households, LEAST) * (near * metres + (changes ? stay : 0))
    }),
  )
  return { ...task, centres, costs, mean: meanOf(task) }
}

export const evenOf = ({ even }: Weigh): number => EVEN[even] ?? 0
export const meanOf = ({ units, grids }: CutTask): number =>
  units.reduce((sum, { households }) => sum + households, 0) / grids

/** What a grid of so many households costs for not being like the others, or outside the band. */
export function unevenOf({ band, weigh, mean }: Cutting, households: number): number {
  const outside = band ? Math.max(0, band[0] - households, households - band[1]) : 0
  return evenOf(weigh) * Math.abs(households - mean) + OUTSIDE_BAND * outside
}

export function valueOf(cutting: Cutting, assigned: readonly number[]): number {
  const { units, grids, costs } = cutting
  const filled = Array.from({ length: grids }, () => 0)
  let value = 0
  for (const [at, grid] of assigned.entries()) {
    value += costs[at]?.[grid] ?? 0
    filled[grid] = (filled[grid] ?? 0) + (units[at]?.households ?? 0)
  }
  return value + filled.reduce((sum, households) => sum + unevenOf(cutting, households), 0)
}

/** Each grid’s unit from which the others are nearest, by households; the centre of a new round. */
export function middles({ units, grids }: CutTask, assigned: readonly number[]): number[] {
  return Array.from({ length: grids }, (_, grid) => {
    const own = units.flatMap((unit, at) => (assigned[at] === grid ? [{ ...unit, at }] : []))
    const far = ({ x, y }: { x: number; y: number }) =>
      own.reduce((sum, one) => sum + Math.max(one.households, LEAST) * Math.hypot(one.x - x, one.y - y), 0)
    return (
      own.map(({ at, x, y }) => ({ at, far: far({ x, y }) })).sort((a, b) => a.far - b.far || a.at - b.at)[0]?.at ?? -1
    )
  })
}

/** Where grids begin: the middles of those that stay, and for new ones the buildings farthest from every centre so far. */
export function firstCentres(task: CutTask): number[] {
  const { units, grids } = task
  const centres = middles(
    task,
    units.map(({ today }) => today ?? -1),
  )
  const taken = () => centres.filter((at) => at >= 0)
  const away = (at: number) => {
    const unit = units[at]
    return Math.min(
      ...taken().map((centre) =>
        Math.hypot((units[centre]?.x ?? 0) - (unit?.x ?? 0), (units[centre]?.y ?? 0) - (unit?.y ?? 0)),
      ),
    )
  }
  for (let grid = 0; grid < grids; grid++) {
    if ((centres[grid] ?? -1) >= 0) continue
    const free = [...units.keys()].filter((at) => !centres.includes(at))
    const value = (at: number) => away(at) * Math.sqrt(Math.max(units[at]?.households ?? 0, LEAST))
    const isFirst = taken().length === 0
    centres[grid] = (isFirst ? corner(units) : free.sort((a, b) => value(b) - value(a) || a - b)[0]) ?? -1
  }
  return centres
}

/** The unit farthest south-west: some beginning that depends on nothing but the ground. */
const corner = (units: readonly CutUnit[]) =>
  [...units.keys()].sort(
    (a, b) => (units[a]?.x ?? 0) + (units[a]?.y ?? 0) - (units[b]?.x ?? 0) - (units[b]?.y ?? 0) || a - b,
  )[0]

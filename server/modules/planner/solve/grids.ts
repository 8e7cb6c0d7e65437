/**
 * Cuts a place into grids: every unit in exactly one, every grid whole, households even, buildings near the grid’s centre and
 * where they are today as far as wished.
 *
 * A mixed-integer model around one centre a grid. That grids are whole is not written down beforehand, there are too many ways
 * to be in pieces: the model is solved, pieces cut off from their centre are found, each is forbidden unless a building round
 * it is in the grid too, and it is solved again until nothing is cut off. Every answer on the way bounds what can be reached,
 * so a stopped search still says how far it may be from the best. Then centres move to the middles of their grids and it
 * begins anew while that betters it. Source: docs/decisions/0016-planner.md, "Grids".
 */
import type { Highs } from 'highs'
import { neighboursOf, reach } from '#contracts/planner-figures.ts'
import {
  cuttingAround,
  evenOf,
  firstCentres,
  middles,
  OUTSIDE_BAND,
  valueOf,
  type CutTask,
  type Cutting,
} from './cutting.ts'
import { Program, type Entry } from './model.ts'
import { grow, improve, isWhole, mend, type Assignment } from './start.ts'

export type CutAnswer = {
  assigned: Assignment
  value: number
  /** For the centres of the answer. */ bound: number
  optimal: boolean
  rounds: number
}
type Progress = (now: { rounds: number; gap: number | null }) => void

/** Centres move a few times at most; each time less is gained. */
const MOST_MOVES = 4
const CLOSE = 1e-4

export function solveGrids(highs: Highs, task: CutTask, seconds: number, tell: Progress = () => undefined): CutAnswer {
  const ends = performance.now() + seconds * 1000
  let best = cutAround(highs, cuttingAround(task, firstCentres(task)), until(ends, 0.5), tell)
  for (let move = 0; move < MOST_MOVES && performance.now() < ends; move++) {
    const centres = middles(task, best.assigned)
    const cutting = cuttingAround(task, centres)
    // The same grids are never worse off round their own middles; whether others are better there is what is asked.
    const next = cutAround(highs, cutting, until(ends, 1), tell, best.assigned)
    const isSame = next.assigned.every((grid, at) => grid === best.assigned[at])
    best = { ...next, rounds: best.rounds + next.rounds }
    if (isSame) break
  }
  return best
}

const until = (ends: number, share: number) => performance.now() + (ends - performance.now()) * share

/** The best grids round these centres. */
export function cutAround(highs: Highs, cutting: Cutting, ends: number, tell: Progress, known?: Assignment): CutAnswer {
  const { units, centres } = cutting
  const near = neighboursOf(units.length, cutting.links)
  let best = improve(cutting, known && isWhole(cutting, near, known) ? known : grow(cutting), ends)
  let value = valueOf(cutting, best)
  const model = modelOf(highs, cutting, near)
  let bound = -Infinity
  let rounds = 0
  let optimal = false
  while (!optimal && performance.now() < ends) {
    model.program.suggest(model.columnsOf(best))
    const solved = model.program.run((ends - performance.now()) / 1000)
    rounds += 1
    bound = Math.max(bound, solved.bound)
    tell({ rounds, gap: gapOf(value, bound) })
    if (solved.x.length === 0) break
    const found = units.map((_, at) =>
      centres.findIndex((_centre, grid) => (solved.x[at * centres.length + grid] ?? 0) > 0.5),
    )
    const cut = cutOff(cutting, near, found)
    const whole = improve(cutting, cut.length === 0 ? found : mend(cutting, found), ends)
    if (valueOf(cutting, whole) < value - 1e-9) [best, value] = [whole, valueOf(cutting, whole)]
    optimal = value <= bound + Math.max(CLOSE, Math.abs(bound) * CLOSE)
    if (cut.length === 0 && solved.state !== 'optimal') break
    for (const { grid, piece } of cut) model.forbid(grid, piece, around(near, piece))
  }
  model.program.dispose()
  return { assigned: best, value, bound: Math.min(bound, value), optimal, rounds }
}

/** How much worse than the best it can be, as a part of it; null when nothing is known. */
export const gapOf = (value: number, bound: number): number | null =>
  bound === -Infinity ? null : Math.max(0, value - bound) / Math.max(1e-9, Math.abs(value))

type Near = readonly (readonly number[])[]

/** Pieces of grids that do not hold the grid’s centre. */
function cutOff({ units, centres }: Cutting, near: Near, found: Assignment) {
  const seen = new Set(centres.flatMap((centre, grid) => [...reach(centre, near, (at) => found[at] === grid)]))
  return [...units.keys()].flatMap((at) => {
    if (seen.has(at)) return []
    const grid = found[at] ?? 0
    const piece = [...reach(at, near, (one) => found[one] === grid)]
    for (const one of piece) seen.add(one)
    return [{ grid, piece }]
  })
}

function around(near: Near, piece: readonly number[]): number[] {
  const inside = new Set(piece)
  return [...new Set(piece.flatMap((at) => near[at] ?? []))].filter((at) => !inside.has(at))
}

/** Columns: unit × grid, then per grid the households above and below the mean, then above and below the band. */
function modelOf(highs: Highs, cutting: Cutting, near: Near) {
  const { units, centres, costs, band, weigh, mean } = cutting
  const grids = centres.length
  const program = new Program(highs)
  const at = (unit: number, grid: number) => unit * grids + grid
  const inOne = program.addRows(units.map(() => [1, 1]))
  const filled = program.addRows(centres.map(() => [mean, mean]))
  const inBand = band
    ? program.addRows(
        centres.flatMap(() => [[band[0], program.infinity] as const, [-program.infinity, band[1]] as const]),
      )
    : 0
  const bandOf = (grid: number, value: number): Entry[] =>
    band
      ? [
          [inBand + grid * 2, value],
          [inBand + grid * 2 + 1, value],
        ]
      : []
  program.addColumns(
    units.flatMap(({ households }, unit) =>
      centres.map((_, grid) => ({
        cost: costs[unit]?.[grid] ?? 0,
        upper: 1,
        entries: [[inOne + unit, 1], [filled + grid, households], ...bandOf(grid, households)] satisfies Entry[],
      })),
    ),
  )
  const off = centres.flatMap((_, grid) =>
    [-1, 1].map((sign) => ({
      cost: evenOf(weigh),
      upper: program.infinity,
      entries: [[filled + grid, sign] as const],
    })),
  )
  const outside = band
    ? centres.flatMap((_, grid) =>
        [1, -1].map((sign, side) => ({
          cost: OUTSIDE_BAND,
          upper: program.infinity,
          entries: [[inBand + grid * 2 + side, sign] as const],
        })),
      )
    : []
  program.addColumns([...off, ...outside])
  program.makeWhole(units.flatMap((_, unit) => centres.map((_centre, grid) => at(unit, grid))))
  for (const [grid, centre] of centres.entries()) program.fix(at(centre, grid), 1)
  const forbid = (grid: number, piece: readonly number[], round: readonly number[]) => {
    for (const unit of piece)
      program.addRow(-program.infinity, 0, [[at(unit, grid), 1], ...round.map((one): Entry => [at(one, grid), -1])])
  }
  // The commonest piece is a single building: forbidden from the start.
  for (const unit of units.keys())
    for (const grid of centres.keys()) if (centres[grid] !== unit) forbid(grid, [unit], near[unit] ?? [])

  const columnsOf = (assigned: Assignment): number[] => {
    const households = centres.map((_, grid) =>
      units.reduce((sum, unit, one) => sum + (assigned[one] === grid ? unit.households : 0), 0),
    )
    return [
      ...units.flatMap((_, unit) => centres.map((_centre, grid) => (assigned[unit] === grid ? 1 : 0))),
      ...households.flatMap((count) => [Math.max(0, count - mean), Math.max(0, mean - count)]),
      ...(band ? households.flatMap((count) => [Math.max(0, band[0] - count), Math.max(0, count - band[1])]) : []),
    ]
  }
  return { program, forbid, columnsOf }
}

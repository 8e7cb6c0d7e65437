/**
 * Members and households: each household to one member at most, each member within their bounds, near, spread evenly, and as
 * it is today where that is wished.
 *
 * A transportation problem: its corners are whole numbers, so linear programming gives the exact optimum. It begins with the
 * nearest members of each household; the prices of the solved model then say which other pair could still better it, and
 * those are added until there is none. What it ends with is therefore the optimum over all pairs.
 * Source: docs/decisions/0016-planner.md, "Pairs".
 */
import type { Highs } from 'highs'
import { metresBetween } from '#contracts/planner-figures.ts'
import type { PairPlanProposal, Weigh } from '#contracts/planner.ts'
import { Program, type Solved } from './model.ts'

export type PairTask = Omit<PairPlanProposal, 'bounds'> & {
  bounds: readonly [lowest: number, highest: number]
  /** Not to be proposed again: `personId|homePlaceId`. */
  never: readonly string[]
  weigh: Weigh
}
export type PairAnswer = {
  /** By home: position of the member, or null. */
  member: (number | null)[]
  optimal: boolean
  value: number
  rounds: number
}

/** How many near members a household begins with. */
const NEAREST = 24
/** Dearer than any walk within a district: left unpaired only when it cannot be helped. */
const UNPAIRED = 1_000_000
/** Metres that a wish is worth: one household more for somebody who has one more already; a member who changes. */
const EVEN_M = [0.01, 20, 100] as const
const STAY_M = [0, 150, 1_000] as const
/** How dear a metre is. Never free: of two equal ways the shorter. */
const NEAR = [0.01, 1, 4] as const
/** A household that a member lacks to their lower bound; dearer than evenness and walks. */
const BELOW_M = 20_000
/** A better pair must save this much: floating point is not exact. */
const WORTH = 1e-6

export function solvePairs(highs: Highs, task: PairTask, seconds: number): PairAnswer {
  const { members, homes } = task
  const ends = performance.now() + seconds * 1000
  const cost = costsOf(task)
  const program = new Program(highs)
  const homeRow = program.addRows(homes.map(() => [1, 1]))
  const loadRow = program.addRows(members.map(() => [0, 0]))
  program.addColumns(homes.map((_, at) => ({ cost: UNPAIRED, upper: 1, entries: [[homeRow + at, 1]] })))
  program.addColumns(
    members.flatMap((member, at) =>
      loadSteps(member.kept, task).map((one) => ({ ...one, entries: [[loadRow + at, -1]] as const })),
    ),
  )

  const arcs: { home: number; member: number; column: number }[] = []
  const known = new Set<number>()
  const add = (pairs: readonly Arc[]) => {
    const first = program.addColumns(
      pairs.map(({ home, member, cost: price }) => ({
        cost: price,
        upper: 1,
        entries: [
          [homeRow + home, 1],
          [loadRow + member, 1],
        ] as const,
      })),
    )
    for (const [at, { home, member }] of pairs.entries()) {
      arcs.push({ home, member, column: first + at })
      known.add(home * members.length + member)
    }
  }
  add(homes.flatMap((_, home) => cheapest(cost(home), NEAREST).map((one) => ({ home, ...one }))))

  let solved: Solved
  let rounds = 0
  let complete: boolean
  do {
    solved = program.run((ends - performance.now()) / 1000)
    rounds += 1
    const missing =
      solved.state === 'optimal' ? bettering(solved.rowDual, homes.length, cost, known, members.length) : []
    complete = solved.state === 'optimal' && missing.length === 0
    add(missing)
  } while (!complete && solved.state === 'optimal' && performance.now() < ends)
  program.dispose()

  const member: (number | null)[] = homes.map(() => null)
  for (const arc of arcs) if ((solved.x[arc.column] ?? 0) > 0.5) member[arc.home] = arc.member
  return { member, optimal: complete, value: solved.value, rounds }
}

type Arc = { home: number; member: number; cost: number }

/** Cost of each member for a home; infinite where the two are not to be paired. */
function costsOf({ members, homes, never: pairs, weigh }: PairTask) {
  const never = new Set(pairs)
  return (at: number): number[] => {
    const home = homes[at]
    if (!home) return []
    return members.map((member, position) => {
      const isOwn = member.homePlaceId === home.homePlaceId
      if (isOwn || never.has(`${member.personId}|${home.homePlaceId}`)) return Infinity
      const change = home.was !== null && home.was !== position ? (STAY_M[weigh.stay] ?? 0) : 0
      return metresBetween(home, member) * (NEAR[weigh.near] ?? 1) + change
    })
  }
}

/** Each further household of a member costs more than the last: so loads come out even, and the model stays linear. */
function loadSteps(kept: number, { bounds: [lowest, highest], weigh }: PairTask) {
  const even = EVEN_M[weigh.even] ?? 0
  return Array.from({ length: Math.max(0, highest - kept) }, (_, at) => {
    const load = kept + at + 1
    return { cost: even * (2 * load - 1) - (load <= lowest ? BELOW_M : 0), upper: 1 }
  })
}

function cheapest(costs: readonly number[], count: number) {
  return costs
    .map((price, member) => ({ member, cost: price }))
    .filter((one) => one.cost < Infinity)
    .sort((a, b) => a.cost - b.cost || a.member - b.member)
    .slice(0, count)
}

/** Pairs that were left out and would better the answer, by the prices of the answer; a few for each home at a time. */
function bettering(
  dual: Float64Array,
  homes: number,
  cost: (home: number) => number[],
  known: ReadonlySet<number>,
  members: number,
): Arc[] {
  const AT_ONCE = 8
  const found: Arc[] = []
  for (let home = 0; home < homes; home++) {
    const price = dual[home] ?? 0
    const own = cost(home)
      .map((one, member) => ({ home, member, cost: one, saves: price + (dual[homes + member] ?? 0) - one }))
      .filter(({ member, saves }) => saves > WORTH && !known.has(home * members + member))
      .sort((a, b) => b.saves - a.saves || a.member - b.member)
    found.push(...own.slice(0, AT_ONCE).map(({ member, cost: one }) => ({ home, member, cost: one })))
  }
  return found
}

/**
 * Has a plan solved. The job only gathers what is needed and starts the solver; it does not wait, for what waits in the outbox
 * waits behind it. The answer is written when it comes, in a transaction of its own; should the process die before, a second
 * job finds the plan unsolved after its time and puts it back. Source: docs/decisions/0016-planner.md, "Where it runs".
 */
import { gridFigures, pairFigures } from '#contracts/planner-figures.ts'
import type { GridPlanProposal, PairPlanProposal, PlanFailure, SolverNote } from '#contracts/planner.ts'
import { placeNow } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue, job, type Job, type JobContext } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { gatherGrids, type GridsGathered } from './gather-grids.ts'
import { gatherPairs } from './gather-pairs.ts'
import {
  lockPlan,
  saveProgress,
  saveSolved,
  saveStatus,
  type KeptProposal,
  type PlanFound,
  type Solved,
} from './queries.ts'
import { gapOf } from './solve/grids.ts'
import type { PairTask } from './solve/pairs.ts'
import { gridReasons, pairReasons } from './solve/reasons.ts'
import type { SolveAnswer, SolveProgress, SolveTask } from './solver/solver-child.ts'
import { isSolving, solveElsewhere } from './solver/solver-process.ts'

/** What a desk waits for without walking away. Pairs are linear and done long before. */
const SECONDS = { grids: 20, pairings: 30 } as const
const LOST_AFTER_MS = 90_000
const MOST_TRIES = 2
const QUEUE_MS = 1_000
const TELL_MS = 1_000

type Payload = { planId: string; tries: number }
type Prepared = { task: SolveTask; outcome: (answer: SolveAnswer, seconds: number) => Outcome }
type Outcome = { proposal: KeptProposal; note: SolverNote; failure: PlanFailure | null }

/** The name only: routes enqueue without services. */
export const SOLVE: Pick<Job<Payload>, 'name'> = { name: 'planner.solve' }

export function plannerJobs(services: Services): Job<never>[] {
  const solve = job<Payload>(SOLVE.name, async (tx, payload, { now, log }) => {
    const plan = await lockPlan(tx, payload.planId)
    if (plan?.status !== 'waiting') return
    if (isSolving()) return enqueue(tx, SOLVE, payload, { now, runAt: new Date(now.getTime() + QUEUE_MS) })
    const prepared = await prepare(tx, plan, now)
    await saveStatus(tx, plan.id, 'solving', null)
    if (!prepared) return saveSolved(tx, plan.id, NOTHING, now)
    await enqueue(tx, lookAfter, payload, { now, runAt: new Date(now.getTime() + LOST_AFTER_MS) })
    solveAndSave(services, { tenantId: tx.tenantId, planId: plan.id, ...prepared }, log)
  })
  const lookAfter = job<Payload>('planner.lookAfter', async (tx, { planId, tries }, { now }) => {
    const plan = await lockPlan(tx, planId)
    if (plan?.status !== 'solving') return
    if (tries + 1 >= MOST_TRIES) return saveSolved(tx, planId, NOTHING, now)
    await saveStatus(tx, planId, 'waiting', null)
    await enqueue(tx, SOLVE, { planId, tries: tries + 1 }, { now })
  })
  return [solve, lookAfter]
}

const NOTHING: Solved = {
  status: 'failed',
  proposal: null,
  note: null,
  failure: { reasons: [{ code: 'stopped', facts: {} }], relaxations: [] },
}

/** Undefined when the place has gone, or nothing is left to plan there: no bug, only later than the wish. */
async function prepare(tx: Tx, { kind, placeId, wanted }: PlanFound, now: Date): Promise<Prepared | undefined> {
  const place = await placeNow(tx, placeId, shanghaiToday(now))
  if (place && kind === 'grids' && wanted.grids) {
    const gathered = await gatherGrids(tx, place, wanted.grids, now)
    return 'refused' in gathered ? undefined : prepareGrids(gathered, wanted.grids)
  }
  if (place && wanted.pairings) {
    const gathered = await gatherPairs(tx, place, wanted.pairings, now)
    return 'refused' in gathered ? undefined : preparePairs(gathered, wanted.pairings)
  }
  return undefined
}

function prepareGrids(
  { task, grounds, grids, units }: GridsGathered,
  wish: NonNullable<PlanFound['wanted']['grids']>,
): Prepared {
  return {
    task: { kind: 'grids', seconds: SECONDS.grids, grounds, task },
    outcome: (answer, seconds) => {
      if (answer.kind !== 'grids') throw new Error('the solver answered another question')
      const { links, assigned, optimal, value, bound, rounds } = answer
      const proposal: GridPlanProposal = {
        grids,
        units: units.map((unit, at) => ({ ...unit, grid: grids[assigned[at] ?? -1]?.key ?? '' })),
        links: links.map(([a, b]) => [a, b]),
      }
      const note = { optimal, gap: optimal ? 0 : gapOf(value, bound), seconds, rounds, edited: false }
      return { proposal: { grids: proposal }, note, failure: gridReasons(wish, units, gridFigures(proposal, 'grid')) }
    },
  }
}

function preparePairs(task: PairTask, wish: NonNullable<PlanFound['wanted']['pairings']>): Prepared {
  return {
    task: { kind: 'pairs', seconds: SECONDS.pairings, task },
    outcome: (answer, seconds) => {
      if (answer.kind !== 'pairs') throw new Error('the solver answered another question')
      const { member, optimal, rounds } = answer
      const proposal: PairPlanProposal = {
        bounds: [...task.bounds],
        members: task.members,
        homes: task.homes.map((home, at) => ({ ...home, member: member[at] ?? null })),
      }
      const note = { optimal, gap: optimal ? 0 : null, seconds, rounds, edited: false }
      return { proposal: { pairings: proposal }, note, failure: pairReasons(wish, task.members, pairFigures(proposal)) }
    },
  }
}

type Started = Prepared & { tenantId: number; planId: string }

/** Runs beside everything else. A failure is logged; lookAfter tries once more, then says so. */
function solveAndSave({ db, now }: Services, { tenantId, planId, task, outcome }: Started, log: JobContext['log']) {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 100) / 10
  const save = (solved: Solved) => db.withTenant(tenantId, (tx) => saveSolved(tx, planId, solved, now()))
  let latest: SolveProgress = { rounds: 0, gap: null }
  const running = solveElsewhere(task, (progress) => (latest = progress))
  const failed = (what: string) => (error: unknown) => log.error({ err: error, planId }, what)
  const tell = async () => {
    const progress = { seconds: Math.round(seconds()), ...latest }
    const isWanted = await db.withTenant(tenantId, (tx) => saveProgress(tx, planId, progress))
    if (!isWanted) running.stop()
  }
  const watch = setInterval(() => void tell().catch(failed('plan progress not written')), TELL_MS).unref()
  running.answer
    .then((answer) => save(answer === 'stopped' ? NOTHING : statusOf(outcome(answer, seconds()))))
    .catch(failed('plan not solved'))
    .finally(() => clearInterval(watch))
}

const statusOf = (outcome: Outcome) => ({
  ...outcome,
  status: outcome.failure ? ('infeasible' as const) : ('solved' as const),
})

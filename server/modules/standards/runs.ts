/**
 * When the check-up runs: each night, when somebody asks, when a parameter changes, and after a change of facts where it
 * happened. One job a portion, each putting the next, so that no statement is long and other work gets its turn between.
 * Source: docs/capabilities/standards.md, "When it runs".
 */
import { performance } from 'node:perf_hooks'
import { LOOK_AGAIN, readTree } from '#modules/places/index.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import { recurring } from '#platform/recurring.ts'
import { checkAcross, checkPortion } from './check.ts'
import { portionsOf, rootOf } from './gather.ts'
import { advanceRun, insertRun, type Run, takeDue, wasStartedSince } from './run-queries.ts'

/** Portions by their root; null is what lies above all of them. Without a run nobody watches. */
type Portions = { runId: string | null; left: (string | null)[] }
type Cause = 'nightly' | 'asked' | 'settings'

const portionJob: Job<Portions> = job('standards.portion', async (tx, { runId, left }, { now }) => {
  const began = performance.now()
  const [rootId = null, ...rest] = left
  await checkPortion(tx, rootId, now)
  if (runId) await advanceRun(tx, runId, Math.round(performance.now() - began), now)
  if (rest.length > 0) await enqueue(tx, portionJob, { runId, left: rest }, { now })
})

/** A check-up of everything in this place; the smallest there is, is a community with its compounds. */
export async function startRun(tx: Tx, place: { id: string; path: string }, cause: Cause, now: Date): Promise<Run> {
  const { tree } = await readTree(tx)
  const own = rootOf(tree, place.path)
  const left = own
    ? [own.id]
    : portionsOf(tree, shanghaiToday(now)).flatMap(({ root }) =>
        root === null ? [null] : root.path.startsWith(place.path) ? [root.id] : [],
      )
  const run = {
    id: newId(),
    placeId: own?.id ?? place.id,
    portions: left.length,
    done: 0,
    startedAt: now.toISOString(),
    finishedAt: null,
  }
  await insertRun(tx, run, cause, now)
  await checkAcross(tx, now)
  await enqueue(tx, portionJob, { runId: run.id, left }, { now })
  return run
}

/** After changes of facts: takes every mark there is, so that calls that came together are one look. */
const lookAgain = job<Record<string, never>>(LOOK_AGAIN.name, async (tx, _nothing, { now }) => {
  const due = await takeDue(tx)
  if (due.length === 0) return
  const { tree } = await readTree(tx)
  await checkAcross(tx, now)
  const left = [...new Set(due.map((path) => rootOf(tree, path)?.id ?? null))]
  await enqueue(tx, portionJob, { runId: null, left }, { now })
})

/** The first look at the clock after this hour starts the night's run; one that was missed is made up for when the server is up again. */
const NIGHT_HOUR = 2
const nightly = recurring('standards.nightly', HOUR, async (tx, { now }) => {
  const tonight = new Date(`${shanghaiToday(now)}T0${NIGHT_HOUR}:00:00+08:00`)
  const last = now < tonight ? new Date(tonight.getTime() - DAY) : tonight
  if (await wasStartedSince(tx, 'nightly', last)) return
  const { tree } = await readTree(tx)
  const top = tree.all[0]
  if (top) await startRun(tx, top, 'nightly', now)
})

export const standardJobs = [portionJob, lookAgain] as Job<never>[] // each is handed the payload that was enqueued for it
export const standardRecurring = [nightly]

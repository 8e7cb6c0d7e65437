/**
 * The entering job: good rows into the registers, a piece of one kind at a time, each piece one transaction and one job, so
 * that a restart goes on where it stopped and nothing is entered twice. Source: docs/capabilities/imports.md, "Entering".
 */
import type { ImportKind } from '#contracts/imports.ts'
import type { PostKind } from '#contracts/rights.ts'
import { factsChanged, recountHouseholds } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { enterMembersOf, enterOrganisations, enterPosts } from './enter-organisations.ts'
import { enterRowsOfDoors, enterOwners, enterResidents, type Entering, type Outcome } from './enter-places.ts'
import { isRunning } from './lifecycle.ts'
import { emptyRows, lockImport, noteEffects, rowsOf, saveImport, settleRows, type RowFound } from './queries.ts'
import { loadGround } from './where.ts'

export type Running = { importId: string; mayAppoint: readonly PostKind[] }

/** Persons are sealed one by one, so a piece is small: other calls come in between. */
const PIECE = 400

/** Only enqueues; its handler is made by enterJob. */
export const enter: Job<Running> = { name: 'imports.enter', run: () => Promise.reject(new AppError('internal')) }

const BY_KIND: Record<ImportKind, (entering: Entering, rows: readonly RowFound[]) => Promise<Outcome[]>> = {
  buildings: enterRowsOfDoors,
  homes: enterRowsOfDoors,
  owners: enterOwners,
  residents: enterResidents,
  organisations: enterOrganisations,
  posts: enterPosts,
  members: enterMembersOf,
  // its rows went into those of the homes while the file was read
  roster: async () => [],
}

export const enterJob = (services: Services): Job<Running> =>
  job(enter.name, async (tx, payload, { now }) => {
    const one = await lockImport(tx, payload.importId)
    if (!one || !isRunning(one.status)) return
    const next = await rowsOf(tx, services.secrets, one.id, { states: ['good', 'warned'], after: 0, limit: PIECE })
    const [first] = next
    if (!first) {
      await finish(tx, one.placeId, now)
      await emptyRows(tx, one.id, ['skipped'])
      return saveImport(tx, one.id, { ...one, status: 'done', finishedAt: now.toISOString() }, now)
    }
    const rows = next.filter(({ kind }) => kind === first.kind)
    const ground = await loadGround(tx, one.placeId, now)
    const entering: Entering = { tx, services, one, ground, mayAppoint: payload.mayAppoint, now }
    const outcomes = await BY_KIND[first.kind](entering, rows)
    await settleRows(
      tx,
      one.id,
      rows.map((row) => settled(row, outcomes)),
    )
    await noteEffects(
      tx,
      one.id,
      outcomes.flatMap(({ effects }) => effects),
    )
    const bad = outcomes.filter(
      (outcome) => outcome.problem !== undefined && outcome.problem.severity === 'error',
    ).length
    await saveImport(
      tx,
      one.id,
      { ...one, doneCount: one.doneCount + rows.length, badCount: one.badCount + bad, goodCount: one.goodCount - bad },
      now,
    )
    tx.wake()
    await enqueue(tx, enter, payload, { now })
  })

function settled(row: RowFound, outcomes: readonly Outcome[]) {
  const outcome = outcomes.find(({ seq }) => seq === row.seq)
  const wrong = outcome?.problem
  const state = !wrong ? ('in' as const) : wrong.severity === 'error' ? ('bad' as const) : ('skipped' as const)
  return {
    seq: row.seq,
    state,
    problems: wrong ? [...row.problems, wrong] : row.problems,
    personId: outcome?.personId ?? null,
  }
}

/** Households up the line, and the check-up: once, when all is in, however many pieces it came in. */
async function finish(tx: Tx, placeId: string | null, now: Date): Promise<void> {
  if (!placeId) return
  await recountHouseholds(tx, placeId)
  const { scope, compounds } = await loadGround(tx, placeId, now)
  await factsChanged(tx, [scope.id, ...compounds.map(({ id }) => id)], now)
}

/**
 * The undoing job: everything that an import wrote is taken back, a piece at a time, in the order in which nothing points to
 * what is gone. Asked for only when nothing later stands on it. Source: docs/capabilities/imports.md, "Undoing".
 */
import { recountHouseholds, removePlaces } from '#modules/places/index.ts'
import { AppError } from '#platform/errors.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { isUndoing } from './lifecycle.ts'
import { emptyRows, lockImport, saveImport } from './queries.ts'
import { erasePersons, forgetEffects, nextEffects, TAKE_BACK } from './undo-queries.ts'

export type Undoing = { importId: string }
const PIECE = 500

/** Only enqueues; its handler is made by undoJob. */
export const undo: Job<Undoing> = { name: 'imports.undo', run: () => Promise.reject(new AppError('internal')) }

export const undoJob = ({ forgetActors }: Services): Job<Undoing> =>
  job(undo.name, async (tx, payload, { now }) => {
    const one = await lockImport(tx, payload.importId)
    if (!one || !isUndoing(one.status)) return
    const effects = await nextEffects(tx, one.id, PIECE)
    const table = effects[0]?.table
    if (table === undefined) {
      if (one.placeId) await recountHouseholds(tx, one.placeId)
      await emptyRows(tx, one.id, ['good', 'warned', 'bad', 'skipped'])
      forgetActors(tx.tenantId)
      return saveImport(tx, one.id, { ...one, status: 'undone', finishedAt: now.toISOString() }, now)
    }
    const ids = effects.map(({ rowId }) => rowId)
    if (table === 'place') await removePlaces(tx, ids, now)
    else if (table === 'person') await erasePersons(tx, ids, now)
    else await TAKE_BACK[table as keyof typeof TAKE_BACK](tx, ids) // ORDER names every table that an import writes
    await forgetEffects(
      tx,
      one.id,
      effects.map(({ seq }) => seq),
    )
    tx.wake()
    await enqueue(tx, undo, payload, { now })
  })

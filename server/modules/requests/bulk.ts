/** The same step on many requests, in the background, each by its own rules; progress is a row that anybody who started it can read. */
import type { StepBody } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { takeStepOn } from './take-step.ts'

type BulkRow = {
  person_id: string
  step: StepBody
  request_ids: string[]
  done: number
  refused: Refused[]
  finished_at: string | null
}
type Refused = { requestId: string; number: string; code: string }
type Payload = { bulkId: string; actor: Actor }

const PORTION = 20 // requests in one transaction: progress shows, and a crash repeats little

/** Only enqueues; its handler is made by bulkJob with the shell's services. */
const bulk: Job<Payload> = { name: 'requests.bulk', run: () => Promise.reject(new AppError('internal')) }

export async function startBulk(
  tx: Tx,
  actor: Actor,
  requestIds: readonly string[],
  step: StepBody,
  now: Date,
): Promise<string> {
  const bulkId = newId()
  await tx.run({
    name: 'bulk_start',
    text: 'INSERT INTO bulk_step (tenant_id, id, person_id, step, request_ids, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [tx.tenantId, bulkId, actor.personId, JSON.stringify(step), [...new Set(requestIds)], now],
  })
  await enqueue(tx, bulk, { bulkId, actor }, { now })
  return bulkId
}

/** @throws not_found */
export async function bulkState(tx: Tx, actor: Actor, bulkId: string) {
  const row = await find(tx, bulkId)
  if (row?.person_id !== actor.personId) throw new AppError('not_found')
  return { total: row.request_ids.length, done: row.done, refused: row.refused, finishedAt: row.finished_at }
}

export const bulkJob = ({ db }: Services): Job<Payload> =>
  job(bulk.name, async (tx, payload, { now }) => {
    const row = await find(tx, payload.bulkId)
    if (!row || row.finished_at) return
    const portion = row.request_ids.slice(row.done, row.done + PORTION)
    const refused: Refused[] = []
    for (const requestId of portion) {
      // Each step commits by itself: one refusal leaves the others done. A repeat after a crash is refused as already taken.
      const code = await db
        .withTenant(tx.tenantId, (own) => takeStepOn(own, payload.actor, requestId, row.step, now))
        .then(
          () => null,
          (error: unknown) => {
            if (error instanceof AppError) return error.code
            throw error
          },
        )
      if (code) refused.push({ requestId, number: code === 'not_found' ? '' : await numberOf(tx, requestId), code })
    }
    const done = row.done + portion.length
    const finished = done >= row.request_ids.length
    await tx.run({
      name: 'bulk_progress',
      text: 'UPDATE bulk_step SET done = $3, refused = refused || $4::jsonb, finished_at = $5 WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, payload.bulkId, done, JSON.stringify(refused), finished ? now : null],
    })
    if (!finished) await enqueue(tx, bulk, payload, { now })
  })

const find = (tx: Tx, id: string) =>
  tx.one<BulkRow>({
    name: 'bulk_find',
    text: 'SELECT person_id, step, request_ids, done, refused, finished_at FROM bulk_step WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })

const numberOf = async (tx: Tx, id: string) =>
  (
    await tx.one<{ number: string }>({
      name: 'bulk_number',
      text: 'SELECT number FROM request WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, id],
    })
  )?.number ?? ''

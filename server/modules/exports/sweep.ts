/**
 * Ends what is over: files whose day has passed, approvals that nobody answered, and making that stopped for good. Rows are
 * deleted with it; that there was an export stays in the list and in the log.
 */
import { WAITING_HOURS, type ExportState } from '#contracts/exports.ts'
import { HOUR, MINUTE } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { recurring } from '#platform/recurring.ts'
import { deletePieces } from './queries.ts'
import { giveBack } from './quota.ts'

const AT_A_TIME = 50
/** Jobs are tried for some nine minutes; what has not moved for longer will not. */
const STUCK_AFTER = HOUR

type Over = { id: string; state: ExportState; personId: string; counted: number; createdAt: string }

export const sweepExports = recurring('exports.sweep', 10 * MINUTE, async (tx, { now }) => {
  const over = await tx.many<Over>({
    name: 'export_over',
    text: `SELECT id, state, person_id AS "personId", counted, created_at AS "createdAt" FROM export_job
            WHERE tenant_id = $1 AND ((state = 'ready' AND ends_at <= $2) OR (state = 'waiting' AND updated_at <= $3) OR (state = 'running' AND updated_at <= $4))
            ORDER BY updated_at LIMIT $5 FOR UPDATE SKIP LOCKED`,
    values: [tx.tenantId, now, before(now, WAITING_HOURS * HOUR), before(now, STUCK_AFTER), AT_A_TIME],
  })
  await deletePieces(tx, over.map(({ id }) => id)) // prettier-ignore
  await end(tx, over.filter(({ state }) => state !== 'running'), 'ended', now) // prettier-ignore
  await end(tx, over.filter(({ state }) => state === 'running'), 'failed', now) // prettier-ignore
  for (const one of over) if (one.state !== 'ready') await giveBack(tx, one)
})

const before = (now: Date, ms: number) => new Date(now.getTime() - ms)

const end = (tx: Tx, which: readonly Over[], state: ExportState, now: Date) =>
  tx.run({
    name: 'export_end',
    text: `UPDATE export_job SET state = $3, go_on = NULL, piece_count = 0, updated_at = $4 WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
    values: [tx.tenantId, which.map(({ id }) => id), state, now],
  })

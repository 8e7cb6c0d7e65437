/**
 * Packs what has been closed for long: a little every few minutes, so that the database stays as large as what is still alive.
 *
 * Whatever steps on a packed request later finds it unpacked (queries/load.ts); when it has rested again it is packed again.
 */
import { DAY, MINUTE } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { recurring } from '#platform/recurring.ts'
import type { Clocks } from '../clock/clocks.ts'
import { REOPEN_WITHIN_DAYS } from '../guards.ts'
import { encodeFile } from './encode.ts'
import { ownerOf, takeTurn, type Own } from './files.ts'
import type { History, PackedAssignment, PackedEvent, PackedRating } from './history.ts'

/** Twice the time in which its reporter may reopen it: until then a page of it is still asked for. */
export const RESTS_DAYS = 2 * REOPEN_WITHIN_DAYS
const EVERY = MINUTE
/** One transaction of some 200 ms; 400,000 a day, while a district of the largest size closes 10,000. */
const AT_A_TIME = 300

export const packing = recurring('requests.pack', EVERY, async (tx, { now }) => {
  await packRested(tx, now)
})

/** What is packed of a request's own row. */
type Ready = Own & { clocks: Clocks }
type Beside<R> = R & { tenant_id: number; request_id: string }

/** How many it packed. */
export async function packRested(tx: Tx, now: Date): Promise<number> {
  const ready = await tx.many<Ready>({
    name: 'request_to_pack',
    text: `SELECT r.id, r.reporter_person_id, r.created_at, r.clocks FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.clocks IS NOT NULL AND r.closed_at < $2 AND r.updated_at < $2
            ORDER BY r.closed_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
    values: [tx.tenantId, new Date(now.getTime() - RESTS_DAYS * DAY), AT_A_TIME],
  })
  if (ready.length === 0) return 0
  await takeTurn(tx)
  const files = (await readRows(tx, ready)).map(({ row, history }) => encodeFile(history, ownerOf(row)))
  await tx.run({
    name: 'request_pack',
    text: 'SELECT pack_requests($1::uuid[], $2::bytea[])',
    values: [ready.map(({ id }) => id), files],
  })
  return ready.length
}

/** Histories of requests that are not packed, in their order. */
export async function readRows(tx: Tx, requests: readonly Ready[]): Promise<{ row: Ready; history: History }[]> {
  const values = [tx.tenantId, requests.map(({ id }) => id)]
  const events = byRequest(
    await tx.many<Beside<PackedEvent>>({
      name: 'pack_events',
      text: 'SELECT e.* FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = ANY ($2) ORDER BY e.request_id, e.seq',
      values,
    }),
  )
  const assignments = byRequest(
    await tx.many<Beside<PackedAssignment>>({
      name: 'pack_assignments',
      text: 'SELECT a.* FROM request_assignment a WHERE a.tenant_id = $1 AND a.request_id = ANY ($2) ORDER BY a.id',
      values,
    }),
  )
  const ratings = byRequest(
    await tx.many<Beside<PackedRating>>({
      name: 'pack_ratings',
      text: 'SELECT g.* FROM request_rating g WHERE g.tenant_id = $1 AND g.request_id = ANY ($2) ORDER BY g.at, g.person_id',
      values,
    }),
  )
  return requests.map((row) => ({
    row,
    history: {
      events: events.get(row.id) ?? [],
      assignments: assignments.get(row.id) ?? [],
      ratings: ratings.get(row.id) ?? [],
      clocks: row.clocks,
    },
  }))
}

function byRequest<R extends object>(rows: readonly Beside<R>[]): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const { tenant_id: _tenant, request_id: of, ...row } of rows) {
    const one = row as unknown as R // the row without what says where it belongs
    const group = groups.get(of)
    if (group) group.push(one)
    else groups.set(of, [one])
  }
  return groups
}

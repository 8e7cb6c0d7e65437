/**
 * What everybody may read of histories that are packed. Files hold no index of their steps: those that may lie in a window are found by
 * when their requests came in and were closed, which is never before their last public step.
 */
import type { Tx } from '#platform/db.ts'
import { readHistories, type PackedEvent } from '../packed/index.ts'
import { isTold, lastWords, publicStep, type Matter, type PublicEvent } from '../public-step.ts'
import { Params } from '../scope.ts'
import { IS_PUBLIC_PHOTO, shown, type Hidden } from './public-conditions.ts'
import { allOf, prepared, rowCount } from './rows.ts'

/** Some ten milliseconds; other calls have their turn between. */
const AT_A_TIME = 100

/** Why each was closed, in the words of its last such step, as they were written. */
export async function lastWordsOf(tx: Tx, requestIds: readonly string[]): Promise<Map<string, string | null>> {
  const histories = await readHistories(tx, requestIds)
  return new Map([...histories].map(([id, { events }]) => [id, lastWords(events)]))
}

type Span = { from: Date; fromId: string; to: Date; hidden: Hidden }

/**
 * Packed requests that may have one of the first `limit` steps from a place in time on (an instant, and of that instant an id), by id. As
 * each begins with a step, the span need reach no further than that many beginnings; those that came in before are all that were not
 * closed yet.
 */
export async function filesFrom(tx: Tx, { from, fromId, to, hidden }: Span, limit: number): Promise<string[]> {
  const among = (params: Params, side: '>=' | '<') => [
    `(r.created_at, r.id) ${side} (${params.add(from)}::timestamptz, ${params.add(fromId)}::uuid)`,
    'r.clocks IS NULL',
    'NOT r.limited',
    ...shown(hidden, params),
  ]
  const first = new Params(tx.tenantId)
  const during = [`r.created_at <= ${first.add(to)}`, ...among(first, '>=')]
  const text = `SELECT r.id FROM request r WHERE r.tenant_id = $1 AND ${allOf(during)} ORDER BY r.created_at, r.id LIMIT ${rowCount(limit + 1)}`
  const begun = await tx.many<{ id: string }>(prepared(text, first.values))
  const then = new Params(tx.tenantId)
  const before = [`r.closed_at >= ${then.add(from)}`, ...among(then, '<')]
  const other = `SELECT r.id FROM request r WHERE r.tenant_id = $1 AND ${allOf(before)}`
  const open = await tx.many<{ id: string }>(prepared(other, then.values))
  return [...begun, ...open].map(({ id }) => id)
}

/** Their public steps, in no order. */
export async function eventsInFiles(
  tx: Tx,
  requestIds: readonly string[],
  wanted: (event: PackedEvent) => boolean = () => true,
): Promise<PublicEvent[]> {
  const found: PublicEvent[] = []
  for (let from = 0; from < requestIds.length; from += AT_A_TIME) {
    const histories = await readHistories(tx, requestIds.slice(from, from + AT_A_TIME))
    const steps = [...histories].flatMap(([id, { events }]) =>
      events.filter((one) => isTold(one) && wanted(one)).map((one) => ({ id, one })),
    )
    const ids = [...new Set(steps.map(({ id }) => id))]
    if (ids.length === 0) continue
    const matters = new Map((await mattersOf(tx, ids)).map((one) => [one.id, one]))
    const photos = new Map((await photosOf(tx, ids)).map(({ requestId, seq, id }) => [`${requestId}.${seq}`, id]))
    for (const { id, one } of steps) {
      const matter = matters.get(id)
      if (matter) found.push(publicStep(matter, one, photos.get(`${id}.${one.seq}`) ?? null))
    }
  }
  return found
}

const mattersOf = (tx: Tx, ids: readonly string[]) =>
  tx.many<Matter>({
    name: 'public_matters',
    text: `SELECT r.id, r.kind, r.number, r.round, r.outcome, r.lead_name AS "leadName", r.level,
                  (SELECT m.number FROM request m WHERE m.tenant_id = $1 AND m.id = r.merged_into_id AND NOT m.limited) AS "mergedNumber"
             FROM request r WHERE r.tenant_id = $1 AND r.id = ANY($2) AND NOT r.limited`,
    values: [tx.tenantId, ids],
  })

/** The first of each step. */
const photosOf = (tx: Tx, ids: readonly string[]) =>
  tx.many<{ id: string; requestId: string; seq: number }>({
    name: 'public_step_photos',
    text: `SELECT DISTINCT ON (p.request_id, p.event_seq) p.id, p.request_id AS "requestId", p.event_seq AS seq
             FROM photo p JOIN request r ON r.tenant_id = $1 AND r.id = p.request_id
            WHERE p.tenant_id = $1 AND p.request_id = ANY($2) AND ${IS_PUBLIC_PHOTO} ORDER BY p.request_id, p.event_seq, p.id`,
    values: [tx.tenantId, ids],
  })

/**
 * Steps that everybody may read of, oldest first: those in rows, and those of requests that were packed since (public-files.ts).
 * Rows are read first: a request that is packed meanwhile is met twice and told once, never missed.
 */
import type { Tx } from '#platform/db.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { RESTS_DAYS } from '../packed/index.ts'
import { SAYS, TOLD, type PublicEvent } from '../public-step.ts'
import { publicWords } from '../public-words.ts'
import { Params } from '../scope.ts'
import { IS_PUBLIC_PHOTO, shown, type Hidden } from './public-conditions.ts'
import { eventsInFiles, filesFrom } from './public-files.ts'
import { allOf, prepared, rowCount } from './rows.ts'

/** Both ends included; `after` is the last step of the page before. */
export type EventWindow = Hidden & { from: Date; to: Date; after?: { at: string; id: string; seq: number }; now: Date }

const FIRST = '00000000-0000-0000-0000-000000000000'

/** Whoever reads the pages in turn misses none. */
export async function publicEvents(tx: Tx, window: EventWindow, limit: number): Promise<PublicEvent[]> {
  const { from, to, after, now, ...hidden } = window
  const params = new Params(tx.tenantId)
  const where = [`e.at >= ${params.add(from)}`, `e.at <= ${params.add(to)}`, ...shown(hidden, params)]
  if (after)
    where.push(
      `(e.at, e.request_id, e.seq) > (${params.add(after.at)}::timestamptz, ${params.add(after.id)}::uuid, ${params.add(after.seq)}::int)`,
    )
  const inRows = await eventsInRows(tx, params, where, limit)
  const begin = after ? new Date(after.at) : from
  const fromId = after?.id ?? FIRST
  // Nothing younger is packed: who reads from the last time on asks for no file.
  const isPackable = begin.getTime() <= now.getTime() - RESTS_DAYS * DAY
  const ids = isPackable ? await filesFrom(tx, { from: begin, fromId, to, hidden }, limit) : []
  const inFiles = await eventsInFiles(tx, ids, ({ at }) => Date.parse(at) >= begin.getTime() && Date.parse(at) <= to.getTime()) // prettier-ignore
  const beyond = inFiles.filter((one) => !after || order(one, { ...after, requestId: after.id }) > 0)
  return told([...inRows, ...beyond]).slice(0, limit)
}

/** Of a page of requests; a few have dozens. */
const MOST_STEPS = 50_000

/** All steps of these requests. */
export async function publicEventsOf(tx: Tx, requestIds: readonly string[]): Promise<PublicEvent[]> {
  if (requestIds.length === 0) return []
  const params = new Params(tx.tenantId)
  const inRows = await eventsInRows(tx, params, [`e.request_id = ANY(${params.add(requestIds)})`], MOST_STEPS)
  return told([...inRows, ...(await eventsInFiles(tx, requestIds))])
}

const IN_SAYS = `IN (${SAYS.map((action) => `'${action}'`).join(', ')})`

async function eventsInRows(tx: Tx, params: Params, where: readonly string[], limit: number): Promise<PublicEvent[]> {
  const all = [`e.action = ANY(${params.add(TOLD)})`, ...where]
  const text = `SELECT e.request_id AS "requestId", r.kind, r.number, e.seq, e.at, e.action, e.status,
      CASE WHEN e.status <> 'closed' THEN NULL WHEN e.round = r.round THEN r.outcome ELSE e.facts->>'outcome' END AS outcome,
      coalesce(e.facts->>'handler', r.lead_name) AS "leadName", coalesce(e.facts->>'level', r.level) AS level,
      (SELECT m.number FROM request m WHERE m.tenant_id = $1 AND m.id = r.merged_into_id AND NOT m.limited) AS "mergedNumber",
      CASE WHEN e.action ${IN_SAYS} THEN coalesce(e.facts->>'reason', e.note) END AS said,
      (SELECT p.id FROM photo p WHERE p.tenant_id = $1 AND p.request_id = r.id AND p.event_seq = e.seq AND ${IS_PUBLIC_PHOTO} ORDER BY p.id LIMIT 1) AS "photoId"
    FROM request_event e JOIN request r ON r.tenant_id = $1 AND r.id = e.request_id
   WHERE e.tenant_id = $1 AND NOT e.internal AND NOT r.limited AND ${allOf(all)}
   ORDER BY e.at, e.request_id, e.seq LIMIT ${rowCount(limit)}`
  return tx.many<PublicEvent>(prepared(text, params.values))
}

/** Each once, in order, without what would tell who somebody is. */
function told(events: readonly PublicEvent[]): PublicEvent[] {
  const once = new Map(events.map((one) => [`${one.requestId}.${one.seq}`, one]))
  return [...once.values()]
    .toSorted(order)
    .map((one) => ({ ...one, said: one.said && publicWords(one.kind, one.said) }))
}

type Place = { at: string; requestId: string; seq: number }
const order = (a: Place, b: Place): number =>
  Date.parse(a.at) - Date.parse(b.at) ||
  (a.requestId < b.requestId ? -1 : a.requestId > b.requestId ? 1 : a.seq - b.seq)

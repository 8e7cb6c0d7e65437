/**
 * Writes what webhooks are to be told of a request, in the transaction that announces a step of it.
 *
 * Not the announced step alone but whatever of the history has not been written yet up to it: announcements may overtake each
 * other, messages must not.
 */
import type { EventView, RequestStatus } from '#contracts/requests.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { eventOf } from './events.ts'
import { bodyOf, type Told } from './message.ts'
import { wake } from './wake.ts'

type Untold = Told & { webhookId: string; origin: string; events: string[]; action: EventView['action']; before: RequestStatus | null; roundBefore: number | null } // prettier-ignore

export async function writeDeliveries(tx: Tx, { requestId, seq }: { requestId: string; seq: number }, now: Date) {
  const told = new Set<string>()
  for (const one of await untold(tx, requestId, seq)) {
    const event = eventOf({
      action: one.action,
      closes: one.status === 'closed' && one.before !== 'closed',
      again: one.roundBefore !== null && one.round > one.roundBefore,
    })
    if (!event || !one.events.includes(event)) continue
    const id = newId()
    await insertDelivery(tx, { id, webhookId: one.webhookId, requestId, seq: one.seq, event, body: bodyOf(id, event, one.origin, one) }, now) // prettier-ignore
    told.add(one.webhookId)
  }
  for (const webhookId of told) await wake(tx, webhookId, { now })
}

const untold = (tx: Tx, requestId: string, seq: number) =>
  tx.many<Untold>({
    name: 'webhook_untold',
    text: `SELECT w.id AS "webhookId", w.origin, w.events, r.id AS "requestId", r.number, r.kind, r.category_code AS "categoryCode", r.limited,
                  r.place_name AS "placeName", r.created_at AS "receivedAt", r.due_at AS "dueAt", e.seq, e.at, e.action, e.status, e.round,
                  CASE WHEN e.status = 'closed' THEN r.outcome END AS outcome, CASE WHEN e.status = 'closed' THEN r.confirmed_by END AS "confirmedBy",
                  CASE WHEN e.status IN ('finished', 'closed') THEN r.finished_at END AS "finishedAt",
                  CASE WHEN e.status = 'closed' THEN r.closed_at END AS "closedAt", b.status AS before, b.round AS "roundBefore"
             FROM webhook w
             JOIN request r ON r.tenant_id = $1 AND r.id = $2
             JOIN request_event e ON e.tenant_id = $1 AND e.request_id = r.id
             LEFT JOIN request_event b ON b.tenant_id = $1 AND b.request_id = r.id AND b.seq = e.seq - 1
            WHERE w.tenant_id = $1 AND w.removed_at IS NULL AND r.place_path >= w.place_path AND r.place_path < w.place_path || '~'
              AND e.seq <= $3 AND e.at >= w.since_at AND NOT e.internal
              AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.tenant_id = $1 AND d.webhook_id = w.id AND d.request_id = r.id AND d.seq = e.seq)
            ORDER BY w.id, e.seq`,
    values: [tx.tenantId, requestId, seq],
  })

type NewDelivery = { id: string; webhookId: string; requestId: string | null; seq: number | null; event: string; body: string } // prettier-ignore

export const insertDelivery = (tx: Tx, one: NewDelivery, now: Date) =>
  tx.run({
    name: 'webhook_delivery_insert',
    text: `INSERT INTO webhook_delivery (tenant_id, id, webhook_id, request_id, seq, event, body, state, due_at, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8) ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, one.id, one.webhookId, one.requestId, one.seq, one.event, one.body, now],
  })

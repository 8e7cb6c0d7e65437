/** SQL of webhooks: taking the next message, writing what became of it, and what the page shows. */
import type { DeliveryView, WebhookView } from '#contracts/webhooks.ts'
import type { Tx } from '#platform/db.ts'

export type WebhookRow = WebhookView & { placePath: string }
export type Delivery = {
  id: string
  webhookId: string
  name: string
  url: string
  body: string
  attempts: number
  secretSealed: Buffer
  placePath: string
}

/** True when nobody else sends to it now; `again`: it is ours already and goes on. */
export const startLease = async (tx: Tx, id: string, now: Date, leaseMs: number, { again = false } = {}) =>
  (await tx.run({
    name: 'webhook_lease',
    text: `UPDATE webhook SET busy_until = $4 WHERE tenant_id = $1 AND id = $2 AND paused_at IS NULL AND removed_at IS NULL
              AND ($5 OR busy_until IS NULL OR busy_until < $3)`,
    values: [tx.tenantId, id, now, new Date(now.getTime() + leaseMs), again],
  })) > 0

export const endLease = (tx: Tx, id: string) =>
  tx.run({
    name: 'webhook_lease_end',
    text: 'UPDATE webhook SET busy_until = NULL WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })

/** The oldest that is due and has no older one of the same request before it. */
export const nextDelivery = (tx: Tx, webhookId: string, now: Date) =>
  tx.one<Delivery>({
    name: 'webhook_next',
    text: `SELECT d.id, w.id AS "webhookId", w.name, w.url, d.body, d.attempts, w.secret_sealed AS "secretSealed", w.place_path AS "placePath"
             FROM webhook w JOIN webhook_delivery d ON d.tenant_id = $1 AND d.webhook_id = w.id
            WHERE w.tenant_id = $1 AND w.id = $2 AND d.state = 'waiting' AND d.due_at <= $3
              AND NOT EXISTS (SELECT 1 FROM webhook_delivery o WHERE o.tenant_id = $1 AND o.webhook_id = w.id AND o.request_id = d.request_id
                                 AND o.seq < d.seq AND o.state = 'waiting')
            ORDER BY d.id LIMIT 1`,
    values: [tx.tenantId, webhookId, now],
  })

export async function saveDelivered(tx: Tx, { id, webhookId }: Delivery, statusCode: number, now: Date): Promise<void> {
  await tx.run({
    name: 'webhook_delivered',
    text: `UPDATE webhook_delivery SET state = 'delivered', attempts = attempts + 1, tried_at = $3, status_code = $4, fault = NULL
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, now, statusCode],
  })
  await tx.run({
    name: 'webhook_ok',
    text: 'UPDATE webhook SET last_ok_at = $3, failing_since = NULL WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, webhookId, now],
  })
}

type Failure = { dueAt: Date | null; statusCode: number | null; fault: string | null; now: Date }

/** Without a next moment the message is given up. Gives since when nothing came through. */
export async function saveFailed(tx: Tx, { id, webhookId }: Delivery, { dueAt, statusCode, fault, now }: Failure) {
  await tx.run({
    name: 'webhook_failed',
    text: `UPDATE webhook_delivery SET state = CASE WHEN $3::timestamptz IS NULL THEN 'dead' ELSE 'waiting' END, due_at = coalesce($3, due_at),
                  attempts = attempts + 1, tried_at = $4, status_code = $5, fault = $6 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, dueAt, now, statusCode, fault],
  })
  const row = await tx.one<{ failingSince: string }>({
    name: 'webhook_failing',
    text: `UPDATE webhook SET failing_since = coalesce(failing_since, $3) WHERE tenant_id = $1 AND id = $2
           RETURNING failing_since AS "failingSince"`,
    values: [tx.tenantId, webhookId, now],
  })
  return row ?? { failingSince: now.toISOString() }
}

export const pauseFailing = (tx: Tx, id: string, reason: 'failing' | 'gone', now: Date) =>
  tx.run({
    name: 'webhook_pause',
    text: 'UPDATE webhook SET paused_at = $3, pause_reason = $4 WHERE tenant_id = $1 AND id = $2 AND paused_at IS NULL',
    values: [tx.tenantId, id, now, reason],
  })

/** Webhooks for which something is due and that nobody sends to. */
export const dueWebhooks = async (tx: Tx, now: Date) =>
  (
    await tx.many<{ id: string }>({
      name: 'webhook_due',
      text: `SELECT w.id FROM webhook w
              WHERE w.tenant_id = $1 AND w.paused_at IS NULL AND w.removed_at IS NULL AND (w.busy_until IS NULL OR w.busy_until < $2)
                AND EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.tenant_id = $1 AND d.webhook_id = w.id AND d.state = 'waiting' AND d.due_at <= $2)`,
      values: [tx.tenantId, now],
    })
  ).map(({ id }) => id)

export const sweepDeliveries = (tx: Tx, before: Date) =>
  tx.run({
    name: 'webhook_sweep',
    text: 'DELETE FROM webhook_delivery WHERE tenant_id = $1 AND created_at < $2',
    values: [tx.tenantId, before],
  })

const VIEW = `SELECT w.id, w.name, w.url, w.events, w.place_id AS "placeId", p.full_name AS "placeName", w.place_path AS "placePath",
  w.created_at AS "createdAt", w.last_ok_at AS "lastOkAt", w.failing_since AS "failingSince", w.paused_at AS "pausedAt", w.pause_reason AS "pauseReason",
  (SELECT count(*)::int FROM webhook_delivery d WHERE d.tenant_id = $1 AND d.webhook_id = w.id AND d.state = 'waiting') AS waiting,
  (SELECT count(*)::int FROM webhook_delivery d WHERE d.tenant_id = $1 AND d.webhook_id = w.id AND d.state = 'dead') AS dead
  FROM webhook w JOIN place p ON p.tenant_id = $1 AND p.id = w.place_id WHERE w.tenant_id = $1 AND w.removed_at IS NULL`

export const webhookRows = (tx: Tx) =>
  tx.many<WebhookRow>({ name: 'webhook_list', text: `${VIEW} ORDER BY w.id DESC`, values: [tx.tenantId] })

export const webhookById = (tx: Tx, id: string) =>
  tx.one<WebhookRow>({ name: 'webhook_find', text: `${VIEW} AND w.id = $2`, values: [tx.tenantId, id] })

/** Newest first. */
export const deliveryRows = (
  tx: Tx,
  webhookId: string,
  { state, after, limit }: { state?: string; after?: string; limit: number },
) =>
  tx.many<DeliveryView>({
    name: 'webhook_deliveries',
    text: `SELECT d.id, d.event, d.request_id AS "requestId", r.number AS "requestNumber", d.state, d.attempts, d.created_at AS "createdAt",
                  d.tried_at AS "triedAt", d.due_at AS "dueAt", d.status_code AS "statusCode", d.fault
             FROM webhook_delivery d LEFT JOIN request r ON r.tenant_id = $1 AND r.id = d.request_id
            WHERE d.tenant_id = $1 AND d.webhook_id = $2 AND ($3::text IS NULL OR d.state = $3) AND ($4::uuid IS NULL OR d.id < $4)
            ORDER BY d.id DESC LIMIT $5`,
    values: [tx.tenantId, webhookId, state ?? null, after ?? null, limit],
  })

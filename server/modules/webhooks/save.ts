/** SQL of what the operator does to a webhook. */
import type { WebhookEvent } from '#contracts/webhooks.ts'
import type { Tx } from '#platform/db.ts'

export type NewWebhook = {
  id: string
  name: string
  url: string
  origin: string
  events: readonly WebhookEvent[]
  placeId: string
  placePath: string
  secretSealed: Buffer
}

export const insertWebhook = (tx: Tx, one: NewWebhook, now: Date) =>
  tx.run({
    name: 'webhook_insert',
    text: `INSERT INTO webhook (tenant_id, id, name, url, origin, events, place_id, place_path, secret_sealed, created_at, since_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    values: [tx.tenantId, one.id, one.name, one.url, one.origin, one.events, one.placeId, one.placePath, one.secretSealed, now], // prettier-ignore
  })

type Change = { name?: string; url?: string; events?: readonly WebhookEvent[]; paused?: boolean }

/** Other events count from now on; going on again forgets how long it failed. */
export const saveChange = (tx: Tx, id: string, { name, url, events, paused }: Change, now: Date) =>
  tx.run({
    name: 'webhook_change',
    text: `UPDATE webhook SET name = coalesce($3, name), url = coalesce($4, url), events = coalesce($5, events),
                  since_at = CASE WHEN $5::text[] IS NULL THEN since_at ELSE $7 END,
                  paused_at = CASE WHEN $6::boolean IS NULL THEN paused_at WHEN $6 THEN coalesce(paused_at, $7) END,
                  pause_reason = CASE WHEN $6::boolean IS NULL THEN pause_reason WHEN $6 THEN coalesce(pause_reason, 'person') END,
                  failing_since = CASE WHEN $6 IS FALSE THEN NULL ELSE failing_since END
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, name ?? null, url ?? null, events ?? null, paused ?? null, now],
  })

export const saveSecret = (tx: Tx, id: string, secretSealed: Buffer) =>
  tx.run({
    name: 'webhook_secret',
    text: 'UPDATE webhook SET secret_sealed = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, secretSealed],
  })

export async function saveRemoved(tx: Tx, id: string, now: Date) {
  await tx.run({
    name: 'webhook_remove',
    text: 'UPDATE webhook SET removed_at = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, now],
  })
  await tx.run({
    name: 'webhook_remove_waiting',
    text: `DELETE FROM webhook_delivery WHERE tenant_id = $1 AND webhook_id = $2 AND state = 'waiting'`,
    values: [tx.tenantId, id],
  })
}

/** Given-up messages wait once more, as if for the first time; gives how many. What has been overtaken since keeps its place. */
export const retryDead = (tx: Tx, webhookId: string, deliveryId: string | null, now: Date) =>
  tx.run({
    name: 'webhook_retry',
    text: `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, due_at = $4
            WHERE tenant_id = $1 AND webhook_id = $2 AND ($3::uuid IS NULL OR id = $3) AND state = 'dead'`,
    values: [tx.tenantId, webhookId, deliveryId, now],
  })

/** What waits for its next try is tried now. */
export const hurry = (tx: Tx, webhookId: string, now: Date) =>
  tx.run({
    name: 'webhook_hurry',
    text: `UPDATE webhook_delivery SET due_at = $3 WHERE tenant_id = $1 AND webhook_id = $2 AND state = 'waiting' AND due_at > $3`,
    values: [tx.tenantId, webhookId, now],
  })

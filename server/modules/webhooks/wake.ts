/** Has what waits for a webhook sent; the job itself stands in send.ts. */
import type { Tx } from '#platform/db.ts'
import { enqueue, type Job } from '#platform/outbox.ts'

export type WakePayload = { webhookId: string }
export const SEND: Pick<Job<WakePayload>, 'name'> = { name: 'webhooks.send' }

export const wake = (tx: Tx, webhookId: string, when: { now: Date; runAt?: Date }) =>
  enqueue(tx, SEND, { webhookId }, when)

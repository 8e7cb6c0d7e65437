/**
 * Sends what waits for one webhook, one message after the other. A message that failed holds back later ones of the same request
 * and no others. Only one process sends to a webhook at a time: its row says until when somebody does.
 */
import type { Tx } from '#platform/db.ts'
import { job } from '#platform/outbox.ts'
import type { OutgoingAnswer } from '#platform/outgoing/outgoing.ts'
import { recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { settle } from './after-call.ts'
import { signedHeaders } from './message.ts'
import { dueWebhooks, endLease, nextDelivery, startLease, sweepDeliveries, type Delivery } from './queries.ts'
import { secretOf } from './secret.ts'
import { SEND, wake, type WakePayload } from './wake.ts'

/** Longer than a call may take; a process that died is followed by another after this. */
const LEASE_MS = 60_000
const TIMEOUT_MS = 10_000
/** Nobody reads what they answer. */
const MAX_BYTES = 65_536
const FULL_MS = 1_000
const WATCH_MS = 60_000
const KEEP_DAYS = 30

export const sendJob = (services: Services) =>
  job<WakePayload>(SEND.name, async (tx, { webhookId }, { now }) => {
    if (!(await startLease(tx, webhookId, now, LEASE_MS))) return // who has it looks again before letting go
    if (services.beside.start(() => sendAll(services, tx.tenantId, webhookId))) return
    await endLease(tx, webhookId)
    await wake(tx, webhookId, { now, runAt: new Date(now.getTime() + FULL_MS) })
  })

/** Takes up what a process left lying, and forgets what is old. */
export const watchWebhooks = recurring('webhooks.watch', WATCH_MS, async (tx, { now }) => {
  for (const webhookId of await dueWebhooks(tx, now)) await wake(tx, webhookId, { now })
  await sweepDeliveries(tx, new Date(now.getTime() - KEEP_DAYS * 86_400_000))
})

async function sendAll(services: Services, tenantId: number, webhookId: string) {
  const { db, now, beside } = services
  for (;;) {
    const next = await db.withTenant(tenantId, (tx) => take(tx, webhookId, now(), beside.stopping()))
    if (!next) return
    const answer = await send(services, tenantId, next)
    await db.withTenant(tenantId, (tx) => settle(tx, next, answer, now()))
  }
}

/** The next message, with the lease prolonged; without one the lease ends in the same transaction. */
async function take(tx: Tx, webhookId: string, now: Date, stopping: boolean): Promise<Delivery | undefined> {
  const isHeld = await startLease(tx, webhookId, now, LEASE_MS, { again: true })
  const next = isHeld && !stopping ? await nextDelivery(tx, webhookId, now) : undefined
  if (!next) await endLease(tx, webhookId)
  return next
}

function send({ outgoing, secrets, now }: Services, tenantId: number, next: Delivery): Promise<OutgoingAnswer> {
  const secret = secretOf(secrets, tenantId, next.webhookId, next.secretSealed)
  const headers = signedHeaders(next, secret, now())
  return outgoing.fetchSafely({ url: next.url, method: 'POST', headers, body: next.body, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES }) // prettier-ignore
}

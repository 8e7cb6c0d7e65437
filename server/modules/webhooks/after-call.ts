/** What an answer means for a message and its webhook: delivered, tried again later, given up; paused after days of failure. */
import { tellAll } from '#modules/notices/index.ts'
import { postsCovering } from '#modules/people/index.ts'
import type { Tx } from '#platform/db.ts'
import { nextTry } from '#platform/outgoing/backoff.ts'
import type { OutgoingAnswer } from '#platform/outgoing/outgoing.ts'
import { pauseFailing, saveDelivered, saveFailed, type Delivery } from './queries.ts'
import { wake } from './wake.ts'

/** So long nothing at all came through: then it is paused, and the operator told. */
const PAUSE_AFTER_MS = 3 * 86_400_000
/** 410 Gone: the other side wants no more of it (Standard Webhooks, "Delivery"). */
const GONE = 410
const MOST_ASKED_MS = 86_400_000

export async function settle(tx: Tx, delivery: Delivery, answer: OutgoingAnswer, now: Date): Promise<void> {
  if (answer.ok && answer.status >= 200 && answer.status < 300) return saveDelivered(tx, delivery, answer.status, now)
  const dueAt = laterOf(nextTry(delivery.attempts + 1, delivery.id, now), answer, now)
  const { failingSince } = await saveFailed(tx, delivery, {
    dueAt,
    statusCode: answer.ok ? answer.status : null,
    fault: answer.ok ? null : answer.why,
    now,
  })
  if (dueAt) await wake(tx, delivery.webhookId, { now, runAt: dueAt })
  const gone = answer.ok && answer.status === GONE
  const failing = now.getTime() - Date.parse(failingSince) >= PAUSE_AFTER_MS
  if (gone || failing) await pause(tx, delivery, gone ? 'gone' : 'failing', now)
}

/** Who asks to be left alone for a while is (RFC 9110, Retry-After in seconds). */
function laterOf(dueAt: Date | null, answer: OutgoingAnswer, now: Date): Date | null {
  const asked = answer.ok ? Number(answer.headers['retry-after']) * 1000 : NaN
  if (!dueAt || !(asked > 0)) return dueAt
  return new Date(Math.max(dueAt.getTime(), now.getTime() + Math.min(asked, MOST_ASKED_MS)))
}

async function pause(tx: Tx, { webhookId, name, placePath }: Delivery, reason: 'failing' | 'gone', now: Date) {
  if ((await pauseFailing(tx, webhookId, reason, now)) === 0) return
  const posts = await postsCovering(tx, { path: placePath, kinds: ['operator'], now })
  await tellAll(
    tx,
    posts.map(({ postId }) => ({
      postId,
      what: 'webhook.paused',
      facts: { title: name, reason },
      at: now.toISOString(),
    })),
  )
}

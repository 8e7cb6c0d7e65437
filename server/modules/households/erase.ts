/**
 * Erasure: the person becomes a tombstone that sums and dates can still point to. Name, number, tokens and every kept value
 * go, the person's own key is destroyed, sessions end, and other modules let go of what they have. Who was erased is kept
 * by id, also outside the database, so that a restored backup erases them again (re-erase.ts).
 * Source: Personal Information Protection Law art. 47; docs/decisions/0014-what-protects-households.md.
 */
import { deleteSessionsOf, openPerson } from '#modules/accounts/index.ts'
import { record } from '#modules/audit/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { enqueue } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { noteErasure } from './erased-list.ts'
import { eraseAccount, eraseHouseholdTraces } from './erase-queries.ts'
import { sealedPerson } from './own-key.ts'
import type { Eraser } from './others.ts'

export const ERASURE_REASONS = ['asked', 'retention', 'importUndone'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]
export type EraseWith = Pick<Services, 'secrets' | 'forgetActors'> & {
  live: Pick<Services['live'], 'endSession'>
  erasers: readonly Eraser[]
}

/** In the log, instead of a name. */
export const TOMBSTONE = '已注销'
const CAPACITY: Record<ErasureReason, string> = { asked: '本人', retention: '到期删除', importUndone: '撤销导入' }

/** Whoever is erased already is left alone. @throws not_found, still_in_post */
export async function erasePerson(
  tx: Tx,
  { secrets, live, forgetActors, erasers }: EraseWith,
  { personId, reason }: { personId: string; reason: ErasureReason },
  now: Date,
): Promise<void> {
  const person = await sealedPerson(tx, personId)
  if (!person) throw new AppError('not_found')
  if (person.erasedAt) return
  await refuseWhileInPost(tx, personId, now)
  const leaving = { personId, ...openPerson(secrets, tx.tenantId, person) }
  for (const erase of erasers) await erase(tx, leaving, now)
  await eraseHouseholdTraces(tx, personId, now)
  await deleteSessionsOf(tx, personId)
  live.endSession((session) => session.personId === personId)
  await eraseAccount(tx, secrets, leaving, now)
  await tx.run({
    name: 'erasure_note',
    text: `INSERT INTO erasure (tenant_id, person_id, at, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, personId, now, reason],
  })
  await record(tx, {
    at: now,
    what: 'erase',
    actorPersonId: reason === 'asked' ? personId : null,
    capacity: CAPACITY[reason],
    subject: TOMBSTONE,
    subjectPersonId: personId,
    reason,
  })
  await enqueue(tx, noteErasure, { personId, at: now.toISOString(), reason }, { now })
  forgetActors(tx.tenantId, personId)
}

/** Whoever answers for something hands it over first: open work would have nobody. */
async function refuseWhileInPost(tx: Tx, personId: string, now: Date) {
  const held = await tx.one({
    name: 'erase_posts',
    text: `SELECT 1 FROM post_term WHERE tenant_id = $1 AND person_id = $2 AND (to_on IS NULL OR to_on >= $3) LIMIT 1`,
    values: [tx.tenantId, personId, shanghaiToday(now)],
  })
  if (held) throw new AppError('still_in_post')
}

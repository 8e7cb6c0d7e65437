/**
 * The look at everything that is open in a district, every half hour. Limited requests and calls for help are left out.
 *
 * It runs beside the outbox, and nothing is held while it thinks: texts are read in one transaction, what was found is written in
 * another. What is closed, limited or hidden from somebody meanwhile matters to neither, since that is asked of each
 * request when topics are read; a look that read the district later does, and stays (keep).
 */
import { openTexts } from '#modules/requests/index.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import type { Found } from './find.ts'
import { findElsewhere } from './find-elsewhere.ts'

const EVERY_MS = 30 * MINUTE
/** The newest of them, when more than this are open. */
const AT_MOST = 6_000

/** Where too much is under way already, the next look is half an hour away. */
export const lookForTopics = (services: Services) =>
  recurring('topics.look', EVERY_MS, async ({ tenantId }) => {
    services.beside.start(() => look(services, tenantId))
  })

export async function look({ db, now }: Pick<Services, 'db' | 'now'>, tenantId: number): Promise<void> {
  const readAt = now()
  const open = await db.withTenant(tenantId, (tx) => openTexts(tx, AT_MOST), { readOnly: true })
  const found = await findElsewhere(
    open.map(({ id, title, text, compoundId }) => ({ id, title, text, placeKey: compoundId })),
  )
  await db.withTenant(tenantId, (tx) => keep(tx, found, open.length, readAt))
}

/** Changes nothing when what is there was read later, by another process. The row of the look is the lock. */
async function keep(tx: Tx, found: readonly Found[], among: number, readAt: Date): Promise<void> {
  const isNewer = await tx.run({
    name: 'topic_looked',
    text: `INSERT INTO topic_look (tenant_id, found_at, among) VALUES ($1, $2, $3)
           ON CONFLICT (tenant_id) DO UPDATE SET found_at = $2, among = $3 WHERE topic_look.found_at <= $2`,
    values: [tx.tenantId, readAt, among],
  })
  if (!isNewer) return
  await tx.run({ name: 'topics_forget', text: 'DELETE FROM topic WHERE tenant_id = $1', values: [tx.tenantId] })
  await tx.run({
    name: 'topics_insert',
    text: `INSERT INTO topic (tenant_id, id, words, request_ids)
           SELECT $1, f.id, f.words, f.ids FROM jsonb_to_recordset($2::jsonb) AS f (id uuid, words text[], ids uuid[])`,
    values: [tx.tenantId, JSON.stringify(found.map((one) => ({ id: newId(), ...one })))],
  })
}

/** The look at everything that is open in a district, every half hour. Limited requests and calls for help are left out. */
import { openTexts } from '#modules/requests/index.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { recurring } from '#platform/recurring.ts'
import { findElsewhere } from './find-elsewhere.ts'

const EVERY_MS = 30 * MINUTE
/** The newest of them, when more than this are open. */
const AT_MOST = 6_000

export const lookForTopics = recurring('topics.look', EVERY_MS, (tx, { now }) => look(tx, now))

export async function look(tx: Tx, now: Date): Promise<void> {
  const open = await openTexts(tx, AT_MOST)
  const found = await findElsewhere(
    open.map(({ id, title, text, compoundId }) => ({ id, title, text, placeKey: compoundId })),
  )
  await tx.run({ name: 'topics_forget', text: 'DELETE FROM topic WHERE tenant_id = $1', values: [tx.tenantId] })
  for (const { ids, words } of found)
    await tx.run({
      name: 'topic_insert',
      text: 'INSERT INTO topic (tenant_id, id, words, request_ids) VALUES ($1, $2, $3, $4)',
      values: [tx.tenantId, newId(), words, ids],
    })
  await tx.run({
    name: 'topic_looked',
    text: `INSERT INTO topic_look (tenant_id, found_at, among) VALUES ($1, $2, $3)
           ON CONFLICT (tenant_id) DO UPDATE SET found_at = $2, among = $3`,
    values: [tx.tenantId, now, open.length],
  })
}

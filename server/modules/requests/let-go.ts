/**
 * Letting go of a person: of one who is erased, and of contacts half a year after closing.
 *
 * What was asked, where and what became of it is the public's matter and stays as place, category, dates and sums. The
 * person's own words go with them, and so does their name wherever others wrote it in the same requests. Photos stay on
 * their requests as evidence: they were stripped of everything but the picture when they came in.
 * Source: Personal Information Protection Law arts. 19, 47; docs/decisions/0014-what-protects-households.md.
 */
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { forgetInFiles } from './packed/index.ts'

type Leaving = { personId: string; name: string; phone: string | null }

const GONE = '（报件人已注销）'
const CONTACT_DAYS = 180 // docs/capabilities/households.md, "How long"

export async function letGoOf(tx: Tx, { personId, name, phone }: Leaving): Promise<void> {
  const own = [tx.tenantId, personId]
  // History is only added to; these are the ways to take words out of it. Packed first: nothing is packed from then on.
  await forgetInFiles(tx, { personId, name, phone })
  await tx.one({
    name: 'let_go_history',
    text: 'SELECT forget_words($1, $2, $3)',
    values: [personId, name, phone ?? name],
  })
  await tx.run({
    name: 'let_go_corrections',
    text: `DELETE FROM category_correction c USING request r
            WHERE c.tenant_id = $1 AND r.tenant_id = $1 AND r.id = c.request_id AND r.reporter_person_id = $2`,
    values: own,
  })
  await tx.run({
    name: 'let_go_requests',
    text: `UPDATE request SET title = coalesce((SELECT c.name FROM category c WHERE c.tenant_id = $1 AND c.code = request.category_code), '诉求') || $3,
                  text = '', answers = '[]', location_words = NULL, door_name = NULL, ask = NULL, exemption = jsonb_set(exemption, '{reason}', 'null'), reporter_name_sealed = NULL,
                  reporter_name_masked = NULL, reporter_phone_sealed = NULL, reporter_phone_masked = NULL
            WHERE tenant_id = $1 AND reporter_person_id = $2`,
    values: [...own, GONE],
  })
  await tx.run({
    name: 'let_go_notices',
    text: `UPDATE notice n SET facts = (n.facts - 'note') || jsonb_build_object('title', r.title)
             FROM request r WHERE n.tenant_id = $1 AND r.tenant_id = $1 AND r.id = n.request_id AND r.reporter_person_id = $2`,
    values: own,
  })
  await tx.run({
    name: 'let_go_repeats',
    // Answers kept for repeated calls show whole requests.
    text: `DELETE FROM idempotency_key k USING request r
            WHERE k.tenant_id = $1 AND r.tenant_id = $1 AND r.reporter_person_id = $2 AND strpos(k.reply, r.id::text) > 0`,
    values: own,
  })
  await tx.run({
    name: 'let_go_joins',
    text: 'UPDATE request_joiner SET note = NULL WHERE tenant_id = $1 AND person_id = $2',
    values: own,
  })
  await tx.run({
    name: 'let_go_bulk',
    text: 'DELETE FROM bulk_step WHERE tenant_id = $1 AND person_id = $2',
    values: own,
  })
}

const before = (now: Date) => new Date(now.getTime() - CONTACT_DAYS * DAY)

/** Contacts written down for people without an account, after their request has been closed for half a year. */
export const oldContacts = {
  what: 'contacts' as const, // its word in the contract of households
  async count(tx: Tx, now: Date): Promise<number> {
    const found = await tx.one<{ count: number }>({
      name: 'old_contacts_count',
      text: `SELECT count(*) AS count FROM request WHERE tenant_id = $1 AND closed_at < $2 AND reporter_name_sealed IS NOT NULL`,
      values: [tx.tenantId, before(now)],
    })
    return found?.count ?? 0
  },
  remove: (tx: Tx, now: Date): Promise<number> =>
    tx.run({
      name: 'old_contacts_remove',
      text: `UPDATE request SET reporter_name_sealed = NULL, reporter_name_masked = NULL, reporter_phone_sealed = NULL, reporter_phone_masked = NULL
              WHERE tenant_id = $1 AND closed_at < $2 AND reporter_name_sealed IS NOT NULL`,
      values: [tx.tenantId, before(now)],
    }),
}

/** One's own words, for the copy that one takes along. */
export const requestsBy = (tx: Tx, personId: string) =>
  tx.many<{ number: string; createdAt: string; title: string; text: string; status: string }>({
    name: 'requests_by',
    text: `SELECT number, created_at AS "createdAt", title, text, status FROM request
            WHERE tenant_id = $1 AND reporter_person_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1000`,
    values: [tx.tenantId, personId],
  })

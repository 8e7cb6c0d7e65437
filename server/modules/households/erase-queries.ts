/** SQL that empties what accounts and households keep of a person. */
import type { Tx } from '#platform/db.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Leaving } from './others.ts'

const TOMBSTONE = '已注销'

/** Values and asks go; that consent was given and taken back stays, as proof. */
export async function eraseHouseholdTraces(tx: Tx, personId: string, now: Date): Promise<void> {
  const values = [tx.tenantId, personId]
  await tx.run({
    name: 'erase_values',
    text: 'DELETE FROM household_value WHERE tenant_id = $1 AND person_id = $2',
    values,
  })
  await tx.run({
    name: 'erase_members',
    text: 'DELETE FROM household_member WHERE tenant_id = $1 AND person_id = $2',
    values,
  })
  await tx.run({
    name: 'erase_contact',
    text: 'UPDATE household SET contact_person_id = NULL WHERE tenant_id = $1 AND contact_person_id = $2',
    values,
  })
  await tx.run({
    name: 'erase_consents',
    text: 'UPDATE consent SET withdrawn_at = coalesce(withdrawn_at, $3), household_id = NULL WHERE tenant_id = $1 AND person_id = $2',
    values: [...values, now],
  })
  await tx.run({
    name: 'erase_asks',
    text: `UPDATE file_ask SET words_sealed = '', answer = NULL, household_id = NULL, status = CASE status WHEN 'open' THEN 'done' ELSE status END
            WHERE tenant_id = $1 AND person_id = $2`,
    values,
  })
}

/** The row of the person, and what signing in, repeated calls and notices remember of them. */
export async function eraseAccount(
  tx: Tx,
  secrets: Secrets,
  { personId, name, phone }: Leaving,
  now: Date,
): Promise<void> {
  const { tenantId } = tx
  const at = { tenantId, table: 'person', column: 'name_sealed', rowId: personId }
  await tx.run({
    name: 'erase_person',
    text: `UPDATE person SET name_sealed = $3, name_masked = $4, nickname = $4, name_index = NULL, phone_sealed = NULL, phone_masked = NULL,
                  phone_index = NULL, search_tokens = '{}', key_sealed = NULL, home_place_id = NULL, username = NULL, password_hash = NULL,
                  demo_role = NULL, large_print = 0, disabled_at = $5, erased_at = $5
            WHERE tenant_id = $1 AND id = $2`,
    values: [tenantId, personId, secrets.seal(TOMBSTONE, at), TOMBSTONE, now],
  })
  await tx.run({
    name: 'erase_repeats',
    // Replies to others may hold what they opened or entered, in the clear, for as long as repeats are answered.
    text: `DELETE FROM idempotency_key WHERE tenant_id = $1 AND (person_id = $2 OR strpos(reply, $3) > 0 OR strpos(reply, $4) > 0)`,
    values: [tenantId, personId, name, phone ?? name],
  })
  await tx.run({
    name: 'erase_notices',
    text: 'DELETE FROM notice WHERE tenant_id = $1 AND person_id = $2',
    values: [tenantId, personId],
  })
  await tx.run({
    name: 'erase_notices_read',
    text: 'DELETE FROM notice_read WHERE tenant_id = $1 AND person_id = $2',
    values: [tenantId, personId],
  })
  if (!phone) return
  await tx.run({
    name: 'erase_attempts',
    text: 'DELETE FROM sign_in_attempt WHERE tenant_id = $1 AND phone_index = $2',
    values: [tenantId, secrets.blindIndex(tenantId, phone)],
  })
}

/** The person behind a name and number that somebody writes down: the one who has this number, or a new one. */
import { insertPerson } from '#modules/accounts/index.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { maskName, type Secrets } from '#platform/secrets.ts'

/** A number belongs to one person; what name the desk has for them changes nothing about their account. */
export async function personFor(
  tx: Tx,
  secrets: Secrets,
  { name, phone }: { name: string; phone?: string },
  now: Date,
): Promise<string> {
  if (phone) {
    const known = await tx.one<{ id: string }>({
      name: 'household_person_by_phone',
      text: 'SELECT id FROM person WHERE tenant_id = $1 AND phone_index = $2 AND erased_at IS NULL',
      values: [tx.tenantId, secrets.blindIndex(tx.tenantId, phone)],
    })
    if (known) return known.id
  }
  const id = await insertPerson(tx, secrets, { name, nickname: maskName(name), ...(phone && { phone }) }, now)
  if (!id) throw new AppError('phone_taken', { field: 'phone' })
  return id
}

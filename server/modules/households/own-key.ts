/**
 * The key of one's own under which things about a person are sealed. Persons from before such keys get one at the first
 * need: name and number are sealed anew under it. Source: docs/decisions/0014-what-protects-households.md.
 */
import { openPerson, personKey, sealPerson, type SealedPerson } from '#modules/accounts/index.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'

export const sealedPerson = (tx: Tx, personId: string) =>
  tx.one<SealedPerson & { nameMasked: string; erasedAt: string | null }>({
    name: 'household_sealed_person',
    text: `SELECT p.id, p.key_sealed AS "keySealed", p.name_sealed AS "nameSealed", p.phone_sealed AS "phoneSealed",
                  p.name_masked AS "nameMasked", p.erased_at AS "erasedAt"
             FROM person p WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, personId],
  })

/** @throws not_found */
export async function keyOf(tx: Tx, secrets: Secrets, personId: string): Promise<Buffer> {
  const person = await sealedPerson(tx, personId)
  if (!person || person.erasedAt) throw new AppError('not_found')
  return personKey(secrets, tx.tenantId, person) ?? giveKey(tx, secrets, person)
}

async function giveKey(tx: Tx, secrets: Secrets, person: SealedPerson): Promise<Buffer> {
  const { id } = person
  const { name, phone } = openPerson(secrets, tx.tenantId, person)
  const sealed = sealPerson(secrets, tx.tenantId, { id, name, ...(phone && { phone }) })
  await tx.run({
    name: 'person_give_key',
    text: `UPDATE person SET key_sealed = $3, name_sealed = $4, phone_sealed = $5, search_tokens = $6 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, sealed.keySealed, sealed.nameSealed, sealed.phoneSealed, sealed.searchTokens],
  })
  const key = personKey(secrets, tx.tenantId, { id, keySealed: sealed.keySealed })
  if (!key) throw new Error('a key just made is not there')
  return key
}

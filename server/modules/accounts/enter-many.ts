/**
 * Many persons at once, from a file. Sealing one takes a key, three ciphertexts and some thirty HMACs: a fraction of a
 * millisecond that would add up, so the loop lets other calls in between.
 */
import { setImmediate as others } from 'node:timers/promises'
import type { Tx } from '#platform/db.ts'
import { maskName, type Secrets } from '#platform/secrets.ts'
import { sealPerson } from './people-queries.ts'

export type PersonToEnter = { id: string; name: string; phone?: string; homePlaceId?: string }

/** A slice of some ten milliseconds. */
const AT_A_STRETCH = 20

/** Enters the persons under their ids; gives those whose number somebody has already, who were not entered. */
export async function enterPersons(
  tx: Tx,
  secrets: Secrets,
  persons: readonly PersonToEnter[],
  now: Date,
): Promise<Set<string>> {
  if (persons.length === 0) return new Set()
  const sealed: (ReturnType<typeof sealPerson> & { homePlaceId: string | null })[] = []
  for (const [at, person] of persons.entries()) {
    sealed.push({ ...sealPerson(secrets, tx.tenantId, person), homePlaceId: person.homePlaceId ?? null })
    if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await others()
  }
  const entered = await tx.many<{ id: string }>({
    name: 'persons_enter',
    text: `INSERT INTO person (tenant_id, id, name_sealed, name_masked, nickname, phone_sealed, phone_masked, phone_index,
                               home_place_id, created_at, name_index, key_sealed, search_tokens)
           SELECT $1, n.id, n.name_sealed, n.name_masked, n.name_masked, n.phone_sealed, n.phone_masked, n.phone_index,
                  n.home_place_id, $10, n.name_index, n.key_sealed, n.search_tokens::bigint[]
             FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::bytea[], $6::text[], $7::bytea[], $8::uuid[], $9::bytea[],
                         $11::bytea[], $12::text[])
                  AS n (id, name_sealed, name_masked, phone_sealed, phone_masked, phone_index, home_place_id, name_index, key_sealed, search_tokens)
           ON CONFLICT DO NOTHING RETURNING id`,
    values: [
      tx.tenantId,
      persons.map(({ id }) => id),
      sealed.map(({ nameSealed }) => nameSealed),
      persons.map(({ name }) => maskName(name)),
      sealed.map(({ phoneSealed }) => phoneSealed),
      sealed.map(({ phoneMasked }) => phoneMasked),
      sealed.map(({ phoneIndex }) => phoneIndex),
      sealed.map(({ homePlaceId }) => homePlaceId),
      sealed.map(({ nameIndex }) => nameIndex),
      now,
      sealed.map(({ keySealed }) => keySealed),
      sealed.map(({ searchTokens }) => `{${searchTokens.join(',')}}`),
    ],
  })
  const ids = new Set(entered.map(({ id }) => id))
  return new Set(persons.map(({ id }) => id).filter((id) => !ids.has(id)))
}

export type KnownPerson = {
  id: string
  phoneIndex: Buffer | null
  nameIndex: Buffer | null
  homePlaceId: string | null
}

/** Persons by number, or by name at a home. */
export const knownPersons = (
  tx: Tx,
  {
    phoneIndexes,
    nameIndexes,
    homeIds,
  }: { phoneIndexes: readonly Buffer[]; nameIndexes: readonly Buffer[]; homeIds: readonly string[] },
) =>
  tx.many<KnownPerson>({
    name: 'persons_known',
    text: `SELECT id, phone_index AS "phoneIndex", name_index AS "nameIndex", home_place_id AS "homePlaceId"
             FROM person WHERE tenant_id = $1 AND erased_at IS NULL AND phone_index = ANY ($2::bytea[])
           UNION
           SELECT id, phone_index, name_index, home_place_id
             FROM person WHERE tenant_id = $1 AND erased_at IS NULL AND name_index = ANY ($3::bytea[]) AND home_place_id = ANY ($4::uuid[])`,
    values: [tx.tenantId, phoneIndexes, nameIndexes, homeIds],
  })

/** Gives a home to those who have none yet; gives their ids. */
export async function giveHomes(tx: Tx, rows: readonly { personId: string; homePlaceId: string }[]): Promise<string[]> {
  if (rows.length === 0) return []
  const given = await tx.many<{ id: string }>({
    name: 'persons_give_homes',
    text: `UPDATE person p SET home_place_id = n.home_id FROM unnest($2::uuid[], $3::uuid[]) AS n (id, home_id)
            WHERE p.tenant_id = $1 AND p.id = n.id AND p.home_place_id IS NULL RETURNING p.id`,
    values: [tx.tenantId, rows.map(({ personId }) => personId), rows.map(({ homePlaceId }) => homePlaceId)],
  })
  return given.map(({ id }) => id)
}

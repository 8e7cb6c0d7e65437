/**
 * Who can be asked: confirmed members who live in the place and whose account is open. Who reported in there lives there
 * too. Source: docs/capabilities/planner.md, "Pairing"; rules of 双报到 in docs/capabilities/members.md.
 */
import { homesOfMembers } from '#modules/members/index.ts'
import type { Tx } from '#platform/db.ts'

/** The name is masked. */
export type PairableMember = { personId: string; name: string; homePlaceId: string; homePath: string }

export async function pairableMembers(tx: Tx, placePath: string, on: string): Promise<PairableMember[]> {
  const members = await homesOfMembers(tx, placePath, on)
  const names = await namesOf(
    tx,
    members.map(({ personId }) => personId),
  )
  return members.flatMap(({ personId, homePlaceId, path }) => {
    const name = names.get(personId)
    return name === undefined ? [] : [{ personId, name, homePlaceId, homePath: path }]
  })
}

/** Masked names of those who can be spoken to; the others are left out. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.many<{ id: string; name: string }>({
    name: 'pairing_names',
    text: `SELECT id, name_masked AS name FROM person
            WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND disabled_at IS NULL AND erased_at IS NULL`,
    values: [tx.tenantId, personIds],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

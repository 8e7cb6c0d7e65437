/** Test factory: organisations. Persons with posts: accounts/make.ts. */
import type { OrganisationKind } from '#contracts/people.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

type NewOrganisation = { kind?: OrganisationKind; name?: string; placeId: string; handles?: boolean; endedOn?: string }

export async function makeOrganisation(tx: Tx, { placeId, ...given }: NewOrganisation): Promise<string> {
  const { kind = 'propertyCompany', name = '桂园物业', handles = true, endedOn = null } = given
  const id = newId()
  await tx.run({
    text: `INSERT INTO organisation (tenant_id, id, kind, name, place_id, handles, ended_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.tenantId, id, kind, name, placeId, handles, endedOn],
  })
  return id
}

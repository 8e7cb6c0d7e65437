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

/** A party organisation with one below it, a venue and an open selection, all over one place. */
export async function makeRegister(tx: Tx, { placeId, on }: { placeId: string; on: string }) {
  const organisationId = await makeOrganisation(tx, { kind: 'alliance', name: '联盟', placeId, handles: false })
  const [below, venueId, selectionId] = [newId(), newId(), newId()]
  await tx.run({
    text: `INSERT INTO organisation (tenant_id, id, kind, name, place_id, parent_id) VALUES ($1, $2, 'shop', '商户', $3, $4)`,
    values: [tx.tenantId, below, placeId, organisationId],
  })
  await tx.run({
    text: `INSERT INTO venue (tenant_id, id, kind, name, place_id) VALUES ($1, $2, 'parlour', '会客厅', $3)`,
    values: [tx.tenantId, venueId, placeId],
  })
  await tx.run({
    text: `INSERT INTO selection (tenant_id, id, title, organisation_id, place_id, seats, vetting_steps, status, from_on, nominate_until, created_at)
           VALUES ($1, $2, '推选', $3, $4, '[]', '{审查}', 'nominating', $5, $5, now())`,
    values: [tx.tenantId, selectionId, organisationId, placeId, on],
  })
  return { organisationId, venueId, selectionId }
}

/** Test factory: members as they stand. Persons and posts: accounts/make.ts. */
import type { Tx } from '#platform/db.ts'

type Made = {
  personId: string
  stage?: 'formal' | 'probationary'
  organisationId?: string | null
  elsewhere?: string | null
  inService?: boolean
  foundBy?: 'organisation' | 'member' | 'import'
  confirmedOn?: string | null
  leftOn?: string | null
}

export async function makeMember(tx: Tx, { personId, ...given }: Made): Promise<void> {
  const {
    stage = 'formal',
    organisationId = null,
    elsewhere = null,
    inService = false,
    foundBy = 'organisation',
  } = given
  const { confirmedOn = '2026-01-01', leftOn = null } = given
  await tx.run({
    text: `INSERT INTO member (tenant_id, person_id, stage, organisation_id, elsewhere, in_service, found_by, confirmed_on, left_on, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
    values: [tx.tenantId, personId, stage, organisationId, elsewhere, inService, foundBy, confirmedOn, leftOn],
  })
}

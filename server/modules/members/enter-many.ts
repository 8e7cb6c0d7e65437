/** Members from a list of the party affairs office: entered unconfirmed, so that nothing counts before each of them agrees. */
import type { Tx } from '#platform/db.ts'

export type MemberToEnter = {
  personId: string
  stage: 'formal' | 'probationary'
  organisationId: string | null
  elsewhere: string | null
  inService: boolean
}

/** Gives the persons who were entered; whoever is on the roll already stays as they are. */
export async function enterMembers(tx: Tx, rows: readonly MemberToEnter[], now: Date): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const entered = await tx.many<{ id: string }>({
    name: 'members_enter',
    text: `INSERT INTO member (tenant_id, person_id, stage, organisation_id, elsewhere, in_service, found_by, created_at)
           SELECT $1, n.person_id, n.stage, n.organisation_id, n.elsewhere, n.in_service, 'import', $7
             FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::boolean[]) AS n (person_id, stage, organisation_id, elsewhere, in_service)
           ON CONFLICT DO NOTHING RETURNING person_id AS id`,
    values: [
      tx.tenantId,
      rows.map(({ personId }) => personId),
      rows.map(({ stage }) => stage),
      rows.map(({ organisationId }) => organisationId),
      rows.map(({ elsewhere }) => elsewhere),
      rows.map(({ inService }) => inService),
      now,
    ],
  })
  return new Set(entered.map(({ id }) => id))
}

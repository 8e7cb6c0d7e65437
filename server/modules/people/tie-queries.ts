/** SQL of what binds organisations: membership in an alliance or a joint committee, responsibility for a place 包抓. */
import type { OrganisationFile } from '#contracts/organisations.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

/** Both ways: its members, and the alliances that it is in. Those that ended stay in the list. */
export const membershipsOf = (tx: Tx, organisationId: string) =>
  tx.many<OrganisationFile['memberships'][number]>({
    name: 'memberships_of',
    text: `SELECT m.id, o.id AS "organisationId", o.name, CASE WHEN m.organisation_id = $2 THEN 'member' ELSE 'alliance' END AS joins,
                  m.from_on AS "fromOn", m.to_on AS "toOn", m.gives
             FROM organisation_membership m
             JOIN organisation o ON o.tenant_id = $1 AND o.id = CASE WHEN m.organisation_id = $2 THEN m.member_id ELSE m.organisation_id END
            WHERE m.tenant_id = $1 AND (m.organisation_id = $2 OR m.member_id = $2)
            ORDER BY m.to_on IS NOT NULL, m.from_on, m.id`,
    values: [tx.tenantId, organisationId],
  })

type NewMembership = { organisationId: string; memberId: string; fromOn: string; gives: string }

/** False when the unit is a member already. */
export async function insertMembership(tx: Tx, { organisationId, memberId, fromOn, gives }: NewMembership) {
  const rows = await tx.run({
    name: 'membership_insert',
    text: `INSERT INTO organisation_membership (tenant_id, id, organisation_id, member_id, from_on, gives) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (tenant_id, organisation_id, member_id) WHERE to_on IS NULL DO NOTHING`,
    values: [tx.tenantId, newId(), organisationId, memberId, fromOn, gives],
  })
  return rows === 1
}

/** One begun today or later is taken out; the log keeps that it was. Gives how many are left changed. */
export async function endMembership(tx: Tx, organisationId: string, id: string, yesterday: string): Promise<number> {
  const values = [tx.tenantId, organisationId, id, yesterday]
  const ended = await tx.run({
    name: 'membership_end',
    text: `UPDATE organisation_membership SET to_on = $4
            WHERE tenant_id = $1 AND organisation_id = $2 AND id = $3 AND to_on IS NULL AND from_on <= $4`,
    values,
  })
  const text = `DELETE FROM organisation_membership WHERE tenant_id = $1 AND organisation_id = $2 AND id = $3 AND from_on > $4`
  return ended || (await tx.run({ name: 'membership_delete', text, values }))
}

export const sponsorshipsOf = (tx: Tx, organisationId: string) =>
  tx.many<OrganisationFile['sponsorships'][number]>({
    name: 'sponsorships_of',
    text: `SELECT s.id, s.organisation_id AS "organisationId", o.name AS "organisationName", s.place_id AS "placeId", l.full_name AS "placeName",
                  s.duty, s.from_on AS "fromOn", s.to_on AS "toOn"
             FROM sponsorship s
             JOIN organisation o ON o.tenant_id = $1 AND o.id = s.organisation_id
             JOIN place l ON l.tenant_id = $1 AND l.id = s.place_id
            WHERE s.tenant_id = $1 AND s.organisation_id = $2
            ORDER BY s.to_on IS NOT NULL, l.path, s.id`,
    values: [tx.tenantId, organisationId],
  })

type NewSponsorship = { organisationId: string; placeId: string; duty: string; fromOn: string }

export async function insertSponsorship(
  tx: Tx,
  { organisationId, placeId, duty, fromOn }: NewSponsorship,
): Promise<void> {
  await tx.run({
    name: 'sponsorship_insert',
    text: `INSERT INTO sponsorship (tenant_id, id, organisation_id, place_id, duty, from_on) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, newId(), organisationId, placeId, duty, fromOn],
  })
}

export async function closeSponsorship(tx: Tx, organisationId: string, id: string, yesterday: string): Promise<number> {
  const values = [tx.tenantId, organisationId, id, yesterday]
  const ended = await tx.run({
    name: 'sponsorship_end',
    text: `UPDATE sponsorship SET to_on = $4
            WHERE tenant_id = $1 AND organisation_id = $2 AND id = $3 AND to_on IS NULL AND from_on <= $4`,
    values,
  })
  const text = `DELETE FROM sponsorship WHERE tenant_id = $1 AND organisation_id = $2 AND id = $3 AND from_on > $4`
  return ended || (await tx.run({ name: 'sponsorship_delete', text, values }))
}

/**
 * Who can be asked: members who live in the place or have reported in there, not erased, with an account that is open.
 * Source: docs/capabilities/planner.md, "Pairing".
 */
import type { Tx } from '#platform/db.ts'

export type PairableMember = { personId: string; name: string; homePlaceId: string | null; homePath: string | null }

/** $1 tenant; a member's row holds until they leave. */
const MEMBERS = `
  SELECT p.id AS "personId", p.name_masked AS name, p.home_place_id AS "homePlaceId", h.path AS "homePath"
    FROM member m
    JOIN person p ON p.tenant_id = $1 AND p.id = m.person_id AND p.disabled_at IS NULL AND p.erased_at IS NULL
    LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
   WHERE m.tenant_id = $1 AND m.left_on IS NULL`

export const pairableMembers = (tx: Tx, placePath: string) =>
  tx.many<PairableMember>({
    name: 'pairable_members',
    text: `${MEMBERS}
             AND (h.path >= $2 AND h.path < $2 || '~'
                  OR EXISTS (SELECT 1 FROM report_card c JOIN place at ON at.tenant_id = $1 AND at.id = c.place_id
                              WHERE c.tenant_id = $1 AND c.person_id = p.id AND c.status = 'accepted'
                                AND (at.path >= $2 AND at.path < $2 || '~')))
           ORDER BY p.id`,
    values: [tx.tenantId, placePath],
  })

export const pairableMember = (tx: Tx, personId: string) =>
  tx.one<PairableMember>({
    name: 'pairable_member',
    text: `${MEMBERS} AND p.id = $2`,
    values: [tx.tenantId, personId],
  })

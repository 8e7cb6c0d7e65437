/**
 * Finding the organisation 找组织: the party organisations whose place holds a home, nearest first, and whom to ask in each:
 * the posts in it that somebody holds today, masked. Whoever keeps a single household is not named here: that they are a
 * member is theirs to show.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { myMembership } from '#contracts/members.ts'
import { ancestorPaths } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'

export const organisationsRound = (tx: Tx, homePath: string, on: string) =>
  tx.many<ReplyOf<typeof myMembership>['organisations'][number]>({
    name: 'members_organisations_round',
    text: `SELECT g.id, g.name, l.full_name AS "placeName", g.duty_phone AS "dutyPhone",
                  coalesce(json_agg(json_build_object('title', o.title, 'name', p.name_masked) ORDER BY o.title, t.id)
                           FILTER (WHERE p.id IS NOT NULL), '[]') AS ask
             FROM place l
             JOIN organisation g ON g.tenant_id = $1 AND g.place_id = l.id AND g.kind = 'partyOrganisation'
                  AND (g.form IS NULL OR g.form <> 'memberHousehold') AND (g.ended_on IS NULL OR g.ended_on > $3)
             LEFT JOIN post o ON o.tenant_id = $1 AND o.organisation_id = g.id AND o.kind IN ('compoundSecretary', 'branchSecretary', 'groupLead', 'communityStaff')
                  AND (o.ended_on IS NULL OR o.ended_on > $3)
             LEFT JOIN post_term t ON t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $3 AND (t.to_on IS NULL OR t.to_on >= $3)
             LEFT JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id AND p.disabled_at IS NULL
            WHERE l.tenant_id = $1 AND l.path = ANY ($2::text[])
            GROUP BY g.id, g.name, l.full_name, l.path, g.duty_phone
            ORDER BY length(l.path) DESC, g.name, g.id`,
    values: [tx.tenantId, ancestorPaths(homePath), on],
  })

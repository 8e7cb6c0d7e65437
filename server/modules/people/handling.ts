/**
 * Who answers for a place: posts and organisations over it or above it, and who holds them today. One statement each.
 *
 * What covers a place is found by the prefixes of its path, computed here, each a look-up in the unique index over paths.
 */
import type { OrganisationKind } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import { ancestorPaths } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'

export type CoveringPost = {
  postId: string
  kind: PostKind
  title: string
  organisationId: string | null
  placePath: string
  /** Who holds it today, the longest-serving first; nobody while it is vacant. */
  personIds: string[]
}

/** Posts of these kinds over the place or above it, nearest first. */
export const postsCovering = (tx: Tx, { path, kinds, now }: { path: string; kinds: readonly PostKind[]; now: Date }) =>
  tx.many<CoveringPost>({
    name: 'posts_covering',
    text: `SELECT o.id AS "postId", o.kind, o.title, o.organisation_id AS "organisationId", l.path AS "placePath",
                  coalesce(array_agg(p.id ORDER BY t.from_on, t.id) FILTER (WHERE p.id IS NOT NULL), '{}') AS "personIds"
             FROM place l
             JOIN post o ON o.tenant_id = $1 AND o.place_id = l.id AND (o.ended_on IS NULL OR o.ended_on > $4)
             LEFT JOIN post_term t ON t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $4 AND (t.to_on IS NULL OR t.to_on >= $4)
             LEFT JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id AND p.disabled_at IS NULL
            WHERE l.tenant_id = $1 AND l.path = ANY ($2::text[]) AND o.kind = ANY ($3::text[])
            GROUP BY o.id, o.kind, o.title, o.organisation_id, l.path
            ORDER BY length(l.path) DESC, o.title, o.id`,
    values: [tx.tenantId, ancestorPaths(path), kinds, shanghaiToday(now)],
  })

export type HandlingOrganisation = {
  id: string
  kind: OrganisationKind
  name: string
  placeId: string
  placePath: string
  dutyPhone: string | null
}

/** Organisations that may be given what happens at the place: over it or above it, nearest first. */
export const organisationsFor = (tx: Tx, placePath: string, now: Date) =>
  tx.many<HandlingOrganisation>({
    name: 'organisations_for',
    text: `SELECT g.id, g.kind, g.name, g.place_id AS "placeId", l.path AS "placePath", g.duty_phone AS "dutyPhone"
             FROM place l
             JOIN organisation g ON g.tenant_id = $1 AND g.place_id = l.id AND g.handles AND (g.ended_on IS NULL OR g.ended_on > $3)
            WHERE l.tenant_id = $1 AND l.path = ANY ($2::text[])
            ORDER BY length(l.path) DESC, g.name, g.id`,
    values: [tx.tenantId, ancestorPaths(placePath), shanghaiToday(now)],
  })

/** Name of the organisation that handles, or title of the post; undefined when it may not be given anything. */
export async function nameOfHandler(
  tx: Tx,
  { organisationId, postId }: { organisationId?: string | null; postId?: string | null },
): Promise<string | undefined> {
  const found = await tx.one<{ name: string }>({
    name: 'handler_name',
    text: `SELECT name FROM organisation WHERE tenant_id = $1 AND id = $2 AND handles AND ended_on IS NULL
           UNION ALL
           SELECT title FROM post WHERE tenant_id = $1 AND id = $3 AND ended_on IS NULL`,
    values: [tx.tenantId, organisationId ?? null, postId ?? null],
  })
  return found?.name
}

type Holding = { postIds?: readonly string[]; organisationIds?: readonly string[]; now: Date }

/** The persons who hold these posts, or any post in these organisations, today. */
export async function holdersOf(tx: Tx, { postIds = [], organisationIds = [], now }: Holding): Promise<string[]> {
  const rows = await tx.many<{ personId: string }>({
    name: 'holders_of',
    text: `SELECT DISTINCT t.person_id AS "personId"
             FROM post o
             JOIN post_term t ON t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $4 AND (t.to_on IS NULL OR t.to_on >= $4)
             JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id AND p.disabled_at IS NULL
            WHERE o.tenant_id = $1 AND (o.id = ANY ($2::uuid[]) OR o.organisation_id = ANY ($3::uuid[]))`,
    values: [tx.tenantId, postIds, organisationIds, shanghaiToday(now)],
  })
  return rows.map(({ personId }) => personId)
}

export async function postsOfOrganisations(tx: Tx, organisationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    name: 'posts_of_organisations',
    text: `SELECT id FROM post WHERE tenant_id = $1 AND organisation_id = ANY ($2::uuid[]) ORDER BY id`,
    values: [tx.tenantId, organisationIds],
  })
  return rows.map(({ id }) => id)
}

/** Organisations and posts by name, as files speak of them. */
import type { PostKind } from '#contracts/rights.ts'
import type { Tx } from '#platform/db.ts'

export type NamedOrganisation = { id: string; name: string; placeId: string; placePath: string }

/** Organisations that stand on that day and have one of these names. */
export const organisationsNamed = (tx: Tx, names: readonly string[], on: string) =>
  tx.many<NamedOrganisation>({
    name: 'organisations_named',
    text: `SELECT o.id, o.name, o.place_id AS "placeId", l.path AS "placePath"
             FROM organisation o JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
            WHERE o.tenant_id = $1 AND o.name = ANY ($2::text[]) AND (o.ended_on IS NULL OR o.ended_on > $3) ORDER BY l.path, o.id`,
    values: [tx.tenantId, names, on],
  })

export type PostAt = { id: string; kind: PostKind; title: string; placeId: string; organisationId: string | null }

/** Posts over these places. */
export const postsAt = (tx: Tx, placeIds: readonly string[], on: string) =>
  tx.many<PostAt>({
    name: 'posts_at',
    text: `SELECT id, kind, title, place_id AS "placeId", organisation_id AS "organisationId" FROM post
            WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[]) AND (ended_on IS NULL OR ended_on > $3) ORDER BY id`,
    values: [tx.tenantId, placeIds, on],
  })

/** SQL of organisations, posts and terms. Holders are shown masked. */
import type { Static } from 'typebox'
import type { OrganisationView, PostView } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { NewTerm, Term } from './terms.ts'

export const listAllOrganisations = (tx: Tx, on: string) =>
  tx.many<Static<typeof OrganisationView>>({
    name: 'organisation_list',
    text: `SELECT g.id, g.parent_id AS "parentId", g.kind, g.name, g.place_id AS "placeId", l.full_name AS "placeName", g.handles,
                  g.duty_phone AS "dutyPhone",
                  (SELECT count(*) FROM post o WHERE o.tenant_id = $1 AND o.organisation_id = g.id) AS "postCount"
             FROM organisation g
             JOIN place l ON l.tenant_id = $1 AND l.id = g.place_id
            WHERE g.tenant_id = $1 AND (g.ended_on IS NULL OR g.ended_on > $2)
            ORDER BY l.path, g.name, g.id`,
    values: [tx.tenantId, on],
  })

/** $1 tenant, $2 today. */
const POSTS = `
  SELECT o.id, o.kind, o.title, o.organisation_id AS "organisationId", g.name AS "organisationName",
         o.place_id AS "placeId", l.full_name AS "placeName", l.path AS "placePath",
         (SELECT coalesce(json_agg(json_build_object('termId', t.id, 'personId', p.id, 'name', p.name_masked, 'fromOn', t.from_on, 'toOn', t.to_on)
                                   ORDER BY t.from_on, t.id), '[]')
            FROM post_term t JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id
           WHERE t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)) AS holders
    FROM post o
    JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
    LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = o.organisation_id
   WHERE o.tenant_id = $1`

export type PostFound = PostView & { placePath: string }
type Wanted = {
  placeId?: string
  organisationId?: string
  kind?: PostKind
  q?: string
  after?: readonly string[]
  limit: number
  on: string
}

/** Posts over a place and what lies in it, by place, then title. */
export function listPostsFound(tx: Tx, { placeId, organisationId, kind, q, after, limit, on }: Wanted) {
  const [path = null, title = null, id = null] = after ?? []
  return tx.many<PostFound>({
    // Not prepared: which index serves depends on what is asked for.
    text: `${POSTS}
             AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM place f WHERE f.tenant_id = $1 AND f.id = $3 AND l.path >= f.path AND l.path < f.path || '~'))
             AND ($4::uuid IS NULL OR o.organisation_id = $4) AND ($5::text IS NULL OR o.kind = $5)
             AND ($6::text IS NULL OR strpos(o.title, $6) > 0 OR strpos(g.name, $6) > 0 OR strpos(l.full_name, $6) > 0)
             AND ($9::uuid IS NULL OR (l.path, o.title, o.id) > ($7, $8, $9))
           ORDER BY l.path, o.title, o.id LIMIT $10`,
    values: [tx.tenantId, on, placeId ?? null, organisationId ?? null, kind ?? null, q ?? null, path, title, id, limit],
  })
}

export const readPost = (tx: Tx, id: string, on: string) =>
  tx.one<PostFound>({ name: 'post_read', text: `${POSTS} AND o.id = $3`, values: [tx.tenantId, on, id] })

export const organisationNow = (tx: Tx, id: string, on: string) =>
  tx.one<{ id: string }>({
    name: 'organisation_now',
    text: `SELECT id FROM organisation WHERE tenant_id = $1 AND id = $2 AND (ended_on IS NULL OR ended_on > $3)`,
    values: [tx.tenantId, id, on],
  })

type NewPost = { kind: PostKind; title: string; organisationId?: string; placeId: string }

export async function insertPost(tx: Tx, { kind, title, organisationId, placeId }: NewPost): Promise<string> {
  const id = newId()
  await tx.run({
    name: 'post_insert',
    text: `INSERT INTO post (tenant_id, id, kind, title, organisation_id, place_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, id, kind, title, organisationId ?? null, placeId],
  })
  return id
}

/** Locked, so that two appointments to one post come one after the other. */
export const lockPost = (tx: Tx, id: string) =>
  tx.one<{ id: string; kind: PostKind; title: string; placePath: string }>({
    name: 'post_lock',
    text: `SELECT o.id, o.kind, o.title, (SELECT l.path FROM place l WHERE l.tenant_id = $1 AND l.id = o.place_id) AS "placePath"
             FROM post o WHERE o.tenant_id = $1 AND o.id = $2 FOR UPDATE`,
    values: [tx.tenantId, id],
  })

export const termsOf = (tx: Tx, postId: string) =>
  tx.many<Term>({
    name: 'terms_of_post',
    text: `SELECT id, person_id AS "personId", from_on AS "fromOn", to_on AS "toOn" FROM post_term WHERE tenant_id = $1 AND post_id = $2`,
    values: [tx.tenantId, postId],
  })

export async function insertTerm(tx: Tx, postId: string, { personId, fromOn, toOn }: NewTerm): Promise<void> {
  await tx.run({
    name: 'term_insert',
    text: `INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, newId(), postId, personId, fromOn, toOn],
  })
}

/** A term of which no day is left goes; the log keeps that it was. */
export async function saveEnd(tx: Tx, termId: string, left: { toOn: string } | null): Promise<void> {
  if (left) {
    const text = `UPDATE post_term SET to_on = $3 WHERE tenant_id = $1 AND id = $2`
    await tx.run({ name: 'term_end', text, values: [tx.tenantId, termId, left.toOn] })
  } else {
    const text = `DELETE FROM post_term WHERE tenant_id = $1 AND id = $2`
    await tx.run({ name: 'term_delete', text, values: [tx.tenantId, termId] })
  }
}

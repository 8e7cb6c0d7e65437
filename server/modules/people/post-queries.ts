/** SQL of posts and terms. Holders are shown masked. */
import type { PostView } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { NewTerm, Term } from './terms.ts'

/** $1 tenant, $2 today. */
const POSTS = `
  SELECT o.id, o.kind, o.title, o.seats, o.organisation_id AS "organisationId", g.name AS "organisationName",
         o.place_id AS "placeId", l.full_name AS "placeName", l.path AS "placePath",
         (SELECT coalesce(json_agg(json_build_object('termId', t.id, 'personId', p.id, 'name', p.name_masked, 'fromOn', t.from_on, 'toOn', t.to_on,
                                                     'standsAs', t.stands_as)
                                   ORDER BY t.stands_as DESC, t.from_on, t.id), '[]')
            FROM post_term t JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id
           WHERE t.tenant_id = $1 AND t.post_id = o.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)) AS holders,
         (SELECT coalesce(json_agg(json_build_object('termId', t.id, 'personId', p.id, 'name', p.name_masked, 'fromOn', t.from_on, 'toOn', t.to_on,
                                                     'standsAs', t.stands_as)
                                   ORDER BY t.from_on, t.id), '[]')
            FROM post_term t JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id
           WHERE t.tenant_id = $1 AND t.post_id = o.id AND t.from_on > $2) AS coming
    FROM post o
    JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
    LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = o.organisation_id
   WHERE o.tenant_id = $1 AND (o.ended_on IS NULL OR o.ended_on > $2)`

export type PostFound = Omit<PostView, 'mayAppoint' | 'vacant'> & { placePath: string }
type Wanted = {
  placeId?: string
  organisationId?: string
  kind?: PostKind
  q?: string
  vacant?: boolean
  after?: readonly string[]
  limit: number
  on: string
}

/** Posts over a place and what lies in it, by place, then title. */
export function listPostsFound(tx: Tx, { placeId, organisationId, kind, q, vacant, after, limit, on }: Wanted) {
  const [path = null, title = null, id = null] = after ?? []
  return tx.many<PostFound>({
    // Not prepared: which index serves depends on what is asked for.
    text: `${POSTS}
             AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM place f WHERE f.tenant_id = $1 AND f.id = $3 AND l.path >= f.path AND l.path < f.path || '~'))
             AND ($4::uuid IS NULL OR o.organisation_id = $4) AND ($5::text IS NULL OR o.kind = $5)
             AND ($6::text IS NULL OR strpos(o.title, $6) > 0 OR strpos(g.name, $6) > 0 OR strpos(l.full_name, $6) > 0)
             AND (NOT $11::boolean OR NOT EXISTS (SELECT 1 FROM post_term v WHERE v.tenant_id = $1 AND v.post_id = o.id AND v.stands_as = 'holder'
                                                    AND v.from_on <= $2 AND (v.to_on IS NULL OR v.to_on >= $2)))
             AND ($9::uuid IS NULL OR (l.path, o.title, o.id) > ($7, $8, $9))
           ORDER BY l.path, o.title, o.id LIMIT $10`,
    values: [
      tx.tenantId,
      on,
      placeId ?? null,
      organisationId ?? null,
      kind ?? null,
      q ?? null,
      path,
      title,
      id,
      limit,
      vacant ?? false,
    ],
  })
}

export const readPost = (tx: Tx, id: string, on: string) =>
  tx.one<PostFound>({ name: 'post_read', text: `${POSTS} AND o.id = $3`, values: [tx.tenantId, on, id] })

type PostToInsert = {
  kind: PostKind
  title: string
  organisationId: string | null
  placeId: string
  seats: number
  createdOn: string
}

export async function insertPost(tx: Tx, post: PostToInsert): Promise<string> {
  const id = newId()
  const { kind, title, organisationId, placeId, seats, createdOn } = post
  await tx.run({
    name: 'post_insert',
    text: `INSERT INTO post (tenant_id, id, kind, title, organisation_id, place_id, seats, created_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [tx.tenantId, id, kind, title, organisationId, placeId, seats, createdOn],
  })
  return id
}

export type LockedPost = {
  id: string
  kind: PostKind
  title: string
  seats: number
  organisationId: string | null
  placeId: string
  placePath: string
}

/** Locked, so that two appointments to one post come one after the other. */
export const lockPost = (tx: Tx, id: string, on: string) =>
  tx.one<LockedPost>({
    name: 'post_lock',
    text: `SELECT o.id, o.kind, o.title, o.seats, o.organisation_id AS "organisationId", o.place_id AS "placeId",
                  (SELECT l.path FROM place l WHERE l.tenant_id = $1 AND l.id = o.place_id) AS "placePath"
             FROM post o WHERE o.tenant_id = $1 AND o.id = $2 AND (o.ended_on IS NULL OR o.ended_on > $3) FOR UPDATE`,
    values: [tx.tenantId, id, on],
  })

export async function savePost(
  tx: Tx,
  { id, title, seats, endedOn }: { id: string; title: string; seats: number; endedOn: string | null },
) {
  await tx.run({
    name: 'post_save',
    text: `UPDATE post SET title = $3, seats = $4, ended_on = $5 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, title, seats, endedOn],
  })
}

export const termsOf = (tx: Tx, postId: string) =>
  tx.many<Term>({
    name: 'terms_of_post',
    text: `SELECT id, person_id AS "personId", from_on AS "fromOn", to_on AS "toOn", stands_as AS "standsAs"
             FROM post_term WHERE tenant_id = $1 AND post_id = $2`,
    values: [tx.tenantId, postId],
  })

/** How many posts of this kind the person holds on that day. */
export async function heldOfKind(tx: Tx, { personId, kind, on }: { personId: string; kind: PostKind; on: string }) {
  const found = await tx.one<{ count: number }>({
    name: 'posts_held_of_kind',
    text: `SELECT count(*) AS count FROM post_term t JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id AND o.kind = $3
            WHERE t.tenant_id = $1 AND t.person_id = $2 AND t.from_on <= $4 AND (t.to_on IS NULL OR t.to_on >= $4)`,
    values: [tx.tenantId, personId, kind, on],
  })
  return found?.count ?? 0
}

export async function insertTerm(
  tx: Tx,
  postId: string,
  term: NewTerm & { selectionId: string | null },
): Promise<string> {
  const id = newId()
  const { personId, fromOn, toOn, standsAs, selectionId } = term
  await tx.run({
    name: 'term_insert',
    text: `INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on, to_on, stands_as, selection_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [tx.tenantId, id, postId, personId, fromOn, toOn, standsAs, selectionId],
  })
  return id
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

/** What the outgoing holder leaves for the next one. */
export async function saveHandedOver(
  tx: Tx,
  termId: string,
  { toOn, note, at }: { toOn: string; note: string; at: Date },
) {
  await tx.run({
    name: 'term_hand_over',
    text: `UPDATE post_term SET to_on = $3, handover_note = $4, handed_over_at = $5 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, termId, toOn, note, at],
  })
}

/**
 * Notices. One told to a post is read by each holder for themself: notice_read keeps per person how far they have read,
 * and ids are in the order of time. Source: docs/capabilities/people-and-posts.md, "Notices".
 */
import type { Static } from 'typebox'
import type { NoticeView } from '#contracts/people.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

/** To a post or to a person, never both. */
export type NewNotice = ({ postId: string; personId?: undefined } | { postId?: undefined; personId: string }) & {
  /** Key of the sentence in web/texts; facts fill it in. */
  what: string
  facts: Record<string, string | number>
  requestId?: string | null
  /** ISO instant. */
  at: string
}

/** Tells all of them in one statement, in the transaction of what happened. */
export async function tellAll(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  tx.wake()
  await tx.run({
    name: 'notice_tell',
    text: `INSERT INTO notice (tenant_id, id, post_id, person_id, what, facts, request_id, at)
           SELECT $1, n.id, n.post_id, n.person_id, n.what, n.facts, n.request_id, n.at
             FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[], $7::uuid[], $8::timestamptz[])
                  AS n (id, post_id, person_id, what, facts, request_id, at)`,
    values: [
      tx.tenantId,
      notices.map(() => newId()),
      notices.map(({ postId }) => postId ?? null),
      notices.map(({ personId }) => personId ?? null),
      notices.map(({ what }) => what),
      notices.map(({ facts }) => JSON.stringify(facts)),
      notices.map(({ requestId }) => requestId ?? null),
      notices.map(({ at }) => at),
    ],
  })
}

type Reader = Pick<Actor, 'personId' | 'capacities'>
const postsOf = ({ capacities }: Reader) => capacities.map(({ postId }) => postId)

/** Newest first, from before `after`: those to the person, and those to the posts held today. */
export const listFor = (tx: Tx, reader: Reader, { after, limit }: { after?: string; limit: number }) =>
  tx.many<Static<typeof NoticeView>>({
    name: 'notice_list',
    text: `SELECT n.id, n.at, n.what, n.facts, n.request_id AS "requestId", coalesce(n.id <= r.up_to_id, false) AS read
             FROM (
               (SELECT o.* FROM notice o
                 WHERE o.tenant_id = $1 AND o.person_id = $2 AND ($4::uuid IS NULL OR o.id < $4) ORDER BY o.id DESC LIMIT $5)
               UNION ALL
               (SELECT p.* FROM notice p
                 WHERE p.tenant_id = $1 AND p.post_id = ANY ($3::uuid[]) AND ($4::uuid IS NULL OR p.id < $4) ORDER BY p.id DESC LIMIT $5)
             ) n
             LEFT JOIN notice_read r ON r.tenant_id = $1 AND r.person_id = $2
            ORDER BY n.id DESC LIMIT $5`,
    values: [tx.tenantId, reader.personId, postsOf(reader), after, limit],
  })

/** Counting stops here: whoever has a hundred unread needs no exact number. */
const MOST_COUNTED = 100

/** Notices not yet read, at most 100. */
export async function unreadCount(tx: Tx, reader: Reader): Promise<number> {
  const found = await tx.one<{ count: number }>({
    name: 'notice_unread',
    // The mark is a row to join, not a subquery to compare with: under row security only the former can begin an index scan.
    text: `WITH mark AS MATERIALIZED (
             SELECT coalesce((SELECT r.up_to_id FROM notice_read r WHERE r.tenant_id = $1 AND r.person_id = $2),
                             '00000000-0000-0000-0000-000000000000') AS id)
           SELECT count(*) AS count FROM (
             (SELECT own.id FROM mark CROSS JOIN LATERAL (
                SELECT o.id FROM notice o WHERE o.tenant_id = $1 AND o.person_id = $2 AND o.id > mark.id ORDER BY o.id DESC LIMIT $4) own)
             UNION ALL
             (SELECT told.id FROM mark CROSS JOIN unnest($3::uuid[]) AS held (post_id) CROSS JOIN LATERAL (
                SELECT p.id FROM notice p WHERE p.tenant_id = $1 AND p.post_id = held.post_id AND p.id > mark.id ORDER BY p.id DESC LIMIT $4) told)
             LIMIT $4) unread`,
    values: [tx.tenantId, reader.personId, postsOf(reader), MOST_COUNTED],
  })
  return found?.count ?? 0
}

/** Everything up to this one counts as read; never goes back. Only a notice that the reader can see moves the mark. */
export async function markRead(tx: Tx, reader: Reader, upToId: string): Promise<boolean> {
  const rows = await tx.run({
    name: 'notice_mark_read',
    text: `INSERT INTO notice_read AS r (tenant_id, person_id, up_to_id)
           SELECT $1, $2, n.id FROM notice n
            WHERE n.tenant_id = $1 AND n.id = $4 AND (n.person_id = $2 OR n.post_id = ANY ($3::uuid[]))
           ON CONFLICT (tenant_id, person_id) DO UPDATE SET up_to_id = greatest(r.up_to_id, excluded.up_to_id)`,
    values: [tx.tenantId, reader.personId, postsOf(reader), upToId],
  })
  return rows === 1
}

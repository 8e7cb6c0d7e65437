/**
 * SQL of persons. What leaves this file is masked; names and numbers are found by blind index, never read.
 * Source: Personal Information Protection Law arts. 6, 51; docs/capabilities/people-and-posts.md, "People".
 */
import { tokensToFind } from '#modules/accounts/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Secrets } from '#platform/secrets.ts'

export type PersonFound = {
  id: string
  name: string
  phoneMasked: string | null
  homePath: string | null
  postTitles: string[]
  disabled: boolean
}

/** What somebody typed to find a person: a whole number, or a token of the name, its sound or the number's ending. */
function searchBy(secrets: Secrets, tenantId: number, q: string | undefined) {
  const text = q?.normalize('NFKC').replaceAll(/\s/g, '')
  if (!text) return {}
  if (/^\d{11}$/.test(text)) return { phoneIndex: secrets.blindIndex(tenantId, text) }
  return { token: tokensToFind(secrets, tenantId, text) ?? NOBODYS_TOKEN }
}
/** Too short to find anybody by. */
const NOBODYS_TOKEN = '0'
/** Of one token; a longer name finds fewer. */
const MOST_FOUND = 1_000

type Wanted = {
  q?: string
  after?: string
  limit: number
  reach: { whole: boolean; paths: readonly string[] }
  on: string
}

/** People within reach (by home, or by a post held today), in the order they were entered. */
export function listPersons(tx: Tx, secrets: Secrets, { q, after, limit, reach, on }: Wanted) {
  const by = searchBy(secrets, tx.tenantId, q)
  return tx.many<PersonFound>({
    // Not prepared: which index serves depends on what is asked for.
    text: `SELECT p.id, p.name_masked AS name, p.phone_masked AS "phoneMasked", h.path AS "homePath",
                  ARRAY(SELECT o.title FROM post_term t JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
                         WHERE t.tenant_id = $1 AND t.person_id = p.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
                         ORDER BY t.from_on, t.id) AS "postTitles",
                  p.disabled_at IS NOT NULL AS disabled
             FROM person p
             LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
            WHERE p.tenant_id = $1 AND ($3::uuid IS NULL OR p.id > $3)
              AND ($4::bytea IS NULL OR p.phone_index = $4)
              AND ($5::bigint IS NULL OR p.id IN (SELECT s.id FROM search_people($5, $7::text[], $6::boolean, $2::date, $9) s))
              AND ($6::boolean
                   OR EXISTS (SELECT 1 FROM unnest($7::text[]) AS s (path) WHERE h.path >= s.path AND h.path < s.path || '~')
                   OR EXISTS (SELECT 1 FROM post_term t
                                JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
                                JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
                                JOIN unnest($7::text[]) AS s (path) ON l.path >= s.path AND l.path < s.path || '~'
                               WHERE t.tenant_id = $1 AND t.person_id = p.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)))
            ORDER BY p.id LIMIT $8`,
    values: [
      tx.tenantId,
      on,
      after ?? null,
      by.phoneIndex ?? null,
      by.token ?? null,
      reach.whole,
      reach.paths,
      limit,
      MOST_FOUND,
    ],
  })
}

/** Locked until the change is saved. `postPaths`: the places of all posts that the person holds or will hold. */
export const lockPerson = (tx: Tx, id: string, on: string) =>
  tx.one<PersonFound & { postPaths: string[] }>({
    name: 'person_lock',
    text: `SELECT p.id, p.name_masked AS name, p.phone_masked AS "phoneMasked", p.disabled_at IS NOT NULL AS disabled,
                  (SELECT h.path FROM place h WHERE h.tenant_id = $1 AND h.id = p.home_place_id) AS "homePath",
                  ARRAY(SELECT o.title FROM post_term t JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
                         WHERE t.tenant_id = $1 AND t.person_id = p.id AND t.from_on <= $3 AND (t.to_on IS NULL OR t.to_on >= $3)
                         ORDER BY t.from_on, t.id) AS "postTitles",
                  ARRAY(SELECT l.path FROM post_term t
                          JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
                          JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
                         WHERE t.tenant_id = $1 AND t.person_id = p.id AND (t.to_on IS NULL OR t.to_on >= $3)) AS "postPaths"
             FROM person p WHERE p.tenant_id = $1 AND p.id = $2 FOR UPDATE`,
    values: [tx.tenantId, id, on],
  })

/** Who takes a name waits for who is just taking one: the loser then sees that it is taken. */
const lockUsernames = (tx: Tx) =>
  tx.one({
    name: 'person_usernames_lock',
    text: `SELECT 1 FROM place WHERE tenant_id = $1 AND level = 'district' ORDER BY id LIMIT 1 FOR NO KEY UPDATE`,
    values: [tx.tenantId],
  })

type Access = { disabled: boolean; username?: string; passwordHash?: string; now: Date }

/** False when somebody else has the user name. */
export async function saveAccess(
  tx: Tx,
  id: string,
  { disabled, username, passwordHash, now }: Access,
): Promise<boolean> {
  if (username !== undefined) await lockUsernames(tx)
  const rows = await tx.run({
    name: 'person_access',
    text: `UPDATE person SET disabled_at = CASE WHEN $3 THEN coalesce(disabled_at, $6) END, username = coalesce($4, username), password_hash = coalesce($5, password_hash)
            WHERE tenant_id = $1 AND id = $2
              AND NOT EXISTS (SELECT 1 FROM person other WHERE other.tenant_id = $1 AND other.username = $4 AND other.id <> $2)`,
    values: [tx.tenantId, id, disabled, username ?? null, passwordHash ?? null, now],
  })
  return rows === 1
}

export async function findPersonByPhone(tx: Tx, secrets: Secrets, phone: string): Promise<string | undefined> {
  const found = await tx.one<{ id: string }>({
    name: 'person_by_phone',
    text: `SELECT id FROM person WHERE tenant_id = $1 AND phone_index = $2`,
    values: [tx.tenantId, secrets.blindIndex(tx.tenantId, phone)],
  })
  return found?.id
}

/** Level and path of a place that somebody is said to live in, or to look after. */
export const placeOf = (tx: Tx, id: string, on: string) =>
  tx.one<{ level: string; path: string }>({
    name: 'people_place',
    text: `SELECT level, path FROM place WHERE tenant_id = $1 AND id = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)`,
    values: [tx.tenantId, id, on],
  })

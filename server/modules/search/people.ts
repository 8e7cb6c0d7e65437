/**
 * People by a name or a part of it, its pinyin or initials, a number or its last four digits: found by token, never read.
 * Source: docs/decisions/0013-finding-people.md.
 */
import type { Static } from 'typebox'
import type { FoundPerson } from '#contracts/search.ts'
import { tokensToFind } from '#modules/accounts/index.ts'
import { buildingNames } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { reachOf, reaches } from '#platform/reach.ts'
import type { Secrets } from '#platform/secrets.ts'

type Row = Omit<Static<typeof FoundPerson>, 'homeName'> & { homePath: string | null }

const PHONE_DIGITS = 11

export async function findPeople(
  tx: Tx,
  secrets: Secrets,
  actor: Actor,
  { q, on, limit }: { q: string; on: string; limit: number },
): Promise<Static<typeof FoundPerson>[]> {
  const people = reachOf(actor, 'people.view')
  const paths = [...new Set([...people.paths, ...reachOf(actor, 'households.view').paths])]
  const reach = { whole: people.whole, paths }
  if (paths.length === 0) return []
  const text = q.normalize('NFKC').replaceAll(/\s/g, '')
  const phoneIndex = /^\d+$/.test(text) && text.length === PHONE_DIGITS ? secrets.blindIndex(tx.tenantId, text) : null
  const token = phoneIndex ? undefined : tokensToFind(secrets, tx.tenantId, text)
  if (!phoneIndex && !token) return []
  const rows = phoneIndex ? await byNumber(tx, phoneIndex, reach, on) : await byToken(tx, token ?? '', reach, on, limit)
  const buildings = await buildingNames(
    tx,
    rows.flatMap(({ homePath }) => homePath ?? []),
  )
  return rows.map(({ homePath, homePlaceId, ...person }) => ({
    ...person,
    // The way into the household's file, for those who may open it; everybody else learns the building.
    homePlaceId: homePath && reaches(actor, 'households.view', homePath) ? homePlaceId : null,
    homeName: (homePath && buildings.get(homePath)) || null,
  }))
}

const PERSON = `p.id, p.name_masked AS name, p.phone_masked AS "phoneMasked", p.home_place_id AS "homePlaceId", h.path AS "homePath",
  ARRAY(SELECT o.title FROM post_term t JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
         WHERE t.tenant_id = $1 AND t.person_id = p.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)
         ORDER BY t.from_on, t.id) AS "postTitles"`

type Reach = { whole: boolean; paths: readonly string[] }

const byToken = (tx: Tx, token: string, { whole, paths }: Reach, on: string, limit: number) =>
  tx.many<Row>({
    name: 'find_people',
    text: `SELECT ${PERSON}
             FROM search_people($3::bigint, $4::text[], $6, $2::date, $5) s
             JOIN person p ON p.tenant_id = $1 AND p.id = s.id
             LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
            ORDER BY p.name_masked COLLATE "C", p.id`,
    values: [tx.tenantId, on, token, paths, limit, whole],
  })

/** A whole number belongs to one person at most; out of reach they are not found. */
const byNumber = (tx: Tx, phoneIndex: Buffer, { whole, paths }: Reach, on: string) =>
  tx.many<Row>({
    name: 'find_person_by_number',
    text: `SELECT ${PERSON}
             FROM person p
             LEFT JOIN place h ON h.tenant_id = $1 AND h.id = p.home_place_id
            WHERE p.tenant_id = $1 AND p.phone_index = $3 AND p.erased_at IS NULL
              AND ($5::boolean
                   OR EXISTS (SELECT 1 FROM unnest($4::text[]) AS s (path) WHERE h.path >= s.path AND h.path < s.path || '~')
                   OR EXISTS (SELECT 1 FROM post_term t
                                JOIN post o ON o.tenant_id = $1 AND o.id = t.post_id
                                JOIN place l ON l.tenant_id = $1 AND l.id = o.place_id
                                JOIN unnest($4::text[]) AS s (path) ON l.path >= s.path AND l.path < s.path || '~'
                               WHERE t.tenant_id = $1 AND t.person_id = p.id AND t.from_on <= $2 AND (t.to_on IS NULL OR t.to_on >= $2)))`,
    values: [tx.tenantId, on, phoneIndex, paths, whole],
  })

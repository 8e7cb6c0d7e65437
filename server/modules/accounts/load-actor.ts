/**
 * The person behind a session with today's posts and home, in one statement: it runs on every request that the cache of
 * sessions.ts does not answer.
 */
import type { Actor, Capacity } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { isOver, isStaff } from './session-life.ts'

export type LoadedSession = { actor: Actor; staff: boolean; lastSeenAt: string }

type Row = {
  sessionId: string
  personId: string
  createdAt: string
  lastSeenAt: string
  name: string
  nickname: string
  homeId: string | null
  homePath: string | null
  around: Partial<Record<'community' | 'compound' | 'building', string>> | null
  capacities: Capacity[]
}

// The places around a home are found by the prefixes of its path, each an index look-up; posts by the person.
const SEEN = `
  SELECT s.id AS "sessionId", s.person_id AS "personId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
         p.name_masked AS name, p.nickname, h.id AS "homeId", h.path AS "homePath",
         (SELECT json_object_agg(a.level, a.id) FROM place a
           WHERE a.tenant_id = s.tenant_id AND a.level IN ('community', 'compound', 'building')
             AND a.path = ANY (ARRAY(SELECT array_to_string((string_to_array(h.path, '.'))[1:n], '.') || '.'
                                       FROM generate_series(1, array_length(string_to_array(h.path, '.'), 1) - 1) n))) AS around,
         (SELECT coalesce(json_agg(json_build_object(
                   'postId', o.id, 'kind', o.kind, 'title', o.title,
                   'organisationId', g.id, 'organisationName', g.name,
                   'placeId', l.id, 'placeName', l.full_name, 'placeLevel', l.level, 'placePath', l.path
                 ) ORDER BY t.from_on, t.id), '[]')
            FROM post_term t
            JOIN post o ON o.tenant_id = t.tenant_id AND o.id = t.post_id
            JOIN place l ON l.tenant_id = o.tenant_id AND l.id = o.place_id
            LEFT JOIN organisation g ON g.tenant_id = o.tenant_id AND g.id = o.organisation_id
           WHERE t.tenant_id = s.tenant_id AND t.person_id = s.person_id
             AND t.from_on <= $3 AND (t.to_on IS NULL OR t.to_on >= $3)) AS capacities
`
const WITH_HOME = `
    JOIN person p ON p.tenant_id = s.tenant_id AND p.id = s.person_id AND p.disabled_at IS NULL
    LEFT JOIN place h ON h.tenant_id = p.tenant_id AND h.id = p.home_place_id`
const ACTOR = `${SEEN} FROM session s ${WITH_HOME}`
/** Background work of a person goes on after they signed out, never beyond the posts they hold. */
const WITHOUT_SESSION = `${SEEN}
    FROM (SELECT w.tenant_id, w.id, w.id AS person_id, w.created_at, w.created_at AS last_seen_at FROM person w WHERE w.tenant_id = $1 AND w.id = $2) s
    ${WITH_HOME}`

/** The person as who they are now, for work that goes on without them; undefined when their access is closed. */
export async function actorOfPerson(tx: Tx, personId: string, now: Date): Promise<Actor | undefined> {
  const row = await tx.one<Row>({
    name: 'actor_by_person',
    text: `${WITHOUT_SESSION} WHERE s.tenant_id = $1`,
    values: [tx.tenantId, personId, shanghaiToday(now)],
  })
  return row && actorIn(tx, row)
}

/** By the SHA-256 of the cookie's secret. Undefined: no such session, its person is disabled, or its time is over. */
export async function loadBySecret(tx: Tx, secretHash: Buffer, now: Date): Promise<LoadedSession | undefined> {
  return read(
    tx,
    await tx.one<Row>({
      name: 'actor_by_secret',
      text: `${ACTOR} WHERE s.tenant_id = $1 AND s.secret_hash = $2`,
      values: [tx.tenantId, secretHash, shanghaiToday(now)],
    }),
    now,
  )
}

export const loadBySession = async (tx: Tx, sessionId: string, now: Date): Promise<LoadedSession | undefined> =>
  (await loadBySessions(tx, [sessionId], now)).get(sessionId)

/** Sessions that go on, by their ids; with today's posts. */
export async function loadBySessions(
  tx: Tx,
  sessionIds: readonly string[],
  now: Date,
): Promise<Map<string, LoadedSession>> {
  const rows = await tx.many<Row>({
    name: 'actors_by_sessions',
    text: `${ACTOR} WHERE s.tenant_id = $1 AND s.id = ANY ($2)`,
    values: [tx.tenantId, sessionIds, shanghaiToday(now)],
  })
  return new Map(
    rows.flatMap((row) => {
      const session = read(tx, row, now)
      return session ? [[row.sessionId, session]] : []
    }),
  )
}

function read(tx: Tx, row: Row | undefined, now: Date): LoadedSession | undefined {
  if (!row) return undefined
  const staff = isStaff(row.capacities.map(({ kind }) => kind))
  if (isOver(row, staff, now)) return undefined
  return { actor: actorIn(tx, row), staff, lastSeenAt: row.lastSeenAt }
}

function actorIn(tx: Tx, { sessionId, personId, name, nickname, capacities, around, homeId, homePath }: Row): Actor {
  const home =
    homeId && homePath
      ? {
          placeId: homeId,
          path: homePath,
          compoundId: around?.compound ?? null,
          communityId: around?.community ?? null,
          buildingId: around?.building ?? null,
        }
      : null
  return { tenantId: tx.tenantId, personId, name, nickname, sessionId, capacities, home }
}

/** SQL of sessions. All are one's own: every statement names the person or the secret. */
import type { Tx } from '#platform/db.ts'
import { lifeOf } from './session-life.ts'
import type { LoadedSession } from './load-actor.ts'

type NewSession = {
  sessionId: string
  personId: string
  staff: boolean
  userAgent: string
  secretHash: Buffer
  now: Date
}

const LONGEST_USER_AGENT = 300 // enough to name browser and system; the header itself may be kilobytes

/** Two sign-ins of one person go one after the other, or neither counts the other's session. Taken before any of their sessions is touched. */
export async function queueSignIns(tx: Tx, personId: string): Promise<void> {
  const text = 'SELECT 1 FROM person WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE'
  await tx.run({ name: 'session_queue', text, values: [tx.tenantId, personId] })
}

/** Ends this person's sessions that are over, and the oldest beyond the number allowed at once; gives their ids. */
export async function makeRoom(tx: Tx, { personId, staff, now }: Pick<NewSession, 'personId' | 'staff' | 'now'>) {
  const ended = await tx.many<{ id: string }>({
    name: 'session_make_room',
    text: `DELETE FROM session WHERE tenant_id = $1 AND person_id = $2 AND (ends_at <= $3 OR id IN (
             SELECT o.id FROM session o WHERE o.tenant_id = $1 AND o.person_id = $2 ORDER BY o.created_at DESC, o.id DESC OFFSET $4)) RETURNING id`,
    values: [tx.tenantId, personId, now, lifeOf(staff).atOnce - 1],
  })
  return ended.map(({ id }) => id)
}

export async function insertSession(tx: Tx, { sessionId, personId, staff, userAgent, secretHash, now }: NewSession) {
  const { idleMs, longestMs } = lifeOf(staff)
  const later = (ms: number) => new Date(now.getTime() + ms)
  await tx.run({
    name: 'session_insert',
    text: `INSERT INTO session (tenant_id, id, secret_hash, person_id, staff, user_agent, created_at, last_seen_at, idle_until, ends_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    values: [
      tx.tenantId,
      sessionId,
      secretHash,
      personId,
      staff,
      userAgent.slice(0, LONGEST_USER_AGENT),
      now,
      later(idleMs),
      later(longestMs),
    ],
  })
}

export async function touchSession(tx: Tx, { actor, staff }: LoadedSession, now: Date) {
  await tx.run({
    name: 'session_touch',
    text: `UPDATE session SET last_seen_at = $3, idle_until = $4 WHERE tenant_id = $1 AND id = $2 AND last_seen_at < $3`,
    values: [tx.tenantId, actor.sessionId, now, new Date(now.getTime() + lifeOf(staff).idleMs)],
  })
}

/** Ends one session of this person; false when there is none. */
export async function deleteSession(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const text = `DELETE FROM session WHERE tenant_id = $1 AND person_id = $2 AND id = $3`
  return (await tx.run({ name: 'session_end', text, values: [tx.tenantId, personId, sessionId] })) > 0
}

/** Ends the session that a browser had before it signs in anew; gives whose it was. */
export const deleteBySecret = (tx: Tx, secretHash: Buffer) =>
  tx.one<{ id: string; personId: string }>({
    name: 'session_end_by_secret',
    text: `DELETE FROM session WHERE tenant_id = $1 AND secret_hash = $2 RETURNING id, person_id AS "personId"`,
    values: [tx.tenantId, secretHash],
  })

export async function deleteSessionsOf(tx: Tx, personId: string): Promise<void> {
  const text = `DELETE FROM session WHERE tenant_id = $1 AND person_id = $2`
  await tx.run({ name: 'session_end_all', text, values: [tx.tenantId, personId] })
}

export const listSessions = (tx: Tx, personId: string, now: Date) =>
  tx.many<{ id: string; userAgent: string; createdAt: string; lastSeenAt: string }>({
    name: 'session_list',
    text: `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt" FROM session
           WHERE tenant_id = $1 AND person_id = $2 AND idle_until > $3 AND ends_at > $3 ORDER BY last_seen_at DESC, id DESC`,
    values: [tx.tenantId, personId, now],
  })

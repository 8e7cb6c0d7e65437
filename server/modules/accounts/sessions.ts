/**
 * Sessions live in the database; the browser holds `<tenant>.<secret>` and the row only the secret's SHA-256.
 *
 * Each process keeps what it read for a second at most, so a right taken away elsewhere is gone within that second, and
 * one taken away here (forget) at once. Source: OWASP ASVS 5.0 7.2–7.4.
 */
import type { FastifyRequest } from 'fastify'
import type { Actor } from '#platform/actor.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import type { Database, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { newSecret, sha256 } from '#platform/secrets.ts'
import { readCookie } from './cookies.ts'
import { loadBySecret, loadBySessions, type LoadedSession } from './load-actor.ts'
import { deleteBySecret, insertSession, makeRoom, queueSignIns, touchSession } from './session-queries.ts'
import { lifeOf } from './session-life.ts'

export type Sessions = {
  /** The person behind the request's cookie; null when there is none, or it has ended. */
  actorOf(request: FastifyRequest): Promise<Actor | null>
  /** Sessions as they are now, by id; those that have ended are missing. Does not count as a sign of life. */
  renew(tenantId: number, sessionIds: readonly string[]): Promise<Map<string, Actor>>
  /** Drops what is kept of a person (or of the whole tenant), because rights, access or sessions change. */
  forget(tenantId: number, personId?: string): void
}

const KEPT_MS = 1_000
const MOST_KEPT = 10_000
const TOUCH_EVERY_MS = MINUTE
const COOKIE = /^([1-9]\d{0,8})\.([\w-]{43})$/

/** What a cookie's text stands for; undefined when it is none of ours. */
export function parseCookie(text: string | undefined): { tenantId: number; secretHash: Buffer } | undefined {
  const [, tenant, secret] = COOKIE.exec(text ?? '') ?? []
  return tenant && secret ? { tenantId: Number(tenant), secretHash: sha256(secret) } : undefined
}

export function createSessions({ db, now }: { db: Database; now: () => Date }): Sessions {
  const kept = new Map<string, { at: number; actor: Actor }>()
  /** When a person (or `*`) was last forgotten: a reader that began before the change committed must not keep what it saw. */
  const forgotten = new Map<string, number>()

  const isFresh = (at: number | undefined, moment: number) => at !== undefined && Math.abs(moment - at) < KEPT_MS
  const isUnsettled = ({ tenantId, personId }: Actor, moment: number) =>
    isFresh(forgotten.get(`${tenantId}/${personId}`), moment) || isFresh(forgotten.get(`${tenantId}/*`), moment)

  function keep(key: string, actor: Actor) {
    const at = now().getTime()
    if (isUnsettled(actor, at)) return
    kept.delete(key)
    kept.set(key, { at, actor })
    const [oldest] = kept.keys()
    if (oldest && kept.size > MOST_KEPT) kept.delete(oldest)
  }

  return {
    async actorOf(request) {
      const text = readCookie(request, 'linli')
      const cookie = parseCookie(text)
      if (!cookie) return null
      const key = `${cookie.tenantId}/${cookie.secretHash.toString('base64')}`
      const moment = now()
      const known = kept.get(key)
      if (known && isFresh(known.at, moment.getTime())) return known.actor
      kept.delete(key)

      const loaded = await db.withTenant(cookie.tenantId, async (tx) => {
        const session = await loadBySecret(tx, cookie.secretHash, moment)
        if (session && isDueForTouch(session, moment)) await touchSession(tx, session, moment)
        return session
      })
      if (!loaded) return null
      keep(key, loaded.actor)
      return loaded.actor
    },

    async renew(tenantId, sessionIds) {
      const load = (tx: Tx) => loadBySessions(tx, sessionIds, now())
      const going = await db.withTenant(tenantId, load, { readOnly: true })
      return new Map([...going].map(([id, { actor }]) => [id, actor]))
    },

    forget(tenantId, personId) {
      for (const [key, { actor }] of kept) {
        if (actor.tenantId === tenantId && (personId ?? actor.personId) === actor.personId) kept.delete(key)
      }
      const at = now().getTime()
      if (forgotten.size > MOST_KEPT) for (const [key, was] of forgotten) if (!isFresh(was, at)) forgotten.delete(key)
      forgotten.set(`${tenantId}/${personId ?? '*'}`, at)
    },
  }
}

const isDueForTouch = ({ lastSeenAt }: LoadedSession, now: Date) =>
  now.getTime() - Date.parse(lastSeenAt) >= TOUCH_EVERY_MS

type Started = { sessionId: string; cookie: string; longestMs: number; ended: { id: string; personId: string }[] }

/** Starts a session; ends the one that the browser had (`instead`) and those beyond the number that one person may have at once. */
export async function startSession(
  tx: Tx,
  given: { personId: string; staff: boolean; userAgent: string; now: Date; instead?: Buffer | undefined },
): Promise<Started> {
  const { instead, ...about } = given
  const secret = newSecret()
  const sessionId = newId()
  await queueSignIns(tx, about.personId)
  const before = instead && (await deleteBySecret(tx, instead))
  const beyond = await makeRoom(tx, about)
  await insertSession(tx, { sessionId, secretHash: sha256(secret), ...about })
  const ended = [...(before ? [before] : []), ...beyond.map((id) => ({ id, personId: about.personId }))]
  return { sessionId, cookie: `${tx.tenantId}.${secret}`, longestMs: lifeOf(about.staff).longestMs, ended }
}

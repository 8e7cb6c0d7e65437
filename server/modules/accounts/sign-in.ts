/**
 * The last step of every way to sign in: a new session, the browser's old one ended, an entry in the audit log.
 * The session's id is always new, so one that was planted before signing in is worth nothing (fixation).
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Me } from '#contracts/accounts.ts'
import type { PostKind } from '#contracts/rights.ts'
import { record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Services } from '#platform/services.ts'
import type { Tenants } from '#platform/tenants.ts'
import { giveCookie, readCookie, takeCookie } from './cookies.ts'
import { loadBySession } from './load-actor.ts'
import { kindsOf } from './people-queries.ts'
import { isStaff } from './session-life.ts'
import { parseCookie, startSession } from './sessions.ts'
import { viewMe } from './view.ts'

export type SignInBy = 'code' | 'password' | 'demo' | 'firstAdmin'
type Call = { tx: Tx; request: FastifyRequest; reply: FastifyReply; now: Date }

export async function signIn(
  { tx, request, reply, now }: Call,
  { services, tenants }: { services: Services; tenants: Tenants },
  personId: string,
  by: SignInBy,
): Promise<Me> {
  const before = parseCookie(readCookie(request, 'linli'))
  const instead = before?.tenantId === tx.tenantId ? before.secretHash : undefined
  const posts = await kindsOf(tx, personId, now)
  const staff = isStaff(posts.map(({ kind }) => kind as PostKind)) // the column's CHECK lists the same words
  const userAgent = request.headers['user-agent'] ?? ''
  const started = await startSession(tx, { personId, staff, userAgent, now, instead })
  const { sessionId, cookie, longestMs } = started
  for (const ended of started.ended) {
    services.forgetActors(tx.tenantId, ended.personId)
    services.live.endSession((one) => one.sessionId === ended.id)
  }
  const loaded = await loadBySession(tx, sessionId, now)
  if (!loaded) throw new Error('a session just started has no actor')
  const { actor } = loaded
  await record(tx, {
    at: now,
    what: 'signIn',
    actorPersonId: personId,
    capacity: capacityOf(actor),
    subject: actor.name,
    subjectPersonId: personId,
    reason: by,
  })
  giveCookie(reply, 'linli', cookie, longestMs)
  takeCookie(reply, 'linli-attempt')
  return viewMe(tx, services.secrets, await tenants.byId(tx.tenantId), actor)
}

/** Snapshots are Chinese, as are the titles that districts give to posts. */
function capacityOf({ capacities: [post] }: Actor): string {
  return post ? [post.organisationName, post.title].filter(Boolean).join(' ') : '居民'
}

/** Oneself: profile, sessions, and who looked. */
import * as contract from '#contracts/accounts.ts'
import { AppError } from '#platform/errors.ts'
import { serve, serveOpen, type App } from '#platform/http.ts'
import { takeCookie } from '../cookies.ts'
import { deviceOf } from '../device.ts'
import { loadBySession } from '../load-actor.ts'
import { levelOf, revealsOf, updateOwn } from '../me-queries.ts'
import { deleteSession, listSessions } from '../session-queries.ts'
import { viewMe } from '../view.ts'
import type { AccountDeps } from './deps.ts'

export function meRoutes(app: App, { services, sessions, tenants }: AccountDeps) {
  const { secrets, live } = services

  serveOpen(app, contract.tenantInfo, async ({ tenantId }) => {
    const { id, name, demo, hotline } = await tenants.byId(tenantId)
    return { id, name, demo, hotline }
  })

  serve(app, contract.me, async ({ actor, tx }) => viewMe(tx, secrets, await tenants.byId(tx.tenantId), actor))

  serve(app, contract.updateMe, async ({ actor, body, tx, now }) => {
    if (body.homePlaceId) {
      const place = await levelOf(tx, body.homePlaceId)
      if (!place) throw new AppError('place_not_found', { field: 'homePlaceId' })
      if (place.level !== 'home') throw new AppError('place_not_a_home', { field: 'homePlaceId' })
    }
    await updateOwn(tx, actor.personId, body)
    sessions.forget(actor.tenantId, actor.personId)
    const changed = await loadBySession(tx, actor.sessionId, now)
    return viewMe(tx, secrets, await tenants.byId(tx.tenantId), changed?.actor ?? actor)
  })

  serve(app, contract.signOut, async ({ actor, tx, reply }) => {
    await deleteSession(tx, actor.personId, actor.sessionId)
    sessions.forget(actor.tenantId, actor.personId)
    live.endSession(({ sessionId }) => sessionId === actor.sessionId)
    takeCookie(reply, 'linli')
    return { ok: true as const }
  })

  serve(app, contract.mySessions, async ({ actor, tx, now }) => {
    const rows = await listSessions(tx, actor.personId, now)
    return rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      device: deviceOf(userAgent),
      createdAt,
      lastSeenAt,
      current: id === actor.sessionId,
    }))
  })

  serve(app, contract.endSession, async ({ actor, params, tx }) => {
    if (!(await deleteSession(tx, actor.personId, params.id))) throw new AppError('not_found')
    sessions.forget(actor.tenantId, actor.personId)
    live.endSession(({ sessionId }) => sessionId === params.id)
    return { ok: true as const }
  })

  serve(app, contract.whoLookedAtMe, async ({ actor, tx }) => revealsOf(tx, actor.personId))
}

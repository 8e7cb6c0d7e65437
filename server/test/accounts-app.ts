/** The accounts module alone on a real database, with a clock that tests move and text messages they read. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountJobs, accountRecurring, accountRoutes, createSessions } from '#modules/accounts/index.ts'
import { createBeside } from '#platform/beside.ts'
import { createDatabase } from '#platform/db.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createHttp, type App } from '#platform/http.ts'
import { liveRoute } from '#platform/live-route.ts'
import { createLive } from '#platform/live.ts'
import { createLog } from '#platform/log.ts'
import { createDispatcher } from '#platform/outbox.ts'
import { createOutgoing } from '#platform/outgoing/outgoing.ts'
import { createSecrets } from '#platform/secrets.ts'
import type { Services } from '#platform/services.ts'
import { createFakeSms } from '#platform/sms/fake.ts'
import { createTenants } from '#platform/tenants.ts'
import { createFakeWechat } from '#platform/wechat/fake.ts'

export async function startAccounts(
  databaseUrl: string,
  {
    trustProxy = false as boolean | string,
    /** Routes of other modules to serve beside. */
    also = (_app: App, _services: Services): void => undefined,
  } = {},
) {
  const clock = { now: new Date('2026-11-20T02:00:00Z') }
  const now = () => clock.now
  const log = createLog('silent')
  const db = createDatabase(databaseUrl, { poolSize: 8 })
  const sms = createFakeSms()
  const tenants = createTenants(db)
  const sessions = createSessions({ db, now })
  const live = createLive({ db, sources: [], now, log, renew: sessions.renew })
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-accounts-'))
  const services: Services = {
    db,
    secrets: createSecrets(randomBytes(32)),
    storage: await openDiskStorage(dataDir),
    sms,
    wechat: createFakeWechat(),
    outgoing: createOutgoing(),
    beside: createBeside(log),
    live,
    log,
    now,
    forgetActors: sessions.forget,
  }
  const app = await createHttp({ db, log, now, tenantOf: tenants.ofHost, actorOf: sessions.actorOf, trustProxy })
  accountRoutes(app, services, { sessions, tenants })
  also(app, services)
  liveRoute(app, live)
  const dispatcher = createDispatcher({
    db,
    jobs: [...accountJobs(services), ...accountRecurring.map(({ job }) => job)],
    tenantIds: tenants.ids,
    now,
    log,
  })
  return {
    fastify: app.fastify,
    routes: app.routes,
    services,
    sessions,
    sms,
    dispatcher,
    wait: (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms)),
    async close() {
      live.stop()
      await app.fastify.close()
      await dispatcher.stop()
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type AccountsApp = Awaited<ReturnType<typeof startAccounts>>

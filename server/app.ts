/**
 * The application: which modules there are and how they are put together. Nothing is loaded by magic.
 *
 * Foundations (accounts, places, people) come first, then capabilities, then what only reads.
 */
import type { FastifyInstance } from 'fastify'
import { accountJobs, accountRecurring, accountRoutes, createSessions } from '#modules/accounts/index.ts'
import { auditRoutes } from '#modules/audit/index.ts'
import { figureGauges, figureWork } from '#modules/figures/index.ts'
import { bulletinJobs, bulletinRecurring, bulletinRoutes } from '#modules/bulletins/index.ts'
import { exportGauges, exportJobs, exportRecurring, exportRoutes } from '#modules/exports/index.ts'
import {
  federationGauges,
  federationJobs,
  federationRecurring,
  federationRoutes,
  hearPosted,
  pairFiled,
  writeExchange,
} from '#modules/federation/index.ts'
import { householdJobs, householdRecurring, householdRoutes, type Others } from '#modules/households/index.ts'
import { importJobs, importRecurring, importRoutes, letGoOfImported } from '#modules/imports/index.ts'
import { insightRoutes } from '#modules/insight/index.ts'
import { createKeys, keyRoutes } from '#modules/keys/index.ts'
import { letGoOfMember, memberRoutes } from '#modules/members/index.ts'
import { noticeChanges, noticeRoutes, sweepNotices, watchBackups } from '#modules/notices/index.ts'
import { open311Routes } from '#modules/open311/index.ts'
import { pairingRoutes } from '#modules/pairings/index.ts'
import { peopleRoutes } from '#modules/people/index.ts'
import { plannerJobs, plannerRoutes } from '#modules/planner/index.ts'
import { beginOnTheirDay, gridJobs, gridRoutes, placeRoutes } from '#modules/places/index.ts'
import {
  countByBuildingAndGrid,
  followPlaces,
  letGoOf,
  oldContacts,
  openWorkOf,
  photoRoutes,
  requestChanges,
  requestGauges,
  requestJobs,
  requestRoutes,
  requestRecurring,
  recheckHistories,
  requestsBy,
} from '#modules/requests/index.ts'
import { screenRoutes } from '#modules/screen/index.ts'
import { standardJobs, standardRecurring, standardRoutes } from '#modules/standards/index.ts'
import { searchRoutes } from '#modules/search/index.ts'
import {
  webhookGauges,
  webhookJobs,
  webhookRecurring,
  webhookRoutes,
  writeDeliveries,
} from '#modules/webhooks/index.ts'
import { observeCalls } from './platform/access-log.ts'
import { createBeside } from './platform/beside.ts'
import { topicRecurring, topicRoutes } from '#modules/topics/index.ts'
import { createDatabase, type Database } from './platform/db.ts'
import type { Storage } from './platform/files/storage.ts'
import { createHttp, type RouteInfo } from './platform/http.ts'
import { createInsider } from './platform/insider.ts'
import { createLeaving } from './platform/leaving.ts'
import { liveRoute } from './platform/live-route.ts'
import { createLive } from './platform/live.ts'
import type { Log } from './platform/log.ts'
import { createMetrics, measureProcess } from './platform/metrics.ts'
import { metricsRoute } from './platform/metrics-route.ts'
import { describeApi } from './platform/openapi.ts'
import { outboxGauges } from './platform/outbox-facts.ts'
import { createDispatcher, type Dispatcher } from './platform/outbox.ts'
import { createOutgoing, type OutgoingPolicy } from './platform/outgoing/outgoing.ts'
import { createSecrets } from './platform/secrets.ts'
import type { Services } from './platform/services.ts'
import { healthRoutes } from './platform/health.ts'
import type { Sms } from './platform/sms/sms.ts'
import { createSignals } from './platform/signals.ts'
import { createTableGauges } from './platform/table-gauges.ts'
import { createTenants } from './platform/tenants.ts'
import { watchProcess } from './platform/watch-process.ts'
import { webFiles } from './platform/web-files.ts'
import type { Wechat } from './platform/wechat/wechat.ts'

/** What modules keep of a person, and how they let go of it: foundations do not know who stands on them. */
export const OTHERS: Others = {
  erasers: [letGoOf, letGoOfMember, letGoOfImported],
  retention: [oldContacts],
  requestsBy,
}

export type AppOptions = {
  databaseUrl: string
  masterKey: Buffer
  storage: Storage
  sms: Sms
  wechat: Wechat
  log: Log
  /** Where calls to other systems may go; the public internet when left out. */
  outgoing?: OutgoingPolicy
  /** Folder of the built pages; none in tests of the API. */
  webRoot?: string
  now?: () => Date
  trustProxy?: boolean | string
  poolSize?: number
  callRate?: number
  /** Opens /metrics and the details of /ready from elsewhere than this machine. */
  operatorToken?: string
  /** Whose disk is watched. */
  dataDir?: string
  /** When the last good backup was begun: null for never; left out where none is scheduled. */
  lastBackup?: () => Date | null
}

export type Application = {
  fastify: FastifyInstance
  routes: RouteInfo[]
  services: Services
  db: Database
  dispatcher: Dispatcher
  /** Starts background work: outbox, schedules, live listening. */
  startWork(): Promise<void>
  /** From now on /ready answers 503, so that a proxy sends nobody here any more; open pages leave within this time. */
  unready(leaveWithinMs?: number): void
  /** Nobody new comes in; over when nobody sends on open connections any more either. */
  closeDoor(): Promise<void>
  close(): Promise<void>
}

export async function createApp(options: AppOptions): Promise<Application> {
  const now = options.now ?? (() => new Date())
  const metrics = createMetrics()
  const db = createDatabase(options.databaseUrl, { poolSize: options.poolSize, onTransaction: metrics.transaction })
  const secrets = createSecrets(options.masterKey)
  const tenants = createTenants(db)
  const sessions = createSessions({ db, now })
  const keys = createKeys({ db, now })
  const { log, storage, sms, wechat } = options
  const outgoing = createOutgoing(options.outgoing)
  const beside = createBeside(log)
  const signals = createSignals(db)
  const forgetActors: Services['forgetActors'] = (tenantId, personId) => {
    sessions.forget(tenantId, personId)
    signals.forget(tenantId, personId)
  }

  const live = createLive({ db, sources: [requestChanges, noticeChanges], now, log, renew: sessions.renew })
  const services: Services = { db, secrets, storage, sms, wechat, outgoing, beside, live, log, now, forgetActors }
  const app = await createHttp({
    db,
    log,
    now,
    tenantOf: tenants.ofHost,
    actorOf: sessions.actorOf,
    machineOf: async ({ hostname }, secret, scope) =>
      (await keys.use(await tenants.ofHost(hostname), secret, scope)).actor,
    trustProxy: options.trustProxy ?? false,
    callRate: options.callRate,
  })

  const leaving = createLeaving(app.fastify)
  observeCalls(app.fastify, { log, metrics })
  const gauges = [
    ...outboxGauges(now),
    ...requestGauges,
    ...figureGauges,
    ...webhookGauges,
    ...federationGauges,
    ...exportGauges,
  ]
  const readings = createTableGauges({ db, gauges, tenantIds: tenants.ids, log })
  const isInsider = createInsider(options.operatorToken)
  const lastBackup = () => options.lastBackup?.()
  const health = healthRoutes(app, { db, readings, isInsider, now, dataDir: options.dataDir, lastBackup, leaving }) // prettier-ignore
  metricsRoute(app, { metrics, gauges, readings, isInsider })
  watchProcess(metrics, { db, live, room: health.room, lastBackup })
  accountRoutes(app, services, { sessions, tenants })
  placeRoutes(app, services)
  gridRoutes(app, { countRequests: countByBuildingAndGrid })
  peopleRoutes(app, services, { openWorkOf })
  householdRoutes(app, services, OTHERS)
  requestRoutes(app, services)
  await photoRoutes(app, services)
  memberRoutes(app, services)
  importRoutes(app, services)
  noticeRoutes(app, services)
  auditRoutes(app)
  keyRoutes(app)
  pairingRoutes(app)
  plannerRoutes(app)
  screenRoutes(app)
  insightRoutes(app)
  standardRoutes(app)
  bulletinRoutes(app, services)
  searchRoutes(app, services)
  topicRoutes(app)
  webhookRoutes(app, services)
  exportRoutes(app, services)
  federationRoutes(app, services)
  await open311Routes(app, { services, tenants, keys, exchange: { filed: pairFiled, heard: hearPosted } })
  liveRoute(app, live)
  await describeApi(app)
  if (options.webRoot) await webFiles(app, options.webRoot)

  const figures = figureWork(recheckHistories)
  const clockwork = [
    ...accountRecurring,
    sweepNotices,
    watchBackups(lastBackup),
    ...householdRecurring(services, OTHERS),
    ...requestRecurring(services),
    ...standardRecurring,
    ...figures.recurring,
    ...webhookRecurring,
    ...federationRecurring,
    ...importRecurring(services),
    ...bulletinRecurring,
    ...exportRecurring,
    beginOnTheirDay,
    ...topicRecurring(services),
  ]
  const dispatcher = createDispatcher({
    db,
    jobs: [
      ...accountJobs(services),
      ...gridJobs({ followPlaces }),
      ...householdJobs(services),
      ...requestJobs(services, [writeDeliveries, writeExchange]),
      ...federationJobs(services),
      ...webhookJobs(services),
      ...plannerJobs(services),
      ...importJobs(services),
      ...exportJobs(app, services),
      ...standardJobs,
      ...figures.jobs,
      ...bulletinJobs,
      ...clockwork.map(({ job }) => job),
    ],
    tenantIds: tenants.ids,
    onNewTenant: (tenantId) =>
      db.withTenant(tenantId, async (tx) => {
        for (const one of clockwork) await one.schedule(tx, now())
      }),
    onJob: metrics.jobRan,
    now,
    log,
  })
  let listening: { close(): Promise<void> } | undefined

  return {
    fastify: app.fastify,
    routes: app.routes,
    services,
    db,
    dispatcher,
    async startWork() {
      measureProcess()
      const wake = (tenantId: number) => {
        dispatcher.wake(tenantId)
        live.wake(tenantId)
      }
      listening = await signals.listen({ wake, forget: sessions.forget })
      dispatcher.start()
    },
    unready(leaveWithinMs = 0) {
      leaving.begin()
      live.leave(leaveWithinMs)
    },
    closeDoor: () => leaving.closeDoor(),
    async close() {
      live.stop()
      await app.fastify.close()
      await dispatcher.stop()
      await beside.stop()
      await listening?.close()
      await db.close()
    },
  }
}

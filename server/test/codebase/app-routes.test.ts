/** The application's doors: those listed here stand open to everybody, every other one asks who is there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { RIGHTS } from '#contracts/rights.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { createLog } from '#platform/log.ts'
import { createApp } from '#server/app.ts'
import { useDatabase } from '../database.ts'
import { openRoutes, routesOf } from './routes.ts'

/** Each with the reason why nobody has to sign in. */
const OPEN: Record<string, string> = {
  'GET /health': 'a proxy asks',
  'GET /ready': 'a proxy asks',
  'GET /metrics': 'Prometheus asks; only this machine or the operator’s token is answered (observing.test.ts)',
  'GET /api': 'other systems read how to call',
  'GET /api/openapi.json': 'other systems read how to call',
  'GET /api/ui/house.css': 'what draws the description',
  'GET /api/ui/show.js': 'what draws the description',
  'GET /api/ui/swagger-ui-bundle.js': 'what draws the description',
  'GET /api/ui/swagger-ui.css': 'what draws the description',
  'GET /open311/discovery.json': 'Open311 is read by anybody',
  'GET /open311/discovery.xml': 'Open311 is read by anybody',
  'GET /open311/v2/photos/:file': 'public photos only; the query asks for nothing else',
  'GET /open311/v2/requests.json': 'public requests only',
  'GET /open311/v2/requests.xml': 'public requests only',
  'GET /open311/v2/requests/:file': 'public requests only',
  'GET /open311/v2/servicerequestupdates.json': 'public requests only',
  'GET /open311/v2/servicerequestupdates.xml': 'public requests only',
  'GET /open311/v2/services.json': 'Open311 is read by anybody',
  'GET /open311/v2/services.xml': 'Open311 is read by anybody',
  'GET /open311/v2/services/:file': 'Open311 is read by anybody',
  'GET /open311/v2/tokens/:file': 'whoever holds the token filed the request',
  'POST /open311/v2/requests.json': 'asks for a key by its own protocol',
  'POST /open311/v2/requests.xml': 'asks for a key by its own protocol',
  'POST /open311/v2/servicerequestupdates.json': 'asks for a key by its own protocol',
  'POST /open311/v2/servicerequestupdates.xml': 'asks for a key by its own protocol',
  'GET /api/plates/:code': 'a plate at a door is read by whoever scans it; it names nobody',
  'GET /api/tenant': 'the sign-in page says which district it is',
  'POST /api/sign-in/codes': 'signing in',
  'POST /api/sign-in/code': 'signing in',
  'POST /api/sign-in/password': 'signing in',
  'GET /api/sign-in/demo': 'signing in to a demo',
  'POST /api/sign-in/demo': 'signing in to a demo',
  'POST /api/sign-in/first': 'the first administrator has no account yet',
}

const folder = mkdtempSync(join(tmpdir(), 'linli-routes-'))
const app = await createApp({
  databaseUrl: await useDatabase(),
  masterKey: Buffer.alloc(32, 1),
  storage: await openDiskStorage(folder),
  sms: { send: async () => undefined },
  wechat: { send: async () => undefined },
  log: createLog('silent'),
  poolSize: 2,
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('exactly the listed doors are open', async () => {
  expect(await openRoutes(app.fastify)).toEqual(Object.keys(OPEN).toSorted())
})

test('every door declares who may call, in words that exist', () => {
  const words = ['anyone', 'signedIn', ...Object.keys(RIGHTS)]
  for (const { method, path, access } of app.routes) expect(words, `${method} ${path}`).toContain(access)
})

test('no two doors at one place, and every one of the API comes from a contract', async () => {
  const declared = app.routes.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(declared).size).toBe(declared.length)
  const answered = (await routesOf(app.fastify)).filter(
    (route) => route.includes(' /api/') && !/^GET \/api\/(openapi\.json|ui\/)/.test(route),
  )
  expect(declared.filter((route) => route.includes(' /api/')).toSorted()).toEqual(answered)
})

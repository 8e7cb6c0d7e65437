/** What the works show of themselves, and to whom: /health, /ready, /metrics, the access log, headers on every route. */
import { Agent, get } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { giveKey } from '#modules/keys/index.ts'
import { makeDistrict } from '#modules/places/make.ts'
import { openDiskStorage } from '#platform/files/storage.ts'
import { warningsOf } from '#platform/health.ts'
import { newId } from '#platform/ids.ts'
import { createLog } from '#platform/log.ts'
import { SECURITY_HEADERS } from '#platform/security-headers.ts'
import { createApp, type AppOptions } from '#server/app.ts'
import { useDatabase } from './database.ts'
import { routesOf } from './codebase/routes.ts'

const databaseUrl = await useDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli-observing-'))
const lines: string[] = []
const to = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })

const start = async (more: Partial<AppOptions> = {}) => {
  const app = await createApp({
    databaseUrl,
    masterKey: Buffer.alloc(32, 1),
    storage: await openDiskStorage(folder),
    sms: { send: async () => undefined },
    wechat: { send: async () => undefined },
    log: createLog('trace', to),
    poolSize: 2,
    dataDir: folder,
    ...more,
  })
  closing.push(app.close)
  return app
}
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true })
})

const asOwner = async (...statements: string[]) => {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

await asOwner(`INSERT INTO tenant (id, name) VALUES (1, '云桥区')`)
const app = await start()
const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({
  remoteAddress,
  headers: { host: 'localhost', ...headers },
})
const HERE = from('127.0.0.1')

describe('who may see', () => {
  test.each([
    ['this machine', HERE, 200],
    ['this machine, IPv6', from('::1'), 200],
    ['another machine', from('10.0.0.7'), 404],
    ['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }), 404],
    ['a proxy that says less', from('127.0.0.1', { via: '1.1 Caddy' }), 404],
    ['a page that was led here by a name of its own', from('127.0.0.1', { host: 'evil.example' }), 404],
    ['a token where none is set', from('10.0.0.7', { authorization: 'Bearer undefined' }), 404],
  ])('without a token: %s', async (_who, caller, status) => {
    const answer = await app.fastify.inject({ url: '/metrics', ...caller })
    expect(answer.statusCode).toBe(status)
    const ready = (await app.fastify.inject({ url: '/ready', ...caller })).json()
    expect(Object.keys(ready)).toEqual(
      status === 200 ? expect.arrayContaining(['database', 'outbox', 'disk']) : ['ready'],
    )
  })

  test('with a token: its holder from anywhere, and nobody else, not even this machine', async () => {
    const operatorToken = 'a-token-of-twenty-four-letters'
    const guarded = await start({ operatorToken })
    const ask = async (caller: object) => (await guarded.fastify.inject({ url: '/metrics', ...caller })).statusCode
    expect(await ask(from('10.0.0.7', { authorization: `Bearer ${operatorToken}` }))).toBe(200)
    expect(await ask(from('10.0.0.7', { authorization: `Bearer ${operatorToken}x` }))).toBe(404)
    expect(await ask(HERE)).toBe(404)
  })
})

test('/ready tells an insider how it stands', async () => {
  const answer = await app.fastify.inject({ url: '/ready', ...HERE })
  expect(answer.json()).toMatchObject({
    ready: true,
    stopping: false,
    database: { answers: true, writable: true, pool: { waiting: 0 } },
    outbox: { dead: 0 },
  })
  expect(answer.json().disk.freeBytes).toBeGreaterThan(0)
})

test('a database that only reads makes it unready; one that is away as well', async () => {
  const name = new URL(databaseUrl).pathname.slice(1)
  await asOwner(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
  const reading = await start()
  const away = await start({ databaseUrl: 'postgresql://linli@127.0.0.1:1/linli' })
  const ask = async ({ fastify }: typeof app) => {
    const answer = await fastify.inject({ url: '/ready', ...HERE })
    const { ready, database } = answer.json()
    return [answer.statusCode, ready, database.answers, database.writable]
  }
  expect(await ask(reading)).toEqual([503, false, true, false])
  await asOwner('SET default_transaction_read_only = off', `ALTER DATABASE ${name} RESET default_transaction_read_only`)
  expect(await ask(away)).toEqual([503, false, false, false])
  expect((await away.fastify.inject('/health')).statusCode).toBe(200)
})

test('what only warns', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const well = {
    outbox: { waiting: 9, dead: 0, overdueSeconds: 2 },
    disk: { freeBytes: 1, freeShare: 0.5 },
    lastBackupAt: undefined,
  }
  expect(warningsOf(well, now)).toEqual([])
  expect(warningsOf({ ...well, lastBackupAt: new Date('2026-11-21T09:59:00Z') }, now)).toEqual(['backup_old'])
  expect(warningsOf({ ...well, lastBackupAt: new Date('2026-11-21T10:01:00Z') }, now)).toEqual([])
  const ill = {
    outbox: { waiting: 9, dead: 1, overdueSeconds: 31 },
    disk: { freeBytes: 1, freeShare: 0.14 },
    lastBackupAt: null,
  }
  expect(warningsOf(ill, now)).toEqual(['disk_room', 'dead_jobs', 'jobs_wait', 'backup_old'])
})

test('stopping: unready at once, calls still answered, connections not kept', async () => {
  const leaving = await start()
  leaving.unready()
  const ready = await leaving.fastify.inject({ url: '/ready', ...HERE })
  expect([ready.statusCode, ready.json()]).toEqual([503, expect.objectContaining({ ready: false, stopping: true })])
  const call = await leaving.fastify.inject('/health')
  expect([call.statusCode, call.headers['connection']]).toEqual([200, 'close'])
})

test('the door: new connections are refused, kept ones answered once more; only then is it closed', async () => {
  const leaving = await start()
  const origin = await leaving.fastify.listen({ host: '127.0.0.1', port: 0 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const answer = (through: Agent) =>
    new Promise<string>((tell) =>
      get(`${origin}/health`, { agent: through }, (reply) => reply.resume().on('end', () => tell(`${reply.statusCode} ${reply.headers.connection}`))) // prettier-ignore
        .on('error', (error: NodeJS.ErrnoException) => tell(String(error.code))),
    )
  expect(await answer(agent)).toBe('200 keep-alive')
  leaving.unready()
  const closed = leaving.closeDoor()
  expect(await answer(new Agent())).toBe('ECONNREFUSED')
  expect(await answer(agent)).toBe('200 close')
  expect(await answer(agent)).toBe('ECONNREFUSED')
  await closed
})

test('metrics: by route template, never by path; tables are read; names and labels are from closed lists', async () => {
  await app.fastify.inject('/api/requests/019a0000-0000-7000-8000-000000000000?q=%E7%8E%8B%E5%BB%BA%E5%9B%BD')
  await app.fastify.inject('/nowhere/13800001234')
  await new Promise(setImmediate) // counted after the answer
  const { body } = await app.fastify.inject({ url: '/metrics', ...HERE })
  expect(body).toContain('linli_http_requests_total{method="GET",route="/api/requests/:id",status="401"} 1')
  expect(body).toContain('linli_http_requests_total{method="GET",route="none",status="404"}')
  for (const name of ['linli_http_request_duration_seconds_bucket', 'linli_transaction_duration_seconds_count', 'linli_database_connections', 'linli_live_streams', 'linli_disk_free_bytes', 'linli_photos_waiting'])
    expect(body).toContain(name) // prettier-ignore
  for (const name of [
    'linli_figures_waiting',
    'linli_webhook_deliveries',
    'linli_exchange_items',
    'linli_exports_unfinished',
  ])
    expect(body).toContain(`# TYPE ${name} gauge`)
  expect(body).not.toMatch(/019a0000|1380|\p{Script=Han}/u)
  const labels = new Set([...body.matchAll(/[{,](\w+)="/g)].map(([, label]) => label))
  expect([...labels].toSorted()).toEqual(
    expect.arrayContaining(['method', 'mode', 'outcome', 'route', 'state', 'status']),
  )
  for (const forbidden of ['tenant', 'person', 'id', 'ip', 'path']) expect(labels).not.toContain(forbidden)
})

test('the access log: one line a call, with the template and who called by kind', async () => {
  lines.length = 0
  await app.fastify.inject('/api/requests/019a0000-0000-7000-8000-000000000000?q=13800001234')
  await new Promise(setImmediate)
  const written = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
  expect(written).toHaveLength(1)
  expect(written[0]).toMatchObject({ level: 30, method: 'GET', route: '/api/requests/:id', status: 401, as: 'nobody' })
  expect(lines.join('')).not.toMatch(/019a0000|1380/)
})

test('the access log of a key: its id, which the page of keys shows, and never its secret', async () => {
  const id = newId()
  const secret = await app.db.withTenant(1, async (tx) => {
    const { district } = await makeDistrict(tx, { name: '云桥区' })
    return giveKey(tx, { id, name: '区数据平台', placeId: district.id, scopes: ['places.read'] }, new Date())
  })
  lines.length = 0
  const answer = await app.fastify.inject({ url: '/api/places', headers: { host: 'localhost', authorization: `Bearer ${secret}` } }) // prettier-ignore
  expect(answer.statusCode, answer.body).toBe(200)
  await new Promise(setImmediate)
  const written = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
  expect(written).toMatchObject([{ route: '/api/places', status: 200, as: 'key', key: id }])
  expect(lines.join('')).not.toContain(secret)
})

/** GeoReport is read by pages of any origin, by its own standard: server/modules/open311/routes.ts says so for what it reads. */
const FOR_ALL_ORIGINS = { 'cross-origin-resource-policy': 'cross-origin' }
const isPublic = (route: string) => route.startsWith('GET /open311/')

test('every route, refusal and unknown path carries the security headers', async () => {
  const missing: string[] = []
  const routes = [
    ...(await routesOf(app.fastify)),
    'GET /nowhere',
    'POST /api/nowhere',
    'GET /open311/nowhere',
    'GET /%ff',
  ]
  expect(routes.length).toBeGreaterThan(150)
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ')
    const url = path.replace(/:\w+/g, '019a0000-0000-7000-8000-000000000000').replace('*', 'any')
    const { headers } = await app.fastify.inject({ method: method as 'GET', url, ...HERE }) // printed by the server itself
    for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...(isPublic(route) && FOR_ALL_ORIGINS) }))
      if (headers[name] !== value) missing.push(`${route}: ${name}`)
    if (!headers['x-request-id']) missing.push(`${route}: x-request-id`)
  }
  expect(missing).toEqual([])
})

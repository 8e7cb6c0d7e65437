/** Sessions: new at each sign-in, dead at once when ended, short at a desk. Source: OWASP ASVS 5.0 7.2–7.4. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { deleteSessionsOf } from './index.ts'
import {
  appointTo,
  cookieOf,
  makeBranch,
  makePerson,
  makeTenant,
  SAME_ORIGIN,
  signIn,
  stranger,
  type Client,
} from './make.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
let branch: Awaited<ReturnType<typeof makeBranch>>
beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl, { demo: true })
  app = await startAccounts(databaseUrl)
  branch = await app.services.db.withTenant(tenantId, makeBranch)
})
afterAll(() => app.close())

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const statusOf = async (client: Client) => (await client.inject('GET', '/api/me')).statusCode
const tapIn = (personId: string, headers = {}) =>
  stranger(app).inject('POST', '/api/sign-in/demo', { personId }, headers)

async function resident() {
  const { personId } = await makePerson(app, tenantId, { demoRole: 'resident' })
  return signIn(app, tenantId, personId)
}
async function desk() {
  const { personId } = await makePerson(app, tenantId, {
    posts: [{ kind: 'communityStaff', placeId: branch.community.id }],
  })
  return signIn(app, tenantId, personId)
}

test('signing in gives a new session and ends the one the browser had', async () => {
  const before = await resident()
  expect(await statusOf(before)).toBe(200)
  const answer = await tapIn(before.personId, { cookie: before.cookie })
  expect(cookieOf(answer)).not.toBe(before.cookie)
  expect(await statusOf(before)).toBe(401)
})

test('a session id planted before signing in never becomes one', async () => {
  const { personId } = await resident()
  const planted = `linli=${tenantId}.${'A'.repeat(43)}`
  const answer = await tapIn(personId, { cookie: planted })
  expect(answer.statusCode).toBe(200)
  expect((await stranger(app).inject('GET', '/api/me', undefined, { cookie: planted })).statusCode).toBe(401)
})

test(
  'a captured cookie is dead after signing out, a hundred times out of a hundred',
  { timeout: 120_000 },
  async () => {
    const { personId } = await makePerson(app, tenantId)
    for (let round = 0; round < 100; round++) {
      const client = await signIn(app, tenantId, personId)
      expect(await statusOf(client)).toBe(200)
      expect((await client.inject('POST', '/api/sign-out')).json()).toEqual({ ok: true })
      expect(await statusOf(client)).toBe(401)
    }
  },
)

test('a disabled person is out at the next request, in this process', async () => {
  const client = await resident()
  expect(await statusOf(client)).toBe(200)
  await app.services.db.withTenant(tenantId, async (tx) => {
    const text = 'UPDATE person SET disabled_at = now() WHERE tenant_id = $1 AND id = $2'
    await tx.run({ text, values: [tenantId, client.personId] })
    await deleteSessionsOf(tx, client.personId)
    app.services.forgetActors(tenantId, client.personId)
    expect(await statusOf(client)).toBe(200) // not committed yet, and not to be kept
  })
  expect(await statusOf(client)).toBe(401)
})

test('another process learns of it within a second', async () => {
  const client = await resident()
  expect(await statusOf(client)).toBe(200)
  await app.services.db.withTenant(tenantId, (tx) => deleteSessionsOf(tx, client.personId))
  app.wait(1_000)
  expect(await statusOf(client)).toBe(401)
})

test('a desk is signed out after 30 idle minutes and after 12 hours of work; a resident after 14 idle days and after 90', async () => {
  const worker = await desk()
  for (let minutes = 0; minutes < 12 * 60 - 29; minutes += 29) {
    expect(await statusOf(worker)).toBe(200)
    app.wait(29 * MINUTE)
  }
  app.wait(29 * MINUTE)
  expect(await statusOf(worker)).toBe(401)

  const idle = await desk()
  app.wait(31 * MINUTE)
  expect(await statusOf(idle)).toBe(401)

  const neighbour = await resident()
  for (let days = 0; days < 90 - 13; days += 13) {
    app.wait(13 * DAY)
    expect(await statusOf(neighbour)).toBe(200)
  }
  app.wait(13 * DAY)
  expect(await statusOf(neighbour)).toBe(401)

  const away = await resident()
  app.wait(14 * DAY)
  expect(await statusOf(away)).toBe(401)
})

test('whoever is given a desk is held to its short life at once; the last day of a term still counts', async () => {
  const client = await resident()
  const { db, now, forgetActors } = app.services
  const today = now().toISOString().slice(0, 10)
  const post = { kind: 'operator', placeId: branch.district.id, fromOn: today, toOn: today } as const
  await db.withTenant(tenantId, (tx) => appointTo(tx, client.personId, post, now()))
  forgetActors(tenantId, client.personId)
  expect((await client.inject('GET', '/api/me')).json().rights).toContain('people.manage')
  app.wait(DAY)
  expect(await statusOf(client)).toBe(200) // the post has ended, and with it the desk’s rule
  expect((await client.inject('GET', '/api/me')).json().rights).toEqual([])
  await db.withTenant(tenantId, (tx) =>
    appointTo(tx, client.personId, { kind: 'auditor', placeId: branch.district.id }, now()),
  )
  forgetActors(tenantId, client.personId)
  app.wait(31 * MINUTE)
  expect(await statusOf(client)).toBe(401)
})

test('one sees one’s own sessions, ends one of them, and nobody else’s', async () => {
  const phone = await resident()
  const tablet = await signIn(app, tenantId, phone.personId)
  const sessions = (await phone.inject('GET', '/api/me/sessions')).json()
  expect(sessions).toHaveLength(2)
  const [other] = sessions.filter(({ current }: { current: boolean }) => !current)

  const foreign = await (await resident()).inject('DELETE', `/api/me/sessions/${other.id}`)
  expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'not_found'])
  expect(await statusOf(tablet)).toBe(200)
  expect((await phone.inject('DELETE', `/api/me/sessions/${other.id}`)).statusCode).toBe(200)
  expect(await statusOf(tablet)).toBe(401)
  expect(await statusOf(phone)).toBe(200)
})

test('a desk is open in three places at most, the oldest goes first, also when several sign in at once', async () => {
  const first = await desk()
  app.wait(1_000)
  const later = await Promise.all([1, 2, 3, 4, 5].map(() => signIn(app, tenantId, first.personId)))
  expect(await statusOf(first)).toBe(401)
  const answers = await Promise.all(later.map(statusOf))
  expect(answers.filter((status) => status === 200)).toHaveLength(3)
})

test('whoever is pushed out by a fourth is out at once', async () => {
  const { personId } = await makePerson(app, tenantId, {
    demoRole: 'communityStaff',
    posts: [{ kind: 'communityStaff', placeId: branch.community.id }],
  })
  const oldest = await signIn(app, tenantId, personId)
  app.wait(1_000)
  for (let nth = 0; nth < 2; nth += 1) await tapIn(personId)
  expect(await statusOf(oldest)).toBe(200) // and is kept for a second from here on
  await tapIn(personId)
  expect(await statusOf(oldest)).toBe(401)
})

test('signing out closes the open stream at once', async () => {
  const client = await resident()
  const base = await app.fastify.listen({ port: 0, host: '127.0.0.1' })
  const stream = await fetch(`${base}/api/live`, { headers: { cookie: client.cookie } })
  expect(stream.status).toBe(200)
  const reading = stream.text()
  await client.inject('POST', '/api/sign-out')
  expect(await reading).toContain('signedOut')
  expect(app.services.live.count()).toBe(0)
})

test('over https the cookie is Secure and named __Host-, and the plain name is not read', async () => {
  const behindProxy = await startAccounts(databaseUrl, { trustProxy: true })
  const { personId } = await makePerson(behindProxy, tenantId, { demoRole: 'resident' })
  const headers = { ...SAME_ORIGIN, 'x-forwarded-proto': 'https' }
  const answer = await behindProxy.fastify.inject({
    method: 'POST',
    url: '/api/sign-in/demo',
    headers,
    payload: { personId },
  })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /__Host-linli=\d+\.[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax/,
  )
  const me = (cookie: string) => behindProxy.fastify.inject({ url: '/api/me', headers: { ...headers, cookie } })
  expect((await me(cookieOf(answer))).statusCode).toBe(200)
  expect((await me(cookieOf(answer).replace('__Host-', ''))).statusCode).toBe(401)
  await behindProxy.close()
})

test('cookies that are not ours are nobody’s', async () => {
  const { cookie } = await resident()
  const [, secret = ''] = cookie.split('.')
  const foreign = await makeTenant(databaseUrl)
  for (const text of [
    '',
    'x',
    '0.',
    `${foreign}.${secret}`,
    `${tenantId}.${secret}A`,
    `${tenantId}.${secret.slice(1)}`,
    `-1.${secret}`,
    `99999999999.${secret}`,
    `${tenantId}.${'%00'.repeat(14)}A`,
  ]) {
    const answer = await stranger(app).inject('GET', '/api/me', undefined, { cookie: `linli=${text}` })
    expect(answer.statusCode, text).toBe(401)
  }
})

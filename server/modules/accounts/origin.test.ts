/** Calls from other sites change nothing: every call of this module that may write, in every foreign shape. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { makePerson, makeTenant, SAME_ORIGIN, signIn } from './make.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
const owner = new pg.Client(databaseUrl)
beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl, { demo: true })
  app = await startAccounts(databaseUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const TABLES = [
  'person',
  'session',
  'sign_in_attempt',
  'rate_count',
  'audit_entry',
  'outbox',
  'post_term',
  'one_time_link',
]
async function everything() {
  const rows = []
  for (const table of TABLES) rows.push((await owner.query(`SELECT ${table}::text FROM ${table} ORDER BY 1`)).rows)
  return JSON.stringify(rows)
}

const { host, origin } = SAME_ORIGIN
const JSON_TYPE = 'application/json'
const FOREIGN: Record<string, Record<string, string>> = {
  'no Origin': { host, 'content-type': JSON_TYPE },
  'another site': { host, origin: 'https://example.org', 'content-type': JSON_TYPE },
  'null Origin': { host, origin: 'null', 'content-type': JSON_TYPE },
  'a host that begins like ours': { host, origin: 'http://localhost.example.org', 'content-type': JSON_TYPE },
  'another port': { host, origin: 'http://localhost:8081', 'content-type': JSON_TYPE },
  'same Origin, sent across sites': { host, origin, 'sec-fetch-site': 'cross-site', 'content-type': JSON_TYPE },
  'text/plain': { host, origin, 'content-type': 'text/plain' },
  'a form': { host, origin, 'content-type': 'application/x-www-form-urlencoded' },
  'a form with files': { host, origin, 'content-type': 'multipart/form-data; boundary=x' },
}

test.each(Object.entries(FOREIGN))('%s', async (_name, headers) => {
  const { personId } = await makePerson(app, tenantId, { demoRole: 'resident' })
  const { cookie } = await signIn(app, tenantId, personId)
  const bodies: Record<string, object> = {
    '/api/sign-in/codes': { phone: '16012345678' },
    '/api/sign-in/code': { attemptId: personId, code: '123456' },
    '/api/sign-in/password': { username: 'somebody', password: 'some password' },
    '/api/sign-in/demo': { personId },
    '/api/sign-in/first': { token: 'x', name: '某人', username: 'somebody', password: 'some password' },
    '/api/sign-out': {},
    '/api/me': { nickname: '改名' },
    '/api/me/sessions/:id': {},
  }
  const before = await everything()
  const writing = app.routes.filter(({ method }) => method !== 'GET')
  expect(writing.map(({ path }) => path).toSorted()).toEqual(Object.keys(bodies).toSorted())
  for (const { method, path } of writing) {
    const answer = await app.fastify.inject({
      method: method as 'POST', // one of the four of an endpoint
      url: path.replace(':id', personId),
      headers: { ...headers, cookie },
      payload: JSON.stringify(bodies[path]),
    })
    expect([403, 415], `${method} ${path}: ${answer.body}`).toContain(answer.statusCode)
  }
  expect(await everything()).toBe(before)
})

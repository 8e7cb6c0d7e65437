/** The one-time link that makes the first administrator. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { makeFirstAdminLink } from './index.ts'
import { cookieOf, makeTenant, stranger } from './make.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl, { name: '红花岗区' })
  app = await startAccounts(databaseUrl)
})
afterAll(() => app.close())

const makeLink = async () =>
  (await app.services.db.withTenant(tenantId, (tx) => makeFirstAdminLink(tx, app.services.now()))).token
const claim = (token: string, username: string, password = 'seven quiet magpies') =>
  stranger(app).inject('POST', '/api/sign-in/first', { token, name: '龚一鸣', username, password })
const people = async () =>
  (await app.services.db.withTenant(tenantId, (tx) =>
    tx.many({ text: 'SELECT id FROM person WHERE tenant_id = $1', values: [tenantId] }),
  )).length // prettier-ignore

test('makes one operator of the whole district, once', async () => {
  const token = await makeLink()
  expect((await claim(token, 'gong', 'short')).json().code).toBe('password_too_short')
  expect((await claim(token, 'gongyiming', 'gongyiming2026')).json().code).toBe('password_too_common')
  const answer = await claim(token, 'Gong')
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json().capacities).toMatchObject([{ kind: 'operator', placeName: '红花岗区' }])
  expect(answer.json().rights).toContain('people.manage')
  const me = await stranger(app).inject('GET', '/api/me', undefined, { cookie: cookieOf(answer) })
  expect(me.json().name).toBe('龚一鸣')

  expect((await claim(token, 'second')).statusCode).toBe(410)
  const again = await stranger(app).inject('POST', '/api/sign-in/password', { username: 'gong', password: 'seven quiet magpies' }) // prettier-ignore
  expect(again.statusCode).toBe(200)
})

test('twice at once makes one', async () => {
  const token = await makeLink()
  const before = await people()
  const answers = await Promise.all(['a-one', 'b-two', 'c-three'].map((username) => claim(token, username)))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410, 410])
  expect(await people()).toBe(before + 1)
})

test('expired, replaced, unknown, or with a name that is taken: nothing is made', async () => {
  app.wait(3 * 3_600_000)
  const replaced = await makeLink()
  const late = await makeLink()
  const before = await people()
  expect((await claim(replaced, 'somebody')).json().code).toBe('link_not_valid')
  expect((await claim('x'.repeat(43), 'somebody')).json().code).toBe('link_not_valid')
  expect((await claim(late, 'GONG')).json().code).toBe('username_taken')
  app.wait(24 * 3_600_000)
  expect((await claim(late, 'somebody')).json().code).toBe('link_not_valid')
  expect(await people()).toBe(before)
})

test('is accepted by no other way to sign in', async () => {
  const token = await makeLink()
  const tries = [
    stranger(app).inject('POST', '/api/sign-in/password', { username: 'gong', password: token }),
    stranger(app).inject('GET', '/api/me', undefined, { cookie: `linli=${tenantId}.${token}` }),
    stranger(app).inject('POST', '/api/sign-in/demo', { personId: '0198c5d2-0000-7000-8000-000000000000' }),
  ]
  expect((await Promise.all(tries)).map(({ statusCode }) => statusCode)).toEqual([401, 401, 403])
})

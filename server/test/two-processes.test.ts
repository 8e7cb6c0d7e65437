/** Two applications on one database: what one changes, the other knows, although each keeps things in memory. Source: docs/operations.md, "Two processes". */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePlace } from '#modules/places/make.ts'
import { placesChanged, readTree } from '#modules/places/index.ts'
import { useDatabase } from './database.ts'
import { startApp } from './make-app.ts'
import { makeWorld } from './trust/world.ts'

const databaseUrl = await useDatabase()
const masterKey = randomBytes(32)
const [one, two] = [await startApp(databaseUrl, { masterKey }), await startApp(databaseUrl, { masterKey })]
const world = await makeWorld(one, databaseUrl)
beforeAll(() => Promise.all([one.startWork(), two.startWork()]))
afterAll(() => Promise.all([one.close(), two.close()]))

/** The clock of these applications stands still, so nothing that is kept for a second ever ages: only being told helps. */
const within = async (condition: () => Promise<boolean>, ms = 60_000) => {
  for (const until = performance.now() + ms; performance.now() < until;) {
    if (await condition()) return true
    await new Promise((go) => setTimeout(go, 20))
  }
  return false
}

test('an actor that one process forgets is forgotten by the other', { timeout: 120_000 }, async () => {
  const browser = await world.people.desk.as()
  const cookie = browser.cookie
  const me = () => two.fastify.inject({ url: '/api/me', headers: { host: 'localhost', cookie } })
  expect((await me()).statusCode).toBe(200)
  await world.inTenant((tx) => tx.run({ text: 'DELETE FROM session WHERE tenant_id = $1 AND person_id = $2', values: [world.tenantId, world.people.desk.personId] })) // prettier-ignore
  expect((await me()).statusCode).toBe(200) // kept: nobody has said a word
  one.services.forgetActors(world.tenantId, world.people.desk.personId)
  expect(await within(async () => (await me()).statusCode === 401)).toBe(true)
})

test('a place that one process adds is in the tree of the other at once', async () => {
  const names = () =>
    two.db.withTenant(world.tenantId, async (tx) => (await readTree(tx)).tree.all.map(({ name }) => name))
  await world.inTenant((tx) => placesChanged(tx))
  expect(await names()).not.toContain('新来的小区')
  await world.inTenant(async (tx) => {
    await makePlace(tx, { level: 'compound', name: '新来的小区', parent: world.made.community, number: 9 })
    await placesChanged(tx)
  })
  expect(await names()).toContain('新来的小区')
})

test('a job that one process leaves is done by the other, once', { timeout: 120_000 }, async () => {
  const { id } = await world.submit(world.people.resident)
  const told = () =>
    world.rows<{ count: number }>(`SELECT count(*) AS count FROM notice WHERE tenant_id = $1 AND request_id = $2 AND what = 'request.submit'`, [id]) // prettier-ignore
  expect(await within(async () => ((await told())[0]?.count ?? 0) > 0)).toBe(true)
  const first = await told()
  await Promise.all([one.dispatcher.drain(world.tenantId), two.dispatcher.drain(world.tenantId)])
  expect(await told()).toEqual(first)
})

test('a page that comes back to a process that is leaving is sent away as well', async () => {
  const leaving = await startApp(databaseUrl, { masterKey })
  const { cookie } = await world.people.unit.as()
  leaving.unready(100)
  const stream = await leaving.fastify.inject({ url: '/api/live', headers: { host: 'localhost', cookie } })
  expect([stream.statusCode, stream.headers['connection'], stream.body]).toEqual([200, 'close', expect.stringContaining('"hello"')]) // prettier-ignore
  await leaving.close()
})

test('tries are counted together: sent away by one, sent away by the other', async () => {
  const send = (app: typeof one) =>
    app.fastify.inject({ method: 'POST', url: '/api/sign-in/codes', headers: { host: 'localhost', origin: 'http://localhost' }, payload: { phone: '13800009876' } }) // prettier-ignore
  expect((await send(one)).statusCode).toBe(200)
  expect((await send(two)).json()).toMatchObject({ code: 'code_sent_recently' })
})

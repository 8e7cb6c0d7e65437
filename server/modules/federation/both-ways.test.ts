/**
 * Two whole instances that know each other: what one files with the other, the other answers by itself with the key that it was given
 * for this connection; in order, once although both also read, and about nothing else.
 */
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import type { ExchangeItem, PeerView } from '#contracts/federation.ts'
import { networksFrom } from '#platform/outgoing/networks.ts'
import { copyTemplate, useDatabase } from '#server/test/database.ts'
import { startApp, type TestApp } from '#server/test/make-app.ts'
import { makeWorld, type World } from '#server/test/trust/world.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }) // two whole instances
const MINUTE = 60_000
const HERE = { networks: networksFrom('127.0.0.1') ?? undefined, ports: [[1, 65_535]] as const }

type Side = { app: TestApp; world: World; url: string }
async function open(databaseUrl: string): Promise<Side> {
  const app = await startApp(databaseUrl, { outgoing: HERE })
  const world = await makeWorld(app, databaseUrl)
  await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.fastify.server.address() as AddressInfo // a listening TCP server has one
  return { app, world, url: `http://127.0.0.1:${port}/open311/v2` }
}
const other = await copyTemplate()
const hotline = await open(await useDatabase())
const street = await open(other.url)
afterAll(async () => {
  for (const { app } of [hotline, street]) {
    app.fastify.server.closeAllConnections()
    await app.close()
  }
  await other.drop()
})

const as = async ({ world }: Side, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => {
  const reply = await (await world.people.operator.as()).inject(method, path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const connect = (from: Side, to: Side, pushes: boolean): Promise<PeerView> =>
  as(from, 'POST', '/api/peers', { name: '对方平台', url: to.url, jurisdiction: null, organisationId: from.world.organisations.street, placeId: from.world.made.district.id, pulls: false, pushes, photos: false, services: [], meanings: {} }) // prettier-ignore
const there = await connect(hotline, street, true)
const back = await connect(street, hotline, false)
const give = async (from: Side, peer: PeerView): Promise<string> => (await as(from, 'POST', `/api/peers/${peer.id}/keys`)).secret // prettier-ignore
const hotlinesKey = await give(street, back)
const streetsKey = await give(hotline, there)
await as(hotline, 'PATCH', `/api/peers/${there.id}`, { key: hotlinesKey })
await as(street, 'PATCH', `/api/peers/${back.id}`, { key: streetsKey })

/** Minutes pass; only the street works off what it has, so the hotline hears what it is told and reads nothing. */
async function told(...sides: Side[]) {
  for (const { app } of [hotline, street]) app.wait(MINUTE)
  for (const { world } of sides) await world.drain()
}
const exchange = async (side: Side): Promise<ExchangeItem[]> => (await as(side, 'GET', '/api/exchange')).rows
const at = (side: Side, mark: string) => side.world.rows<{ id: string; number: string }>(`SELECT id, number FROM request WHERE tenant_id = $1 AND strpos(text, $2) > 0`, [mark]) // prettier-ignore

async function pushed(text: string) {
  const { world } = hotline
  const { id, number } = await world.submit(world.people.resident, { text, categoryCode: 'clean.litter' })
  await world.take(world.people.desk, id, 'dispatch', { handler: { organisationId: world.organisations.street } })
  await told(hotline)
  const found = await at(street, number)
  expect(found).toHaveLength(1)
  return { id, number, theirs: found[0]?.id ?? '' }
}
const seen = (id: string) => hotline.world.view(hotline.world.people.desk, id)
const actions = async (id: string) =>
  (await seen(id)).events.toReversed().map(({ action }: { action: string }) => action)

test('worked on there, told here by them: taken on, done, confirmed; reading it as well adds nothing', async () => {
  const { id, theirs } = await pushed('东门外垃圾成堆')
  const { people, organisations, take } = street.world
  await take(people.desk, theirs, 'dispatch', { handler: { organisationId: organisations.property } })
  await take(people.unit, theirs, 'takeOn')
  await told(street)
  expect((await seen(id)).status).toBe('handling')
  await take(people.unit, theirs, 'finish', { note: '已清运', cause: 'upkeep' })
  await told(street)
  expect((await seen(id)).status).toBe('finished')
  const before = await actions(id)
  expect(before.filter((action: string) => ['takeOn', 'finish'].includes(action))).toEqual(['takeOn', 'finish'])
  for (let times = 0; times < 3; times++) {
    for (const { app } of [hotline, street]) app.wait(6 * MINUTE)
    await as(hotline, 'POST', `/api/peers/${there.id}/syncs`)
    await told(hotline, street)
  }
  // That they received it is their first step and not posted, for it was the answer: only reading tells it, as an inside note.
  expect(await actions(id)).toEqual([...before, 'noteInside'])
  await hotline.world.take(hotline.world.people.resident, id, 'confirm', { stars: 5 })
  await told(hotline, street)
  const heard = (await street.world.view(people.desk, theirs)).events.map(({ action }: { action: string }) => action)
  expect(heard.filter((action: string) => action === 'supplement').length).toBeGreaterThan(0)
  for (const side of [hotline, street])
    expect((await exchange(side)).filter(({ state }) => state === 'waiting' || state === 'dead')).toEqual([])
})

test('the key speaks of what was filed there, once each, and of nothing else; taken back it is nothing', async () => {
  const { id, number } = await pushed('西门路灯不亮')
  const { world } = hotline
  const { number: own } = await world.submit(world.people.resident, { text: '只在我们这里的事' })
  const post = async (fields: object, key = streetsKey) => {
    const body = new URLSearchParams({ api_key: key, service_request_id: number, update_id: 'U-1', status: 'IN_PROGRESS', updated_datetime: '2026-11-18T10:30:00+08:00', description: '已派人', ...fields }) // prettier-ignore
    return fetch(`${hotline.url}/servicerequestupdates.json`, { method: 'POST', body })
  }
  expect((await post({ service_request_id: own })).status).toBe(404)
  expect((await post({})).status).toBe(200)
  expect((await seen(id)).status).toBe('handling')
  const again = await post({})
  expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('already exists')])
  const stranger = await as(hotline, 'POST', '/api/keys', { name: '别的系统', scopes: ['open311.write'] })
  expect((await post({ update_id: 'U-2' }, stranger.secret)).status).toBe(404)
  const next = await give(hotline, there)
  expect((await post({ update_id: 'U-3' })).status).toBe(403)
  expect((await post({ update_id: 'U-3' }, next)).status).toBe(200)
  await as(hotline, 'DELETE', `/api/peers/${there.id}`)
  expect((await post({ update_id: 'U-4' }, next)).status).toBe(403)
})

/** A receiver on this machine follows requests: signed, in order, at least once, whatever fails between. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { WebhookView } from '#contracts/webhooks.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { watchWebhooks } from './send.ts'
import { networksFrom } from '#platform/outgoing/networks.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const HERE = { networks: networksFrom('127.0.0.1') ?? undefined, ports: [[1, 65_535]] as const }

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl, { outgoing: HERE })
const world = await makeWorld(app, databaseUrl)
const { people, made, organisations } = world

type Heard = { headers: IncomingHttpHeaders; text: string; body: { id: string; type: string; data: Record<string, unknown> } } // prettier-ignore
let heard: Heard[] = []
let answer: (body: Heard['body']) => number = () => 200
const receiver = createServer((request, reply) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const text = Buffer.concat(parts).toString()
    const one = { headers: request.headers, text, body: JSON.parse(text) }
    heard.push(one)
    reply.writeHead(answer(one.body)).end('whatever')
  })
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook` // a listening TCP server has one
afterAll(async () => {
  receiver.close()
  await app.close()
})
beforeEach(() => {
  heard = []
  answer = () => 200
})

const EVERYTHING = ['request.received', 'request.dispatched', 'request.takenOn', 'request.finished', 'request.closed', 'request.reopened'] // prettier-ignore
const operator = () => people.operator.as()

async function hook(given: object = {}): Promise<{ webhook: WebhookView; secret: string }> {
  const client = await operator()
  const reply = await client.inject('POST', '/api/webhooks', { name: '区数据平台', url, events: EVERYTHING, ...given })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const change = async (id: string, body: object) => (await operator()).inject('PATCH', `/api/webhooks/${id}`, body)
const post = async (path: string, body: object = {}) => (await operator()).inject('POST', path, body)
const view = async (id: string) =>
  (await (await operator()).inject('GET', '/api/webhooks')).json().find((one: WebhookView) => one.id === id)
const deliveries = async (id: string, query = '') =>
  (await (await operator()).inject('GET', `/api/webhooks/${id}/deliveries${query}`)).json().rows
const remove = async (id: string) => (await operator()).inject('DELETE', `/api/webhooks/${id}`)

async function throughTheLoop() {
  const { id, number } = await world.submit(people.resident)
  await world.take(people.desk, id, 'dispatch', { handler: { organisationId: organisations.property } })
  await world.take(people.unit, id, 'takeOn')
  await world.take(people.unit, id, 'finish', { note: '已疏通', cause: 'upkeep' })
  await world.take(people.resident, id, 'confirm', { stars: 5 })
  return { id, number }
}
function isSigned({ headers, text }: Heard, secret: string): boolean {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}
const told = () => heard.map(({ body }) => body.type.replace('request.', ''))

test('a request is told from beginning to end, in order, signed, and without a word about people', async () => {
  const { webhook, secret } = await hook()
  const { id, number } = await throughTheLoop()
  await world.drain()
  expect(told()).toEqual(['received', 'dispatched', 'takenOn', 'finished', 'closed'])
  expect(heard.at(-1)?.body.data).toMatchObject({ requestId: id, number, status: 'closed', outcome: 'solved', place: expect.stringContaining('桂园小区') }) // prettier-ignore
  expect(heard[0]?.body.data).toMatchObject({ status: 'submitted', outcome: null, closedAt: null })
  for (const one of heard) {
    const { headers, text, body } = one
    expect(isSigned(one, secret)).toBe(true)
    expect(headers['webhook-id']).toBe(body.id)
    expect(text).not.toMatch(/积水|疏通|老人|1\d{10}/)
  }
  expect(new Set(heard.map(({ body }) => body.id)).size).toBe(5)
  expect(await deliveries(webhook.id)).toHaveLength(5)
  expect(await view(webhook.id)).toMatchObject({ waiting: 0, dead: 0, failingSince: null })
  await remove(webhook.id)
})

test('only chosen events, only below the place; a limited request shows neither place nor category', async () => {
  const { webhook } = await hook({ events: ['request.received'], placeId: made.compound.id })
  const { webhook: elsewhere } = await hook({ placeId: world.sibling.compound.id })
  await world.submit(people.resident, { limited: true })
  await throughTheLoop()
  await world.drain()
  expect(told()).toEqual(['received', 'received'])
  expect(heard[0]?.body.data).toMatchObject({ place: null, category: null })
  expect(heard[1]?.body.data).toMatchObject({ place: expect.stringContaining('桂园小区') })
  for (const { id } of [webhook, elsewhere]) await remove(id)
})

test('what fails comes again, holds back its own request and no other, with the same id and body', async () => {
  const { webhook } = await hook({ events: EVERYTHING })
  const stuck = await world.submit(people.resident)
  answer = ({ data }) => (data['requestId'] === stuck.id ? 503 : 200)
  await world.take(people.desk, stuck.id, 'dispatch', { handler: { organisationId: organisations.property } })
  const { id: other } = await world.submit(people.neighbour)
  await world.drain()
  expect(heard.map(({ body }) => body.data['requestId'])).toEqual([stuck.id, other])
  expect((await deliveries(webhook.id, '?state=waiting')).map((one: { event: string }) => one.event)).toEqual(['request.dispatched', 'request.received']) // prettier-ignore
  answer = () => 200
  app.wait(12 * SECOND)
  await world.drain()
  expect(heard.slice(2).map(({ body }) => body.type)).toEqual(['request.received', 'request.dispatched'])
  expect(heard[2]?.text).toBe(heard[0]?.text)
  await remove(webhook.id)
})

test('given up after a day, seen with its reason, and tried again by hand', async () => {
  const { webhook } = await hook()
  answer = () => 500
  await post(`/api/webhooks/${webhook.id}/pings`)
  for (let hours = 0; hours < 40; hours++) {
    await world.drain()
    app.wait(HOUR)
  }
  expect(await view(webhook.id)).toMatchObject({ waiting: 0, dead: 1 })
  expect(await deliveries(webhook.id, '?state=dead')).toMatchObject([{ event: 'ping', attempts: 10, statusCode: 500 }])
  expect(new Set(heard.map(({ body }) => body.id)).size).toBe(1)
  answer = () => 200
  expect((await post(`/api/webhooks/${webhook.id}/retries`)).json()).toEqual({ count: 1 })
  await world.drain()
  expect(await view(webhook.id)).toMatchObject({ waiting: 0, dead: 0, failingSince: null })
  await remove(webhook.id)
})

test('after days of failure it pauses itself and tells the operator; going on sends what waited', async () => {
  const { webhook } = await hook()
  answer = () => 500
  for (let days = 0; days < 4; days++) {
    await post(`/api/webhooks/${webhook.id}/pings`)
    await world.drain()
    app.wait(25 * HOUR)
    await world.drain()
  }
  expect(await view(webhook.id)).toMatchObject({ pauseReason: 'failing' })
  const notices = (await (await operator()).inject('GET', '/api/notices')).json().rows
  expect(notices).toContainEqual(expect.objectContaining({ what: 'webhook.paused' }))
  expect((await post(`/api/webhooks/${webhook.id}/pings`)).json()).toMatchObject({ code: 'connection_paused' })
  heard = []
  answer = () => 200
  const { id } = await world.submit(people.resident)
  await world.drain()
  expect(heard).toEqual([])
  expect((await change(webhook.id, { paused: false })).json().webhook).toMatchObject({
    pausedAt: null,
    failingSince: null,
  })
  await world.drain()
  expect(heard.map(({ body }) => body.data['requestId'])).toContain(id)
  await remove(webhook.id)
})

test('another address gets another secret, told once; anything else leaves it', async () => {
  const { webhook, secret: first } = await hook()
  expect((await change(webhook.id, { name: '区数据平台二', url, paused: false })).json()).toMatchObject({
    secret: null,
  })
  const { secret } = (await change(webhook.id, { url: `${url}/new` })).json()
  expect(secret).toMatch(/^whsec_/)
  expect(secret).not.toBe(first)
  await post(`/api/webhooks/${webhook.id}/pings`)
  await world.drain()
  expect(heard).toHaveLength(1)
  for (const one of heard) expect([isSigned(one, secret), isSigned(one, first)]).toEqual([true, false])
  await remove(webhook.id)
})

test('who is gone for good is told nothing more', async () => {
  const { webhook } = await hook()
  answer = () => 410
  await post(`/api/webhooks/${webhook.id}/pings`)
  await world.drain()
  expect(await view(webhook.id)).toMatchObject({ pauseReason: 'gone' })
  await remove(webhook.id)
})

test('what a process left lying is taken up by the next', async () => {
  const { webhook } = await hook()
  await world.inTenant((tx) =>
    tx.run({
      text: `UPDATE webhook SET busy_until = $3 WHERE tenant_id = $1 AND id = $2`,
      values: [tx.tenantId, webhook.id, new Date(app.now().getTime() + 60 * SECOND)],
    }),
  )
  await post(`/api/webhooks/${webhook.id}/pings`)
  await world.drain()
  expect(heard).toEqual([])
  app.wait(61 * SECOND)
  await world.inTenant((tx) => watchWebhooks.schedule(tx, app.now()))
  await world.drain()
  expect(told()).toEqual(['ping'])
  await remove(webhook.id)
})

test('an address that may not be called is refused when it is written down, and again when it is called', async () => {
  for (const wrong of ['http://10.0.0.1/', 'ftp://example.org/', 'http://a:b@example.org/', 'http://[::1]/', 'no address'])
    expect((await post('/api/webhooks', { name: '内网', url: wrong, events: EVERYTHING })).json()).toMatchObject({ code: 'address_not_allowed' }) // prettier-ignore
  const { webhook } = await hook({ url: 'http://localhost.localdomain/' })
  await post(`/api/webhooks/${webhook.id}/pings`)
  await world.drain()
  expect(await deliveries(webhook.id)).toMatchObject([{ state: 'waiting', statusCode: null, fault: expect.stringMatching(/nameNotFound|networkNotAllowed|connectionFailed/) }]) // prettier-ignore
  await remove(webhook.id)
})

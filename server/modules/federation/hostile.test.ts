/** A connected server that means harm, or was taken over: what it answers stops neither the exchange nor what is good in it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { networksFrom } from '#platform/outgoing/networks.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'

const MINUTE = 60_000
const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl, {
  outgoing: { networks: networksFrom('127.0.0.1') ?? undefined, ports: [[1, 65_535]] },
})
const world = await makeWorld(app, databaseUrl)
const building = world.made.buildings[0]
const here = { lat: building?.lat, long: building?.lon, service_code: 'road.puddle', status: 'open' }
const rows = [
  { ...here, service_request_id: 'a\u0000b', description: '坏\u0000字' },
  { ...here, service_request_id: 'x'.repeat(100_000), description: '号太长' },
  { ...here, service_request_id: '1', requested_datetime: 'yesterday', description: '不是时间', address: `8 栋\u0000${'长'.repeat(90_000)}` },
  { ...here, service_request_id: '2', media_url: 'http://169.254.169.254/latest/meta-data/', description: '图在内网' },
  { ...here, service_request_id: '3', service_code: "x'; DROP TABLE request; --", description: '好的一条' },
] // prettier-ignore
const server = createServer((request, reply) => {
  if (request.url?.includes('servicerequestupdates')) return reply.end(JSON.stringify([{ service_request_id: '3', update_id: 'u\u0000', status: `\u0000${'s'.repeat(9_000)}`, updated_datetime: 'never', description: '\u0000' }])) // prettier-ignore
  return reply.end(JSON.stringify(rows))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo // a listening TCP server has one
afterAll(async () => {
  server.close()
  await app.close()
})

test('the good comes in, the bad stays out, and the server is read again and again', async () => {
  const body = { name: '别家平台', url: `http://127.0.0.1:${port}/v2`, jurisdiction: null, organisationId: world.organisations.street, placeId: world.made.subdistrict.id, pulls: true, pushes: false, photos: false, services: [], meanings: {} } // prettier-ignore
  const made = await (await world.people.operator.as()).inject('POST', '/api/peers', body)
  expect(made.statusCode, made.body).toBe(200)
  for (let turn = 0; turn < 2; turn++) {
    app.wait(6 * MINUTE)
    await world.drain()
  }
  const texts = (await world.rows<{ text: string }>('SELECT text FROM request WHERE tenant_id = $1 ORDER BY id')).map(({ text }) => text) // prettier-ignore
  expect(texts.filter((text) => ['不是时间', '图在内网', '好的一条'].includes(text))).toHaveLength(3)
  expect(texts.filter((text) => text === '号太长')).toEqual([])
  const [peer] = await world.rows<{ last_ok_at: string | null; fault: string | null; paused_at: string | null }>('SELECT last_ok_at, fault, paused_at FROM peer WHERE tenant_id = $1') // prettier-ignore
  expect(peer).toMatchObject({ fault: null, paused_at: null })
  expect(peer?.last_ok_at).not.toBeNull()
}, 120_000)

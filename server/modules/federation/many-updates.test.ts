/** A server that has more updates than one answer holds: they are read on from where the answer ends, up to the last. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { networksFrom } from '#platform/outgoing/networks.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl, {
  outgoing: { networks: networksFrom('127.0.0.1') ?? undefined, ports: [[1, 65_535]] },
})
const world = await makeWorld(app, databaseUrl)
const SECOND = 1_000
const AT_ONCE = 1_000
const first = app.now().getTime() - 2_400 * SECOND
const updates = Array.from({ length: 2_400 }, (_, nth) => ({
  service_request_id: 'X-1',
  update_id: `X-1.${nth}`,
  status: 'OPEN',
  updated_datetime: new Date(first + nth * SECOND).toISOString().replace('.000Z', 'Z'),
  description: '有进展',
}))
const asked: string[] = []
const server = createServer((request, reply) => {
  const url = new URL(request.url ?? '', 'http://any')
  if (!url.pathname.includes('servicerequestupdates')) return reply.end('[]')
  const from = url.searchParams.get('start_date') ?? ''
  asked.push(from)
  return reply.end(JSON.stringify(updates.filter((one) => one.updated_datetime >= from).slice(0, AT_ONCE)))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo // a listening TCP server has one
afterAll(async () => {
  server.close()
  await app.close()
})

test('2,400 updates are read by three answers', async () => {
  const body = { name: '大平台', url: `http://127.0.0.1:${port}/v2`, jurisdiction: null, organisationId: world.organisations.street, placeId: world.made.subdistrict.id, pulls: false, pushes: true, photos: false, services: [], meanings: {} } // prettier-ignore
  const made = await (await world.people.operator.as()).inject('POST', '/api/peers', body)
  expect(made.statusCode, made.body).toBe(200)
  await world.drain()
  expect(asked.slice(1)).toEqual([updates[999]?.updated_datetime, updates[1_998]?.updated_datetime])
}, 60_000)

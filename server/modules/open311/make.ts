/**
 * A district with its Open311 door open over real HTTP, for tests: the world of the house, a key made by its operator, and
 * what every test needs to file and to read what was answered.
 */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Answer, GeoReportClient, Told } from '#server/test/georeport-client.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'

const drawn = new URL('../demo/photos/drawn/', import.meta.url)
const photo = (name: string) => readFileSync(new URL(name, drawn))
export const PUDDLE = [photo('puddle-before-1.jpg'), photo('puddle-after-1.jpg')] as const

/** The caller closes it. */
export async function openDoor(databaseUrl: string) {
  const app = await startApp(databaseUrl)
  const world = await makeWorld(app, databaseUrl)
  const base = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  const building = world.made.buildings[0]
  const here = { lat: String(building?.lat), long: String(building?.lon) }
  const asOperator = await world.people.operator.as()

  async function key(scopes: string[], more: object = {}) {
    const answer = await asOperator.inject('POST', '/api/keys', { name: '12345 热线', scopes, ...more })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json() as { key: { id: string }; secret: string }
  }
  const apiKey = (await key(['open311.write'], { callsInTenSeconds: 1000 })).secret
  return {
    app,
    base,
    world,
    building,
    here,
    key,
    apiKey,
    setting: async (code: string, body: object) => {
      const answer = await asOperator.inject('PATCH', `/api/open311/services/${code}`, body)
      expect(answer.statusCode, answer.body).toBe(200)
    },
    /** Files standing water before the first building, or what is asked for instead; its number. */
    file: async (client: GeoReportClient, more: Record<string, string | string[]> = {}) => {
      const told = { api_key: apiKey, service_code: 'road.puddle', description: '东门积水', ...here, ...more }
      const answer = await client.post('requests', told)
      expect(answer.status, answer.text).toBe(200)
      return String(first(answer)['service_request_id'])
    },
    async close() {
      app.fastify.server.closeAllConnections() // fetch keeps them alive
      await app.close()
    },
  }
}

export const rows = (answer: Answer) => answer.value as Record<string, Told>[] // lists of the specification
export const first = (answer: Answer) => rows(answer)[0] ?? {}

/** The first problem has this code, and all of them together say this. */
export function refused(answer: Answer, status: number, words: string | RegExp = '') {
  expect([answer.status, first(answer)['code']]).toEqual([status, String(status)])
  expect(
    rows(answer)
      .map(({ description }) => String(description))
      .join('; '),
  ).toMatch(words)
}

/** The search for open doors sees a planted one, also where it did not go through `serve`. */
import { expect, test } from 'vitest'
import { endpoint, shape } from '#contracts/endpoint.ts'
import { createDatabase } from '#platform/db.ts'
import { type App, createHttp, serve, serveOpen } from '#platform/http.ts'
import { createLog } from '#platform/log.ts'
import { useDatabase } from '../database.ts'
import { openRoutes, routesOf } from './routes.ts'

const url = await useDatabase()

async function someApp(): Promise<App> {
  const db = createDatabase(url, { poolSize: 1 })
  const app = await createHttp({ db, log: createLog('silent'), now: () => new Date(), tenantOf: async () => 1, actorOf: async () => null, trustProxy: false })
  app.fastify.addHook('onClose', () => db.close())
  return app
} // prettier-ignore

const door = (method: 'GET' | 'POST', path: string, access: 'anyone' | 'signedIn') =>
  endpoint({ method, path, access, summary: 'A door', reply: shape({}) })

test('every route is seen and the open ones are told from the closed', async () => {
  const app = await someApp()
  serve(app, door('GET', '/api/things/:id', 'signedIn'), async () => ({}))
  serve(app, door('POST', '/api/things/:id/steps', 'signedIn'), async () => ({}))
  serve(app, door('POST', '/api/things', 'signedIn'), async () => ({}))
  serveOpen(app, door('GET', '/api/tenant', 'anyone'), async () => ({}))
  app.fastify.get('/api/planted/:id', async () => 'anybody may read this')

  expect(await routesOf(app.fastify)).toEqual([
    'GET /api/planted/:id',
    'GET /api/tenant',
    'GET /api/things/:id',
    'POST /api/things',
    'POST /api/things/:id/steps',
  ])
  expect(await openRoutes(app.fastify)).toEqual(['GET /api/planted/:id', 'GET /api/tenant'])
  await app.fastify.close()
})

test('a door without declared access keeps the server from starting', async () => {
  const app = await someApp()
  const undeclared = { ...door('GET', '/api/x', 'signedIn'), access: undefined as never } // what a compiler would refuse
  expect(() => serve(app, undeclared, async () => ({}))).toThrow('declares no access')
  await app.fastify.close()
})

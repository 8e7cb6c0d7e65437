/**
 * HTTP for Open311. A scope of its own below /open311: forms instead of JSON, keys instead of cookies, and errors in
 * GeoReport's shape for whatever happens there, unknown addresses and our own bugs included.
 */
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GEOREPORT } from '#contracts/georeport-calls.ts'
import type { KeyScope } from '#contracts/key-scopes.ts'
import type { Keys } from '#modules/keys/index.ts'
import { publicPhoto } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import { photoKey } from '#platform/files/storage.ts'
import type { App } from '#platform/http.ts'
import { withIdempotency } from '#platform/idempotency.ts'
import type { Services } from '#platform/services.ts'
import type { Tenants } from '#platform/tenants.ts'
import { discoveryOf } from './discovery.ts'
import { GeoReportError, problemsOf } from './errors.ts'
import type { Exchange } from './exchange.ts'
import { readFields, type Fields } from './fields.ts'
import { file, keepPhotos } from './file-request.ts'
import { hear, readUpdate } from './file-update.ts'
import { tenantFor } from './jurisdictions.ts'
import { fetchMedia } from './media.ts'
import { readFiling } from './read-filing.ts'
import { hiddenIn } from './read-list.ts'
import { MOST_PHOTOS, readPost } from './read-post.ts'
import * as reading from './reading.ts'
import { allServices } from './services.ts'
import { settingRoutes } from './settings.ts'
import { toXml } from './xml.ts'

type Deps = { services: Services; tenants: Tenants; keys: Keys; exchange: Exchange }
type Named = FastifyRequest<{ Params: { file: string } }>

export async function open311Routes(app: App, deps: Deps): Promise<void> {
  settingRoutes(app, deps.tenants)
  for (const endpoint of GEOREPORT) {
    const { method, path, access, summary } = endpoint
    app.routes.push({ method, path, access, creates: false, summary, endpoint })
  }
  await app.fastify.register(async (scope) => georeport(scope, app, deps), { prefix: '/open311' })
}

async function georeport(scope: FastifyInstance, app: App, deps: Deps) {
  await scope.register(formbody, { parser: (text) => new URLSearchParams(text) as unknown as Record<string, unknown> }) // one reader for forms and addresses
  scope.setNotFoundHandler((request, reply) => send(request, reply.code(404), errors(404, 'not found')))
  scope.setErrorHandler((error: Error & { statusCode?: number; details?: Record<string, unknown> }, request, reply) => {
    const found = problemsOf(error)
    if (!found) request.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'bug')
    const again = error.details?.['againInSeconds']
    if (typeof again === 'number') reply.header('retry-after', again)
    const { status, problems } = found ?? {
      status: 500,
      problems: [{ code: 500, description: `internal error ${request.id}` }],
    }
    return send(request, reply.code(status), { root: 'errors', value: problems })
  })
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD')
      reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'link, x-total-count').header('cross-origin-resource-policy', 'cross-origin') // prettier-ignore
    app.countCall?.(request, undefined)
  })

  for (const format of ['xml', 'json']) {
    scope.get(`/discovery.${format}`, async (request, reply) => send(request, reply, { root: 'discovery', value: await discoveryOf(deps.tenants, request) })) // prettier-ignore
    scope.get(`/v2/services.${format}`, reads(reading.services))
    scope.get(`/v2/requests.${format}`, reads(reading.requests))
    scope.get(`/v2/servicerequestupdates.${format}`, reads(reading.updates))
    scope.post(`/v2/requests.${format}`, (request, reply) => filing(request, reply))
    scope.post(`/v2/servicerequestupdates.${format}`, (request, reply) => updating(request, reply))
  }
  scope.get('/v2/services/:file', reads(reading.definition))
  scope.get('/v2/requests/:file', reads(reading.oneRequest))
  scope.get('/v2/tokens/:file', reads(reading.token))
  scope.get<{ Params: { file: string } }>('/v2/photos/:file', photo)

  function reads(read: reading.Read) {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      const name = nameOf(request)
      const fields = readFields(new URL(request.url, 'http://any').searchParams)
      const { id } = await tenantFor(deps.tenants, request.hostname, fields.one('jurisdiction_id'))
      const photoUrl = photoUrls(request)
      const now = app.deps.now()
      const answer = await app.deps.db.withTenant(id, (tx) => read({ tx, fields, now, request, reply, photoUrl }, name), { readOnly: true }) // prettier-ignore
      return send(request, reply, answer)
    }
  }

  /** The district first, then the key: what a key opens, and that it is one, is nobody else's to learn. */
  async function admit(request: FastifyRequest, fields: Fields, scopeOfKey: KeyScope) {
    const tenant = await tenantFor(deps.tenants, request.hostname, fields.one('jurisdiction_id'))
    const bearer = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const secret = fields.one('api_key') ?? bearer
    if (!secret) throw new GeoReportError(403, 'api_key is required')
    const used = await deps.keys.use(tenant.id, secret, scopeOfKey)
    Object.assign(request, { actor: used.actor, tenantId: tenant.id }) // for the log of calls
    return { tenantId: tenant.id, ...used }
  }

  async function filing(request: FastifyRequest, reply: FastifyReply) {
    const { fields, photos, caller } = await readPost(request, (told) => admit(request, told, 'open311.write'))
    const { tenantId, key, actor } = caller
    const { db, now: clock } = app.deps
    const now = clock()
    const offered = await db.withTenant(tenantId, allServices, { readOnly: true })
    const asked = readFiling(fields, offered)
    const mayFetch = key.scopes.includes('open311.media')
    const media = await fetchMedia(asked.mediaUrls, {
      outgoing: deps.services.outgoing,
      mayFetch,
      most: MOST_PHOTOS - photos.length,
    })
    const kept = await keepPhotos(deps.services, tenantId, [...photos, ...media.photos])
    const run = (tx: Tx) =>
      file(tx, {
        filing: asked,
        kept,
        missed: media.missed,
        key,
        actor,
        services: deps.services,
        exchange: deps.exchange,
        now,
      })
    request.body = fields.plain() // what a repeat with the same key is compared by
    const withTx = <T>(work: (tx: Tx) => Promise<T>) => db.withTenant(tenantId, work)
    const value = request.headers['idempotency-key'] ? await withIdempotency({ request, reply, actor, now, withTx, run }) : await withTx(run) // prettier-ignore
    return send(request, reply, { root: 'service_requests', value })
  }

  async function updating(request: FastifyRequest, reply: FastifyReply) {
    const { fields, photos, caller } = await readPost(request, (told) => admit(request, told, 'open311.write'))
    const update = readUpdate(fields)
    const mayFetch = caller.key.scopes.includes('open311.media')
    const media = await fetchMedia(fields.all('media_url'), {
      outgoing: deps.services.outgoing,
      mayFetch,
      most: MOST_PHOTOS - photos.length,
    })
    const kept = await keepPhotos(deps.services, caller.tenantId, [...photos, ...media.photos])
    const now = app.deps.now()
    const value = await app.deps.db.withTenant(caller.tenantId, (tx) =>
      hear(tx, caller.actor, update, kept, deps.exchange, now),
    )
    return send(request, reply, { root: 'service_request_updates', value })
  }

  async function photo(request: Named, reply: FastifyReply) {
    const [, id] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.jpg$/.exec(request.params.file) ?? []
    const tenant = await tenantFor(deps.tenants, request.hostname, undefined)
    const seen =
      id &&
      (await app.deps.db.withTenant(tenant.id, async (tx) => publicPhoto(tx, id, hiddenIn(await allServices(tx))), {
        readOnly: true,
      }))
    const stored = id && seen && (await deps.services.storage.read(photoKey(tenant.id, id, 'full')))
    if (!stored) throw new GeoReportError(404, 'not found')
    return reply
      .type('image/jpeg')
      .header('content-length', stored.size)
      .header('cache-control', 'public, max-age=3600')
      .send(stored.stream)
  }
}

/** The name before the suffix. @throws GeoReportError for another suffix */
function nameOf(request: FastifyRequest): string {
  const { file: name } = request.params as { file?: string } // routes with a file declare it
  if (name === undefined) return ''
  const [, before] = /^(.+)\.(?:xml|json)$/.exec(name) ?? []
  if (before === undefined) throw new GeoReportError(404, 'not found: addresses end with .xml or .json')
  return before
}

const photoUrls = (request: FastifyRequest) => (id: string) =>
  `${request.protocol}://${request.host}/open311/v2/photos/${id}.jpg`
const errors = (code: number, description: string): reading.Answer => ({
  root: 'errors',
  value: [{ code, description }],
})

/** In the format that the address ends with; XML where it ends with neither. */
function send(request: FastifyRequest, reply: FastifyReply, { root, value }: reading.Answer) {
  const isJson = request.url.split('?')[0]?.endsWith('.json')
  reply.type(isJson ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8')
  return reply.serializer(String).send(isJson ? JSON.stringify(value) : toXml(root, value))
}

/**
 * HTTP for every module: a contract becomes a route that validates, admits, opens one transaction, and serialises.
 *
 * A handler reads as load → decide → save → tell → reply; it opens no transaction and catches nothing.
 */
import fastifyCookie from '@fastify/cookie'
import { Ajv, type ValidateFunction } from 'ajv'
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Access, BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { KeyScope } from '#contracts/key-scopes.ts'
import { admit, type Actor } from './actor.ts'
import { createCallRate } from './call-rate.ts'
import type { Database, Tx } from './db.ts'
import { AppError } from './errors.ts'
import { gzipReplies } from './gzip-replies.ts'
import { answerError } from './http-errors.ts'
import { withIdempotency } from './idempotency.ts'
import type { Log } from './log.ts'
import { refuseForeignOrigin } from './origin.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** What the shell of the application gives to HTTP. */
export type HttpDeps = {
  db: Database
  log: Log
  now: () => Date
  /** The district that this host serves. @throws not_found */
  tenantOf: (host: string) => Promise<number>
  /** The person behind the cookie, or null. */
  actorOf: (request: FastifyRequest) => Promise<Actor | null>
  /** The system behind `Authorization: Bearer`, if its key has the scope. @throws key_not_valid, key_scope_required */
  machineOf?: (request: FastifyRequest, secret: string, scope: KeyScope) => Promise<Actor>
  trustProxy: boolean | string
  /** Calls that one caller may make in ten seconds; unbounded when left out (benches, tests). */
  callRate?: number
}

export type RouteInfo = {
  method: string
  path: string
  access: Access
  creates: boolean
  summary: string
  endpoint: Endpoint
  /** What answers, for asking from within (ask.ts); raw routes and those with work beforehand have none. */
  handle?: (call: Call<Endpoint, Actor | null>) => Promise<unknown>
}

export type App = {
  fastify: FastifyInstance
  deps: HttpDeps
  routes: RouteInfo[]
  countCall?: ReturnType<typeof createCallRate>
  /** The built page for a path that is no route, or nothing. */
  pageFor?: (request: FastifyRequest) => string | undefined
}

export type Call<E, A = Actor> = {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  actor: A
  tenantId: number
  tx: Tx
  now: Date
  request: FastifyRequest
  reply: FastifyReply
}

export async function createHttp(deps: HttpDeps): Promise<App> {
  const server = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    trustProxy: deps.trustProxy,
    bodyLimit: 1_000_000,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: false },
    return503OnClosing: true,
    frameworkErrors: (_error, { id }, reply) => refuseUnreadable(id, reply as unknown as FastifyReply), // the same reply, typed for one route
  })
  server.removeContentTypeParser('text/plain')
  server.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema))
  server.setErrorHandler(answerError)
  await server.register(fastifyCookie)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'private, no-store')
  })
  // the log's own type is narrower than fastify's; modules only register routes
  const app: App = {
    fastify: server as unknown as FastifyInstance,
    deps,
    routes: [],
    countCall: deps.callRate === undefined ? undefined : createCallRate(deps.callRate),
  }
  gzipReplies(app.fastify)
  app.fastify.setNotFoundHandler((request, reply) => {
    const page = app.pageFor?.(request)
    if (!page) return reply.code(404).send({ code: 'not_found' })
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
  return app
}

/** An endpoint for people who are signed in (and hold the right that it names). */
export function serve<E extends Endpoint>(app: App, endpoint: E, handler: (call: Call<E>) => Promise<ReplyOf<E>>) {
  servePrepared(app, endpoint, async () => undefined, handler)
  const served = app.routes.at(-1)
  if (served) served.handle = handler as unknown as RouteInfo['handle'] // ask.ts admits the actor and checks the query as the route does
}

/** As serve, with slow work (reading a file, decoding a photo) done before the transaction opens. */
export function servePrepared<E extends Endpoint, X>(
  app: App,
  endpoint: E,
  prepare: (request: FastifyRequest) => Promise<X>,
  handler: (call: Call<E>, prepared: X) => Promise<ReplyOf<E>>,
) {
  if (endpoint.access === 'anyone') throw new Error(`${endpoint.path} is open: use serveOpen`)
  // admit() has made sure of the actor
  addRoute(
    app,
    endpoint,
    prepare,
    handler as unknown as (call: Call<E, Actor | null>, prepared: X) => Promise<ReplyOf<E>>,
  )
}

/** An endpoint that needs no sign-in. The actor may still be known. */
export function serveOpen<E extends Endpoint>(
  app: App,
  endpoint: E,
  handler: (call: Call<E, Actor | null>) => Promise<ReplyOf<E>>,
) {
  if (endpoint.access !== 'anyone') throw new Error(`${endpoint.path} declares access: use serve`)
  addRoute(app, endpoint, async () => undefined, handler)
}

/** As serveOpen, with what a refusal must not undo (counted tries) or what is slow (hashing a password) done before. */
export function serveOpenPrepared<E extends Endpoint, X>(
  app: App,
  endpoint: E,
  prepare: (request: FastifyRequest, body: BodyOf<E>) => Promise<X>,
  handler: (call: Call<E, Actor | null>, prepared: X) => Promise<ReplyOf<E>>,
) {
  if (endpoint.access !== 'anyone') throw new Error(`${endpoint.path} declares access: use servePrepared`)
  addRoute(app, endpoint, (request) => prepare(request, request.body as BodyOf<E>), handler) // checked by the schema
}

function addRoute<E extends Endpoint, X>(
  app: App,
  endpoint: E,
  prepare: (request: FastifyRequest) => Promise<X>,
  handler: (call: Call<E, Actor | null>, prepared: X) => Promise<ReplyOf<E>>,
) {
  const { deps } = app
  const { method, path, access, summary, creates = false } = endpoint
  if (!access) throw new Error(`${method} ${path} declares no access`)
  const writes = endpoint.writes ?? method !== 'GET'
  app.routes.push({ method, path, access, creates, summary, endpoint })

  app.fastify.route({
    method,
    url: path,
    schema: {
      ...(endpoint.params && { params: endpoint.params }),
      ...(endpoint.query && { querystring: endpoint.query }),
      ...(endpoint.body && { body: endpoint.body }),
      response: { 200: endpoint.reply },
    },
    config: { access, summary, creates },
    // Refuse before the body is read: who is not let in learns nothing about its shape.
    onRequest: async (request) => {
      const secret = access === 'anyone' ? undefined : bearerOf(request)
      // Before the key is looked up: whoever tries wrong ones is counted too
      if (secret !== undefined) app.countCall?.(request, undefined)
      if (method !== 'GET') refuseForeignOrigin(request)
      const actor =
        secret === undefined ? await deps.actorOf(request) : await machineFor(deps, request, secret, endpoint)
      app.countCall?.(request, actor?.personId)
      if (!actor?.machine) admit(access, actor)
      request.actor = actor
      request.tenantId = actor?.tenantId ?? (await deps.tenantOf(request.hostname))
    },
    handler: async (request, reply) => {
      const now = deps.now()
      const prepared = await prepare(request)
      const run = (tx: Tx) =>
        handler(
          {
            params: request.params as ParamsOf<E>, // checked by the schemas above
            query: request.query as QueryOf<E>,
            body: request.body as BodyOf<E>,
            actor: request.actor,
            tenantId: request.tenantId,
            tx,
            now,
            request,
            reply,
          },
          prepared,
        )
      if (creates && request.actor) {
        const actor = request.actor
        return withIdempotency({
          request,
          reply,
          actor,
          now,
          withTx: (work) => deps.db.withTenant(request.tenantId, work),
          run,
        })
      }
      return deps.db.withTenant(request.tenantId, run, { readOnly: !writes })
    },
  })
}

/** An address that cannot be decoded never becomes a route, so no hook dresses its answer. */
function refuseUnreadable(id: string, reply: FastifyReply) {
  return reply
    .headers({ ...SECURITY_HEADERS, 'x-request-id': id })
    .code(400)
    .send({ code: 'malformed' })
}

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1]

/** A key opens what names one of its scopes; whatever else it is shown to answers that it is no door for keys. */
function machineFor(deps: HttpDeps, request: FastifyRequest, secret: string, { key }: Endpoint): Promise<Actor> {
  if (!key || !deps.machineOf) throw new AppError('key_scope_required')
  return deps.machineOf(request, secret, key)
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    tenantId: number
  }
  interface FastifyContextConfig {
    access?: Access
    summary?: string
    creates?: boolean
  }
}

/** What JavaScript and PostgreSQL take for the same day and the same moment. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/
function isDay(text: string): boolean {
  const day = /^[12]\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
const formats = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  date: isDay,
  'date-time': (text: string) => INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
}
// Our schemas are TypeBox's, so they are not checked against JSON Schema itself at each start.
const ajvOptions = { allErrors: false, removeAdditional: false, useDefaults: true, strict: false, validateSchema: false, formats } as const // prettier-ignore
const strict = compiler(new Ajv({ ...ajvOptions, coerceTypes: false }))
/** Checks what came in an address: numbers and booleans are read from text. */
export const coercing = compiler(new Ajv({ ...ajvOptions, coerceTypes: true }))

/** Schemas are module constants: compiled once per schema, however many servers a test starts. */
function compiler(ajv: Ajv) {
  const compiled = new WeakMap<object, ValidateFunction>()
  return {
    compile(schema: unknown): ValidateFunction {
      const key = schema as object // fastify hands over the schema object of the route
      const known = compiled.get(key)
      if (known) return known
      const validate = ajv.compile(key)
      compiled.set(key, validate)
      return validate
    },
  }
}

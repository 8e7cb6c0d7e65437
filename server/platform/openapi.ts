/**
 * /api/openapi.json and /api: the API describes itself from its contracts. JSON Schema is what contracts already are;
 * what they cannot say (who may call, what may be refused, an example) is worked out from them here.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ERRORS } from '#contracts/errors.ts'
import { KEY_SCOPES } from '#contracts/key-scopes.ts'
import { RIGHTS } from '#contracts/rights.ts'
import { exampleOf } from './api-description/examples.ts'
import { TAGS, tagOf } from './api-description/tags.ts'
import type { App, RouteInfo } from './http.ts'

/** The page that shows it, from the package: nothing comes from anywhere else. */
const UI_FILES = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const
const SHOW = `document.documentElement.classList.toggle('dark-mode', matchMedia('(prefers-color-scheme: dark)').matches);
window.onload = () => SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', filter: true, tryItOutEnabled: false, supportedSubmitMethods: [] })`
/** It is read here, not tried: what chooses a server or a key to try with is left out. */
const HOUSE = `body{margin:0}#api .information-container{padding-top:0}#api .info{margin:28px 0 12px}#api .scheme-container,#api .authorization__btn{display:none}#api .info a,#api .info code{overflow-wrap:anywhere}.dark-mode body{background:#1c2022}`
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>邻里 · 接口说明 Linli API</title><link rel="stylesheet" href="/api/ui/swagger-ui.css"><link rel="stylesheet" href="/api/ui/house.css"><main id="api"></main><script src="/api/ui/swagger-ui-bundle.js"></script><script src="/api/ui/show.js"></script></html>`

export async function describeApi(app: App) {
  let described: string | undefined // routes are complete once the server listens
  app.fastify.get('/api/openapi.json', { config: { access: 'anyone' } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((described ??= JSON.stringify(openApi(app.routes)))),
  )
  app.fastify.get('/api', { config: { access: 'anyone' } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(PAGE),
  )
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const [file, type] of Object.entries(UI_FILES)) {
    let content: Buffer | undefined
    app.fastify.get(`/api/ui/${file}`, { config: { access: 'anyone' } }, async (_request, reply) => {
      content ??= readFileSync(join(folder, file))
      return reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=86400').send(content)
    })
  }
  app.fastify.get('/api/ui/show.js', { config: { access: 'anyone' } }, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SHOW),
  )
  app.fastify.get('/api/ui/house.css', { config: { access: 'anyone' } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(HOUSE),
  )
}

/** OpenAPI 3.1 of the routes. */
export function openApi(routes: readonly RouteInfo[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const url = urlOf(route.path)
    paths[url] ??= {}
    paths[url][route.method.toLowerCase()] = operation(route, url)
  }
  const used = new Set(Object.keys(paths).map(tagOf))
  return {
    openapi: '3.1.0',
    info: {
      title: '邻里接口 Linli API',
      version: '1',
      description:
        '时间为 ISO 8601（UTC），位置为 WGS-84，编号为 UUID。其他系统用密钥调用：`Authorization: Bearer linli_…`，只开放标明权限的读取接口；报事走 Open311（/open311）。\n\n' +
        'Times are ISO 8601 in UTC, positions WGS-84, ids UUID. Other systems call with a key, `Authorization: Bearer linli_…`, and reach what names a scope; they file requests by Open311 (/open311).',
    },
    servers: [{ url: '/' }],
    tags: TAGS.filter(({ name }) => used.has(name)),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'linli',
          description: 'The cookie of somebody who is signed in',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of another system. Scopes: ${KEY_SCOPES.join(', ')}`,
        },
      },
      schemas: {
        Refusal: {
          type: 'object',
          description: 'Every refusal: a code, the field that it is about, and what else is known',
          required: ['code'],
          properties: {
            code: { type: 'string', enum: Object.keys(ERRORS) },
            field: { type: 'string' },
            details: { type: 'object', additionalProperties: true },
          },
        },
      },
    },
  }
}

/** `/x/:id.jpg` → `/x/{id}.jpg` */
const urlOf = (path: string) => path.replace(/:(\w+)/g, '{$1}')

function operation({ method, access, creates, summary, endpoint }: RouteInfo, url: string) {
  const { params, query, body, reply, key } = endpoint
  const takes = endpoint.takes ?? ['application/json']
  const sends = endpoint.sends ?? ['application/json']
  return {
    operationId: `${method.toLowerCase()} ${url}`.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, ''),
    summary,
    description: describe({ access, creates, key }),
    tags: [tagOf(url)],
    'x-access': access,
    security: access === 'anyone' ? [] : [{ session: [] }, ...(key ? [{ key: [key] }] : [])],
    parameters: [...parameters('path', params), ...parameters('query', query), ...(creates ? [IDEMPOTENCY] : [])],
    ...(body && { requestBody: { required: true, content: contentOf(takes, body) } }),
    responses: {
      200: { description: 'Done', content: contentOf(sends, reply) },
      ...refusals({ access, creates, hasInput: Boolean(params ?? query ?? body) }),
    },
  }
}

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Makes a repeat safe: it gets the first answer',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
  example: '01939f5e-8c00-7a31-9d54-2f6b1c0e7a11',
}

/** A picture or a sheet is bytes; XML says the same as JSON. */
function contentOf(types: readonly string[], schema: object) {
  const readable = (type: string) => type.includes('json') || type.includes('form')
  return Object.fromEntries(
    types.map((type) => [
      type,
      readable(type) ? { schema, example: exampleOf(schema) } : { schema: { type: 'string', ...(type.includes('xml') ? {} : { contentEncoding: 'binary' }) } }, // prettier-ignore
    ]),
  )
}

function describe({ access, creates, key }: Pick<RouteInfo, 'access' | 'creates'> & { key?: string }): string {
  const who =
    access === 'anyone'
      ? 'Open to anyone.'
      : access === 'signedIn'
        ? 'For anyone signed in; what lies behind is decided by how they stand to it.'
        : `Needs the right \`${access}\`, which these posts carry: ${RIGHTS[access].join(', ')}. It reaches over the place of the post.`
  const repeats = creates ? ' A repeat with the same Idempotency-Key gets the first answer.' : ''
  return `${who}${repeats}${key ? ` Keys with the scope \`${key}\` may call it too.` : ''}`
}

const refusal = (status: number, description: string, code: string) => [
  status,
  {
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' }, example: { code } } },
  },
]

/** What may be answered instead, by what the call asks. */
function refusals({ access, creates, hasInput }: Pick<RouteInfo, 'access' | 'creates'> & { hasInput: boolean }) {
  const rows = [
    ...(hasInput || creates ? [refusal(400, 'Not readable: `details.field` says what', 'malformed')] : []),
    ...(access !== 'anyone' ? [refusal(401, 'Nobody is signed in, or the key does not work', 'sign_in_required')] : []),
    ...(access !== 'anyone' ? [refusal(403, 'Not theirs to call', 'right_required')] : []),
    refusal(404, 'Not there, or not theirs to see', 'not_found'),
    refusal(429, 'Too many calls: Retry-After says when', 'too_many_tries'),
    ['default', { description: 'Refused: a code of the list', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' }, example: { code: 'busy' } } } }], // prettier-ignore
  ]
  return Object.fromEntries(rows)
}

type ObjectSchema = { properties?: Record<string, { description?: string }>; required?: string[] }

const parameters = (place: 'path' | 'query', schema: unknown) => {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema // parameter schemas are objects by contract
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(one.description && { description: one.description }),
    schema: one,
    example: exampleOf(one, name),
  }))
}

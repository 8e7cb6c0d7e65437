/** /api/openapi.json: the API describes itself from its contracts, from the first day. */
import type { RouteInfo, App } from './http.ts'

export async function describeApi(app: App) {
  app.fastify.get('/api/openapi.json', { config: { access: 'anyone' } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(openApi(app.routes))),
  )
}

/** OpenAPI 3.1 of the routes; JSON Schema is what the contracts already are. */
export function openApi(routes: readonly RouteInfo[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { method, path, access, creates, summary, endpoint } of routes) {
    const url = path.replace(/:(\w+)/g, '{$1}')
    paths[url] ??= {}
    paths[url][method.toLowerCase()] = {
      summary,
      tags: [url.split('/')[2] ?? 'api'],
      'x-access': access,
      ...(access !== 'anyone' && { security: [{ session: [] }] }),
      parameters: [
        ...parameters('path', endpoint.params),
        ...parameters('query', endpoint.query),
        ...(creates
          ? [
              {
                name: 'Idempotency-Key',
                in: 'header',
                required: true,
                schema: { type: 'string', minLength: 8, maxLength: 100 },
              },
            ]
          : []),
      ],
      ...(endpoint.body && {
        requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } },
      }),
      responses: {
        200: { description: 'Done', content: { 'application/json': { schema: endpoint.reply } } },
        default: {
          description: 'Refused',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Linli 邻里', version: '1', description: 'Times are ISO 8601 in UTC, positions WGS-84, ids UUID.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'linli' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['code'],
          properties: { code: { type: 'string' }, details: { type: 'object', additionalProperties: true } },
        },
      },
    },
  }
}

type ObjectSchema = { properties?: Record<string, object>; required?: string[] }

const parameters = (place: 'path' | 'query', schema: unknown) => {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema // parameter schemas are objects by contract
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }))
}

/** The description of the API: OpenAPI 3.1 in its structure, every route in it, every example true to its own schema. */
import { Ajv } from 'ajv'
import { afterAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { exampleOf } from './api-description/examples.ts'

const app = await startApp(await useDatabase())
afterAll(() => app.close())

type Parameter = { name: string; in: string; required: boolean; schema: object; example: unknown }
type Content = Record<string, { schema: object; example?: unknown }>
type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content: Content }>
}
type Document = {
  openapi: string
  info: object
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, object>; schemas: Record<string, object> }
}
const document: Document = (await app.fastify.inject('/api/openapi.json')).json()
const operations = Object.entries(document.paths).flatMap(([url, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ url, method, operation })),
)

const day = /^\d{4}-\d{2}-\d{2}$/
const ajv = new Ajv({ strict: false, validateSchema: false, formats: { uuid: /^[0-9a-f-]{36}$/, date: day, 'date-time': /^\d{4}-\d\d-\d\dT/, binary: true } }) // prettier-ignore

test('every route is in it', () => {
  const described = operations.map(({ url, method }) => `${method.toUpperCase()} ${url}`)
  const routes = app.routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(described.toSorted()).toEqual(routes.toSorted())
})

test('it has the structure of OpenAPI 3.1', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const tags = document.tags.map(({ name }) => name)
  for (const { url, method, operation } of operations) {
    const name = `${method} ${url}`
    expect(operation.summary.length, name).toBeGreaterThan(3)
    expect(operation.description.length, name).toBeGreaterThan(10)
    expect(operation.responses['200'], name).toBeDefined()
    for (const tag of operation.tags) expect(tags, name).toContain(tag)
    const inPath = [...url.matchAll(/\{(\w+)\}/g)].map(([, one]) => one)
    const declared = operation.parameters.filter((one) => one.in === 'path')
    expect(declared.map((one) => one.name).toSorted(), name).toEqual(inPath.toSorted())
    expect(
      declared.every(({ required }) => required),
      name,
    ).toBe(true)
    expect(new Set(operation.parameters.map((one) => `${one.in} ${one.name}`)).size, name).toBe(operation.parameters.length) // prettier-ignore
    for (const one of operation.security.flatMap(Object.keys)) expect(document.components.securitySchemes).toHaveProperty(one) // prettier-ignore
    for (const response of Object.values(operation.responses)) expect(response.description, name).toBeTruthy()
  }
})

test('every example is true to its own schema', () => {
  const wrong: string[] = []
  const check = (name: string, schema: object, example: unknown) => {
    const own = '$ref' in schema ? (document.components.schemas['Refusal'] ?? {}) : schema
    if (!ajv.validate(own, example)) wrong.push(`${name}: ${ajv.errorsText()} ${JSON.stringify(example).slice(0, 120)}`)
  }
  for (const { url, method, operation } of operations) {
    const name = `${method} ${url}`
    for (const one of operation.parameters) check(`${name} ${one.name}`, one.schema, one.example)
    const contents = [
      operation.requestBody?.content ?? {},
      ...Object.values(operation.responses).map(({ content }) => content),
    ]
    for (const [type, { schema, example }] of contents.flatMap(Object.entries<Content[string]>)) {
      if (example !== undefined) check(`${name} ${type}`, schema, example)
    }
  }
  expect(wrong).toEqual([])
  expect(operations.length).toBeGreaterThan(150)
}, 120_000)

test('what opens to keys says so, and the page comes from this server alone', async () => {
  expect(document.paths['/api/requests/work']?.['get']?.security).toEqual([{ session: [] }, { key: ['requests.read'] }])
  const page = await app.fastify.inject('/api')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.body).not.toMatch(/https?:\/\//)
  for (const [, url = ''] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await app.fastify.inject(url)).statusCode, url).toBe(200) // prettier-ignore
  expect(page.body).not.toMatch(/<script>/) // our policy lets none run
})

test('an example can be had of what has no name', () =>
  expect(exampleOf({ type: 'string', minLength: 2 })).toBe('桂园'))

/**
 * Odd input on every route: bodies and queries bent by their own schemas. No 5xx, no unknown field taken, nothing of another
 * district touched. `LINLI_MUTATIONS` sets how many per route; naughty strings come from ../shared when it is there.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { REQUEST_ACTIONS } from '#contracts/requests.ts'
import { RIGHTS } from '#contracts/rights.ts'
import { SAME_ORIGIN } from '#modules/accounts/make.ts'
import type { RouteInfo } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { TABLES } from '#server/db/tables.ts'
import { useDatabase } from '../database.ts'
import { startApp } from '../make-app.ts'
import { makeRegister } from '#modules/people/make.ts'
import { sendSheet } from './csv.ts'
import { ROWS, type Things } from './matrix.ts'
import { makeWorld } from './world.ts'

const PER_ROUTE = Number(process.env['LINLI_MUTATIONS'] ?? 300)
const AT_ONCE = 8
const NAUGHTY = '../shared/data/uploads/strings/blns.json'
const naughty: string[] = existsSync(NAUGHTY) ? JSON.parse(readFileSync(NAUGHTY, 'utf8')) : []
if (naughty.length === 0) console.warn(`mutations: ${NAUGHTY} is absent, its strings are left out`)

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl, { host: 'here.example' })
const other = await makeWorld(app, databaseUrl, { name: '金丝雀区', host: 'other.example' })
const owner = new pg.Client(databaseUrl)
await owner.connect()
afterAll(async () => {
  await owner.end()
  await app.close()
})
await other.submit(other.people.resident)
const { people, made } = world
const open = await world.submit(people.neighbour)
const free = await world.person({ kind: 'member', placeId: made.compound.id })
const register = await world.inTenant((tx) => makeRegister(tx, { placeId: made.compound.id, on: '2027-12-31' }))
const importId = (await sendSheet(await people.desk.as(), made.compound.id)).json().id
const things: Things = {
  limitedId: open.id, openId: open.id, photoId: newId(), placeId: made.compound.id, homeId: made.homes[0]?.id ?? '', postId: free.postId, termId: newId(),
  personId: free.personId, webhookId: newId(), peerId: newId(), freeId: free.personId, sessionId: newId(), noticeId: newId(), bulkId: newId(), memberId: newId(), plateCode: newId().slice(0, 22), organisationId: world.organisations.property, venueId: register.venueId, selectionId: register.selectionId, planId: newId(), pairingId: newId(), importId, exportId: newId(), bulletinId: newId(), draftId: newId(), communityId: made.community.id, keyId: newId(),
} // prettier-ignore

/** Names of columns that no body may set, and of what JavaScript keeps in every object. */
const COLUMNS = [
  'status',
  'tenant_id',
  'tenantId',
  'seq',
  'round',
  'outcome',
  'closed_at',
  'reporter_person_id',
  'from_pool',
  'id',
  'number',
  'disabled_at',
  'password_hash',
  'rights',
  'capacities',
]
const PROTOTYPES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const ODD = [
  null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', 'a\udc00b', '\u202e', '2027', '2027-02-30', '0000-00-00', '9999-12-31', '2027-13-01T00:00:00Z',
  '2026-12-01T25:00:00Z', 'Dec 25, 2027', '275760-09-13', '+120000-01-01T00:00:00Z', '1', 'true', "'; DROP TABLE request; --", '%', '\\', '${7*7}', '../../etc/passwd', '不', '👍'.repeat(40), 'x'.repeat(5000),
  [], {}, [[]], [null], [''], { $ne: null }, Array.from({ length: 300 }, () => 'x'), { a: { b: { c: { d: [] } } } },
] // prettier-ignore
type Shape = { properties?: Record<string, unknown>; enum?: unknown[]; items?: unknown; format?: string }

const oddValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  ...(naughty.length ? [{ weight: 2, arbitrary: fc.constantFrom<unknown>(...naughty) }] : []),
)
/** A value that the schema could take, as far as it tells. */
function fitting(schema: Shape): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.format === 'uuid') return fc.constantFrom(...Object.values(things), newId())
  if (schema.properties)
    return fc.record(
      Object.fromEntries(Object.entries(schema.properties).map(([key, one]) => [key, fitting(one as Shape)])),
      { requiredKeys: [] },
    )
  if (schema.items) return fc.array(fitting(schema.items as Shape), { maxLength: 3 })
  return fc.constantFrom<unknown>(
    '两个字',
    '2026-12-20',
    '2026-12-20T02:00:00.000Z',
    '2027-02-30',
    1,
    3,
    true,
    120.15,
    30.28,
    '13800138000',
  )
}

type Bent = { body: Record<string, unknown>; unknown: boolean; raw?: string }
function bodies(route: RouteInfo): fc.Arbitrary<Bent> {
  const name = `${route.method} ${route.path}`
  const schema = route.endpoint.body as Shape // bodies are closed objects
  const fields = Object.keys(schema.properties ?? {})
  const valid = () => (ROWS[name]?.call(things, 'desk').body ?? {}) as Record<string, unknown> // JSON routes only
  const base = fc.oneof(
    fc.constant(null).map(valid),
    fitting(schema).map((some) => ({ ...valid(), ...(some as object) })),
  )
  const start = route.path.endsWith('/steps')
    ? fc.tuple(base, fc.constantFrom(...REQUEST_ACTIONS)).map(([body, action]) => ({ ...body, action }))
    : base
  const change = fc.record({
    field: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(fields.length ? fields : ['x'])) },
      { weight: 1, arbitrary: fc.constantFrom(...COLUMNS, ...PROTOTYPES) },
    ),
    value: fc.option(oddValue, { nil: undefined, freq: 8 }),
  })
  return fc.tuple(start, fc.array(change, { maxLength: 3 })).map(([body, changes]) => {
    const bent = new Map(Object.entries(body))
    for (const { field, value } of changes) if (value === undefined) bent.delete(field); else bent.set(field, value) // prettier-ignore
    const raw = `{${[...bent].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`
    return { body: Object.fromEntries(bent), unknown: [...bent.keys()].some((key) => !fields.includes(key)), raw }
  })
}
const queries = (route: RouteInfo): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Object.keys((route.endpoint.query as Shape).properties ?? {}), 'tenant_id'),
        oddValue,
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) =>
      pairs
        .map(
          ([key, value]) =>
            `${key}=${encodeURIComponent(String(typeof value === 'object' ? JSON.stringify(value) : value).replace(/\p{Surrogate}/gu, ''))}`,
        )
        .join('&'),
    )

function cookieFor({ access }: RouteInfo) {
  if (access === 'anyone') return undefined
  if (access === 'signedIn') return people.desk
  const [who] = (['desk', 'subdistrict', 'operator', 'auditor'] as const).filter((one) => {
    const kind = (
      {
        desk: 'communityStaff',
        subdistrict: 'subdistrictSupervisor',
        operator: 'operator',
        auditor: 'auditor',
      } as const
    )[one]
    return (RIGHTS[access] as readonly string[]).includes(kind)
  })
  return who && people[who]
}

async function send(route: RouteInfo, { query = '', raw }: { query?: string; raw?: string }) {
  const who = cookieFor(route)
  const { path } = ROWS[`${route.method} ${route.path}`]?.call(things, 'desk') ?? { path: route.path }
  const started = performance.now()
  const answer = await app.fastify.inject({
    method: route.method as 'GET',
    url: `${path.split('?')[0]}${query && `?${query}`}`,
    headers: {
      ...SAME_ORIGIN, host: 'here.example', origin: 'http://here.example', 'idempotency-key': newId(),
      ...(who && { cookie: (await who.as()).cookie }), ...(raw !== undefined && { 'content-type': 'application/json' }),
    }, // prettier-ignore
    ...(raw !== undefined && { payload: raw }),
  })
  return { status: answer.statusCode, body: answer.body, ms: performance.now() - started }
}

async function everythingOf(tenantId: number): Promise<string> {
  const hash = createHash('sha256')
  for (const [table, kind] of Object.entries(TABLES))
    if (kind === 'tenant') {
      const { rows } = await owner.query(
        `SELECT coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS sum FROM ${table} t WHERE tenant_id = $1`,
        [tenantId],
      )
      hash.update(rows[0].sum)
    }
  return hash.digest('hex')
}

async function inBatches<T>(list: readonly T[], work: (one: T) => Promise<void>) {
  for (let at = 0; at < list.length; at += AT_ONCE) await Promise.all(list.slice(at, at + AT_ONCE).map(work))
}

test('bent bodies and queries on every route: refused in words, never a crash', async () => {
  const untouched = await everythingOf(other.tenantId)
  const broken = new Map<string, string>()
  const swallowed: string[] = []
  const times: number[] = []
  const statuses = new Map<number, number>()
  const note = (route: RouteInfo, sent: string, { status, body, ms }: Awaited<ReturnType<typeof send>>) => {
    times.push(ms)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status >= 500)
      broken.set(`${route.method} ${route.path} ${status}`, `${sent.slice(0, 300)} → ${body.slice(0, 80)}`)
  }
  const withBody = app.routes.filter(({ endpoint }) => endpoint.body && !endpoint.takes) // forms are read by their own test
  // Ending one's own session would only turn the rest into 401.
  const withQuery = app.routes.filter(
    ({ endpoint, path }) => endpoint.query && path !== '/api/live' && !path.startsWith('/open311/'),
  )
  for (const route of withBody) {
    await inBatches(fc.sample(bodies(route), { numRuns: PER_ROUTE, seed: 42 }), async ({ raw = '', unknown }) => {
      const answer = await send(route, { raw })
      note(route, raw, answer)
      if (unknown && answer.status < 400) swallowed.push(`${route.method} ${route.path} ${raw.slice(0, 200)}`)
    })
  }
  for (const route of withQuery)
    await inBatches(fc.sample(queries(route), { numRuns: PER_ROUTE, seed: 43 }), async (query) =>
      note(route, query, await send(route, { query })),
    )
  times.sort((a, b) => a - b)
  const by = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ') // prettier-ignore
  console.log(
    `mutations: ${withBody.length} routes with a body, ${withQuery.length} with a query, ${times.length} calls (${by}); ` +
      `${broken.size} kinds of 5xx, ${swallowed.length} unknown fields taken, p99 ${Math.round(times[Math.floor(times.length * 0.99)] ?? 0)} ms (${AT_ONCE} at once)`,
  )
  expect([...broken]).toEqual([])
  expect(swallowed.slice(0, 5)).toEqual([])
  expect(await everythingOf(other.tenantId)).toBe(untouched)
  await world.drain()
  expect(await world.rows('SELECT job, last_error FROM outbox WHERE tenant_id = $1 AND attempts > 0')).toEqual([])
}, 600_000)

/**
 * Every route × kind of person × own area, sibling area, other district, nothing: what is answered, that a refusal changes
 * nothing, and that another district looks like nothing at all. A planted open door must be found.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEY_SCOPES } from '#contracts/key-scopes.ts'
import { RIGHTS, type PostKind } from '#contracts/rights.ts'
import { SAME_ORIGIN, signIn } from '#modules/accounts/make.ts'
import type { RouteInfo } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { TABLES } from '#server/db/tables.ts'
import { useDatabase } from '../database.ts'
import { startApp } from '../make-app.ts'
import { makeKey, thingsOf } from './matrix/things.ts'
import { PRINCIPALS, ROWS, TARGETS, type Principal, type Target, type Things } from './matrix.ts'
import { makeWorld, type Somebody } from './world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
// The planted fault: a door that claims a right and asks nobody.
const PLANTED = { path: '/api/planted', access: 'people.manage' } as const
app.fastify.get(PLANTED.path, async () => ({ secret: true }))

const HERE = 'here.example'
const world = await makeWorld(app, databaseUrl, { host: HERE })
const other = await makeWorld(app, databaseUrl, { name: '金丝雀区', host: 'other.example' })
const { people } = world
const owner = new pg.Client(databaseUrl)
const things = {} as Record<Target, Things> // filled below, before the first test
const cookies = new Map<Principal, string>()
let apiKey = ''

beforeAll(async () => {
  await owner.connect()
  things.own = await thingsOf(world, { at: 'own', now: app.now() })
  things.sibling = await thingsOf(world, { at: 'sibling', now: app.now() })
  things.otherTenant = await thingsOf(other, { at: 'own', now: app.now() })
  things.absent = Object.fromEntries(Object.keys(things.own).map((key) => [key, newId()])) as Things // same keys
  for (const who of PRINCIPALS) if (who !== 'anonymous' && who !== 'apiKey') cookies.set(who, await cookieOf(who))
  await world.inTenant((tx) =>
    tx.run({
      text: 'UPDATE person SET disabled_at = now() WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, disabled.personId],
    }),
  )
  app.services.forgetActors(world.tenantId)
  apiKey = (await makeKey(people.operator, { name: '热线', scopes: KEY_SCOPES, callsInTenSeconds: 1000 })).secret
  await ask({ method: 'GET', path: '/api/categories' }, 'apiKey', 'own') // from now on it has been used today
  await world.drain()
  await other.drain()
}, 180_000)
afterAll(async () => {
  await owner.end()
  await app.close()
})

const disabled = await world.person({ kind: 'operator', placeId: world.made.district.id })
const personOf = (who: Exclude<Principal, 'anonymous' | 'apiKey'>): Somebody =>
  who === 'disabled' ? disabled : people[who]
const cookieOf = async (who: Exclude<Principal, 'anonymous' | 'apiKey'>) =>
  (await signIn(app, world.tenantId, personOf(who).personId)).cookie

async function ask(route: Pick<RouteInfo, 'method' | 'path'>, who: Principal, target: Target) {
  const { path, body, contentType } = ROWS[`${route.method} ${route.path}`]?.call(things[target], who) ?? {
    path: route.path,
  }
  const cookie = cookies.get(who)
  const answer = await app.fastify.inject({
    method: route.method as 'GET',
    url: path,
    // Each from an address of their own: tries are counted by address
    remoteAddress: `10.0.0.${1 + PRINCIPALS.indexOf(who)}`,
    headers: {
      ...SAME_ORIGIN, host: HERE, origin: `http://${HERE}`, 'idempotency-key': newId(),
      ...(cookie && { cookie }), ...(who === 'apiKey' && { authorization: `Bearer ${apiKey}` }), ...(contentType && { 'content-type': contentType }),
    }, // prettier-ignore
    ...(body && { payload: body }),
    payloadAsStream: route.path === '/api/live',
  })
  if (route.path === '/api/sign-out' && who !== 'anonymous' && who !== 'disabled' && who !== 'apiKey')
    cookies.set(who, await cookieOf(who))
  if (route.path !== '/api/live') return { status: answer.statusCode, body: answer.body }
  answer.stream().destroy()
  return { status: answer.statusCode, body: '' }
}

const KIND_OF: Partial<Record<Principal, PostKind>> = {
  member: 'member', volunteer: 'volunteer', buildingHead: 'buildingHead', areaLead: 'areaLead', gridLead: 'gridLead', gridWorker: 'gridWorker', dutyOfficer: 'dutyOfficer', desk: 'communityStaff',
  followUp: 'followUpStaff', secretary: 'compoundSecretary', branchSecretary: 'branchSecretary', chair: 'committeeChair', unit: 'unitUser', subdistrict: 'subdistrictSupervisor', district: 'districtSupervisor', auditor: 'auditor', operator: 'operator',
} // prettier-ignore

type Route = Pick<RouteInfo, 'method' | 'path' | 'access'> & { endpoint?: RouteInfo['endpoint'] }

/** 401 or 403 at the door, or what the table says lies behind it. */
function expected({ method, path, access, endpoint }: Route, who: Principal, target: Target): number {
  // A key opens what names one of its scopes, and stands there as an auditor of the district
  if (who === 'apiKey' && access !== 'anyone' && !endpoint?.key) return 403
  const behind = ROWS[`${method} ${path}`]?.behind
  if (who === 'apiKey') return behind?.(access === 'anyone' ? 'apiKey' : 'auditor', target) ?? 200
  const kind = KIND_OF[who]
  if (access !== 'anyone') {
    if (who === 'anonymous' || who === 'disabled') return 401
    if (access !== 'signedIn' && !(kind && (RIGHTS[access] as readonly PostKind[]).includes(kind))) return 403
  }
  return behind?.(who, target) ?? 200
}

/** Everything that is stored, without what counts and logs the calls themselves; one statement, as it is asked twice a route. */
const NOT_STATE = ['rate_count', 'audit_entry', 'idempotency_key', 'session', 'sign_in_attempt']
const STATE = Object.keys(TABLES)
  .filter((name) => !NOT_STATE.includes(name))
  .map(
    (table) =>
      `SELECT '${table}' AS name, coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS sum FROM ${table} t`,
  )
  .join(' UNION ALL ')
  .concat(' ORDER BY name')
async function state(): Promise<string> {
  const hash = createHash('sha256')
  const { rows } = await owner.query<{ sum: string }>(STATE)
  for (const { sum } of rows) hash.update(sum)
  return hash.digest('hex')
}

/** What is refused changes nothing, so its order says nothing either. */
const AT_ONCE = 6

type Finding = string
async function walk(routes: readonly Route[]) {
  const unexpected: Finding[] = []
  const changed: Finding[] = []
  const leaks: Finding[] = []
  let cells = 0
  let refusals = 0
  const canaries = Object.values(things.otherTenant)
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    const targets = ROWS[name]?.targets ?? (['own'] as const)
    const all = PRINCIPALS.flatMap((who) =>
      targets.map((target) => ({ who, target, wanted: expected(route, who, target) })),
    )
    const before = await state()
    const answers = new Map<string, string>()
    const go = async ({ who, target, wanted }: (typeof all)[number]) => {
      const { status, body } = await ask(route, who, target)
      cells += 1
      if (status >= 400) refusals += 1
      answers.set(`${who} ${target}`, `${status} ${body}`)
      // Routes beside the contracts (files) know no keys at all
      const unknownKey = who === 'apiKey' && wanted === 403 && status === 401
      if (status !== wanted && !unknownKey)
        unexpected.push(`${name} ${who} ${target}: ${status} instead of ${wanted} ${body.slice(0, 120)}`)
      if (canaries.some((id) => id && body.includes(id)) && target !== 'otherTenant')
        leaks.push(`${name} ${who} ${target}: names what is the other district's`)
    }
    const refused = all.filter(({ wanted }) => wanted >= 400)
    for (let at = 0; at < refused.length; at += AT_ONCE) await Promise.all(refused.slice(at, at + AT_ONCE).map(go))
    if ((await state()) !== before) changed.push(name)
    for (const cell of all.filter(({ wanted }) => wanted < 400)) await go(cell)
    if (targets.length > 1 && route.path !== '/api/requests/bulk')
      for (const who of PRINCIPALS)
        if (answers.get(`${who} otherTenant`) !== answers.get(`${who} absent`))
          leaks.push(`${name} ${who}: another district's is told from nothing`)
  }
  return { cells, refusals, unexpected, changed, leaks }
}

test('every route is in the table, and the table has no others', () => {
  expect(app.routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(ROWS).toSorted())
})

test('the matrix', async () => {
  // Who has moved house is somebody's neighbour there, and what is gone answers nothing more: last
  const late = ({ method, path }: RouteInfo) =>
    Number(method === 'PATCH' && path === '/api/me') +
    Number(['/api/webhooks/:id', '/api/peers/:id'].includes(path) && method === 'DELETE')
  const found = await walk(app.routes.toSorted((a, b) => late(a) - late(b)))
  console.log(
    `authorization: ${app.routes.length} routes × ${PRINCIPALS.length} principals × ≤ ${TARGETS.length} targets = ${found.cells} cells (${found.refusals} refusals), ` +
      `${found.unexpected.length} unexpected, ${found.changed.length} refusals that changed something, ${found.leaks.length} leaks`,
  )
  expect(found.unexpected.slice(0, 400)).toEqual([])
  expect(found.changed).toEqual([])
  expect(found.leaks).toEqual([])
}, 1_800_000)

test('a planted open door is found', async () => {
  const { unexpected } = await walk([{ method: 'GET', ...PLANTED }])
  expect(unexpected).toHaveLength(PRINCIPALS.length - 1) // all but the operator, who may
})

test('what a bulk step may not touch is refused as if it were not there, without its number', async () => {
  const requestIds = TARGETS.map((target) => things[target].limitedId)
  const { bulkId } = (
    await world.call(people.desk, '/api/requests/bulk', { requestIds, step: { action: 'noteInside', note: '批量' } })
  ).json()
  await world.drain()
  const { done, refused } = (await world.call(people.desk, `/api/requests/bulk/${bulkId}`)).json()
  expect(done).toBe(4)
  expect(refused).toEqual(requestIds.slice(1).map((requestId) => ({ requestId, number: '', code: 'not_found' })))
}, 120_000)

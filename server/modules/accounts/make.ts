/**
 * Test factories: districts, places, persons with posts, and clients that are signed in.
 * Each makes rows of its own, so tests of one file do not meet.
 */
import { randomInt } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import type { PostKind } from '#contracts/rights.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { insertPerson } from './people-queries.ts'
import { isStaff } from './session-life.ts'
import { startSession } from './sessions.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type Shell = { fastify: FastifyInstance; services: Services }
export type PlaceLevel =
  'district' | 'subdistrict' | 'community' | 'compound' | 'grid' | 'building' | 'entrance' | 'home'

/** What a browser sends with every call of a page of ours. */
export const SAME_ORIGIN = { host: 'localhost', origin: 'http://localhost' }

/** A new district, as its owner makes it: `databaseUrl` is the one of useDatabase(). */
export async function makeTenant(
  databaseUrl: string,
  { name = '东湖区', demo = false, host = null as string | null } = {},
): Promise<number> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const id = randomInt(1, 100_000_000)
  await client
    .query('INSERT INTO tenant (id, name, host, demo) VALUES ($1, $2, $3, $4)', [id, name, host, demo])
    .finally(() => client.end())
  return id
}

export type MadePlace = { id: string; path: string; name: string; level: PlaceLevel }

/** A place below another; the root is made without a parent. */
export async function makePlace(
  tx: Tx,
  { level, name, parent }: { level: PlaceLevel; name: string; parent?: MadePlace },
): Promise<MadePlace> {
  const { count } = (await tx.one<{ count: number }>({
    text: 'SELECT count(*)::int AS count FROM place WHERE tenant_id = $1',
    values: [tx.tenantId],
  })) ?? { count: 0 }
  const id = newId()
  const path = `${parent?.path ?? ''}${(count + 1).toString(36).toUpperCase().padStart(4, '0')}.`
  await tx.run({
    text: `INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, path) VALUES ($1, $2, $3, $4, $5, $5, $6)`,
    values: [tx.tenantId, id, parent?.id ?? null, level, name, path],
  })
  return { id, path, name, level }
}

/** One branch of the tree, from the district to one home. */
export async function makeBranch(tx: Tx) {
  const district = await makePlace(tx, { level: 'district', name: '东湖区' })
  const subdistrict = await makePlace(tx, { level: 'subdistrict', name: '桂园街道', parent: district })
  const community = await makePlace(tx, { level: 'community', name: '桂园社区', parent: subdistrict })
  const compound = await makePlace(tx, { level: 'compound', name: '桂园小区', parent: community })
  const building = await makePlace(tx, { level: 'building', name: '8 栋', parent: compound })
  const home = await makePlace(tx, { level: 'home', name: '8 栋 301', parent: building })
  return { district, subdistrict, community, compound, building, home }
}

export type PostToHold = {
  kind: PostKind
  placeId: string
  title?: string
  organisationId?: string
  fromOn?: string
  toOn?: string
}
export type PersonToMake = {
  name?: string
  nickname?: string
  phone?: string
  homePlaceId?: string
  username?: string
  passwordHash?: string
  demoRole?: string
  posts?: readonly PostToHold[]
}

/** A number of the 160 block, which no Chinese operator has been given. */
export const makePhone = (): string => `160${String(randomInt(100_000_000)).padStart(8, '0')}`

/** A person and the posts they hold from today (or as said). */
export async function makePerson(
  { services }: Pick<Shell, 'services'>,
  tenantId: number,
  { posts = [], ...person }: PersonToMake = {},
): Promise<{ personId: string; postIds: string[] }> {
  const now = services.now()
  return services.db.withTenant(tenantId, async (tx) => {
    const { name = '王晓燕', nickname = name, phone = makePhone() } = person
    const personId = await insertPerson(tx, services.secrets, { ...person, name, nickname, phone }, now)
    if (!personId) throw new Error('phone or user name taken')
    const postIds: string[] = []
    for (const post of posts) postIds.push(await appointTo(tx, personId, post, now))
    return { personId, postIds }
  })
}

/** Makes a post and gives it to the person; call services.forgetActors when the person is signed in already. */
export async function appointTo(tx: Tx, personId: string, post: PostToHold, now: Date): Promise<string> {
  const postId = newId()
  const { kind, placeId, title = kind, organisationId = null, fromOn = shanghaiToday(now), toOn = null } = post
  await tx.run({
    text: 'INSERT INTO post (tenant_id, id, kind, title, organisation_id, place_id) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [tx.tenantId, postId, kind, title, organisationId, placeId],
  })
  await tx.run({
    text: 'INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on, to_on) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [tx.tenantId, newId(), postId, personId, fromOn, toOn],
  })
  return postId
}

export type Client = {
  personId: string
  cookie: string
  inject(
    method: Method,
    path: string,
    body?: object,
    options?: { key?: string; headers?: Record<string, string> },
  ): Promise<LightMyRequestResponse>
}

/** A browser in which this person is signed in: cookie, Origin and a fresh Idempotency-Key come by themselves. */
export async function signIn({ fastify, services }: Shell, tenantId: number, personId: string): Promise<Client> {
  const now = services.now()
  const cookie = await services.db.withTenant(tenantId, async (tx) => {
    const kinds = await tx.many<{ kind: PostKind }>({
      text: `SELECT o.kind FROM post_term t JOIN post o ON o.tenant_id = t.tenant_id AND o.id = t.post_id
             WHERE t.tenant_id = $1 AND t.person_id = $2`,
      values: [tenantId, personId],
    })
    const staff = isStaff(kinds.map(({ kind }) => kind))
    return `linli=${(await startSession(tx, { personId, staff, userAgent: 'test', now })).cookie}`
  })
  return {
    personId,
    cookie,
    inject: (method, path, body, { key = newId(), headers = {} } = {}) =>
      fastify.inject({
        method,
        url: path,
        headers: { ...SAME_ORIGIN, cookie, 'idempotency-key': key, ...headers },
        ...(body && { payload: body }),
      }),
  }
}

/** A browser without a person. */
export const stranger = ({ fastify }: Pick<Shell, 'fastify'>) => ({
  inject: (method: Method, path: string, body?: object, headers: Record<string, string> = {}) =>
    fastify.inject({ method, url: path, headers: { ...SAME_ORIGIN, ...headers }, ...(body && { payload: body }) }),
})

/** What a browser would send back after this answer. */
export const cookieOf = ({ cookies }: LightMyRequestResponse): string =>
  cookies
    .filter(({ value }) => value)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')

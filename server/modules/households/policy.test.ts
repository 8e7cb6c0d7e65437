/** policy.ts and its twin in SQL say the same for every kind of post over every place. */
import { afterAll, expect, test } from 'vitest'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import type { Actor, Capacity } from '#platform/actor.ts'
import { createDatabase } from '#platform/db.ts'
import { makeTenant } from '#modules/accounts/make.ts'
import { makeDistrict } from '#modules/places/make.ts'
import { useDatabase } from '#server/test/database.ts'
import { may, pathsFor, relationsTo } from './policy.ts'
import { listHomes } from './read-queries.ts'

const databaseUrl = await useDatabase()
const db = createDatabase(databaseUrl)
afterAll(() => db.close())
const tenantId = await makeTenant(databaseUrl)
const made = await db.withTenant(tenantId, (tx) => makeDistrict(tx))

const post = (kind: PostKind, placePath: string): Capacity => ({
  postId: '',
  kind,
  title: kind,
  organisationId: null,
  organisationName: null,
  placeId: '',
  placeName: '',
  placeLevel: '',
  placePath,
})
const PLACES = [made.district, made.community, made.compound, ...made.grids, ...made.buildings.slice(0, 2)]

test.each(POST_KINDS)('a list for %s holds just the homes that the policy lets them see', async (kind) => {
  for (const { path } of PLACES) {
    const actor: Pick<Actor, 'personId' | 'capacities'> = { personId: 'somebody', capacities: [post(kind, path)] }
    const wanted = { paths: pathsFor(actor, 'view'), below: made.district.path, yearFrom: '2026-01-01', limit: 100 }
    const listed = await db.withTenant(tenantId, (tx) => listHomes(tx, wanted))
    const allowed = made.homes.filter((home) => may('view', relationsTo(actor, { homePath: home.path, memberIds: [] })))
    expect(listed.map(({ homePlaceId }) => homePlaceId)).toEqual(allowed.map(({ id }) => id))
  }
})

test('living there gives no right over the register, and a post next door none either', () => {
  const [home] = made.homes
  const [, nextDoor] = made.grids
  if (!home || !nextDoor) throw new Error('too few places')
  const stand = { homePath: home.path, memberIds: ['me'] }
  expect(relationsTo({ personId: 'me', capacities: [] }, stand)).toEqual(['self', 'houseMember'])
  expect(may('view', ['self', 'houseMember'])).toBe(false)
  expect(relationsTo({ personId: 'x', capacities: [post('gridWorker', nextDoor.path)] }, stand)).toEqual([])
})

/** The tree, search and the map through HTTP, and two districts on the same ground that must not meet. */
import { afterAll, expect, test } from 'vitest'
import type { MapShape, PlaceView } from '#contracts/places.ts'
import { stranger } from '#modules/accounts/make.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, startTwoDistricts } from '#server/test/two-districts.ts'
import { placeNames } from './index.ts'
import { makePlace, spot } from './make.ts'

const { app, here, other, enter, inTenant } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made } = here
const { client } = await enter()
const get = async <T>(path: string, of = client): Promise<T> => ok(of.inject('GET', path))
const ids = (places: readonly { id: string }[]) => places.map(({ id }) => id)

test('nobody who is not signed in sees the tree', async () => {
  for (const path of ['', '/at?lon=120&lat=30', '/search?q=1', `/${made.district.id}/map`]) {
    expect((await stranger(app).inject('GET', `/api/places${path}`)).statusCode).toBe(401)
  }
})

test('the tree opens level by level, numbers in their order', async () => {
  expect(ids(await get<PlaceView[]>('/api/places'))).toEqual([made.district.id])
  expect(ids(await get<PlaceView[]>(`/api/places?parentId=${first(made.grids).id}`))).toEqual(
    ids(made.buildings.slice(0, 2)),
  )
  expect(ids(await get<PlaceView[]>(`/api/places?parentId=${first(made.entrances).id}`))).toEqual(
    ids(made.homes.slice(0, 2)),
  )
  expect(await get<PlaceView[]>(`/api/places?parentId=${first(made.homes).id}`)).toEqual([])

  const compound = await inTenant((tx) =>
    makePlace(tx, { level: 'compound', name: '数字小区', parent: made.community, number: 9 }),
  )
  for (const [index, number] of [10, 2, 1].entries()) {
    await inTenant((tx) =>
      makePlace(tx, { level: 'building', name: `${number} 栋`, parent: compound, number: index + 1 }),
    )
  }
  const children = await get<PlaceView[]>(`/api/places?parentId=${compound.id}`)
  expect(children.map(({ name }) => name)).toEqual(['1 栋', '2 栋', '10 栋'])
})

test('search finds by name, code, and name as people say it, whichever way it is typed', async () => {
  type Found = PlaceView & { pathName: string }
  const search = (q: string, level = '') =>
    get<Found[]>(`/api/places/search?q=${encodeURIComponent(q)}${level && `&level=${level}`}`)
  for (const q of ['桂园小区 3 栋', '桂园小区3栋', '桂园小区３栋'])
    expect((await search(q))[0]?.id).toBe(made.buildings[2]?.id)
  expect((await search('wt-02'))[0]).toMatchObject({
    id: made.grids[1]?.id,
    pathName: '梧桐街道 › 桂园社区 › 桂园小区 第 2 网格',
  })
  expect((await search('桂园')).map(({ level }) => level).slice(0, 2)).toEqual(['community', 'compound'])
  expect((await search('2-1-102', 'home'))[0]?.id).toBe(made.homes[5]?.id)
  expect((await search('栋')).length).toBeLessThanOrEqual(20)
  expect(await search('%')).toEqual([])
  expect((await client.inject('GET', '/api/places/search?q=a%00&level=home')).statusCode).toBe(400)
})

test('the map draws what its level needs', async () => {
  await inTenant((tx) =>
    tx.run({
      text: `INSERT INTO map_shape (tenant_id, id, kind, name, west, south, east, north, geometry)
             VALUES ($1, gen_random_uuid(), 'water', '月塘', $2, $3, $2, $3, '{"type":"LineString","coordinates":[[0,0],[1,1]]}')`,
      values: [tx.tenantId, spot(0, 0).lon, spot(0, 0).lat],
    }),
  )
  type Drawn = { place: PlaceView; bounds: number[]; shapes: MapShape[] }
  const kinds = ({ shapes }: Drawn) => [...new Set(shapes.map(({ kind }) => kind))].toSorted()
  const compound = await get<Drawn>(`/api/places/${made.compound.id}/map`)
  expect(kinds(compound)).toEqual(['building', 'compound', 'grid', 'water'])
  expect(compound.shapes.filter(({ kind }) => kind === 'building')).toHaveLength(4)
  expect(compound.bounds[0]).toBeCloseTo(spot(-300, 0).lon, 9)
  expect(kinds(await get<Drawn>(`/api/places/${made.district.id}/map`))).toEqual([
    'community',
    'district',
    'grid',
    'subdistrict',
    'water',
  ])
  const ofHome = await get<Drawn>(`/api/places/${made.homes[0]?.id}/map`)
  expect(ofHome).toMatchObject({
    place: { id: made.buildings[0]?.id },
    shapes: [{ kind: 'building', placeId: made.buildings[0]?.id }],
  })
})

test('no answer names a place of the district next door, which lies on the same ground', async () => {
  const canaries = [
    other.made.district,
    other.made.compound,
    ...other.made.grids,
    ...other.made.buildings,
    ...other.made.homes,
  ].map(({ id }) => id)
  const point = spot(-220, -114)
  const answers = [
    await client.inject('GET', '/api/places'),
    await client.inject('GET', `/api/places/at?lon=${point.lon}&lat=${point.lat}`),
    await client.inject('GET', `/api/places/search?q=${encodeURIComponent('金丝雀')}`),
    await client.inject('GET', `/api/places/search?q=1-1-101&level=home`),
    await client.inject('GET', `/api/places/${made.district.id}/map`),
  ]
  for (const { body } of answers) for (const id of canaries) expect(body).not.toContain(id)
  // absent and next door are the same
  const nobody = '018f0000-0000-7000-8000-000000000000'
  for (const path of [(id: string) => `/api/places/${id}/map`, (id: string) => `/api/places?parentId=${id}`]) {
    const [absent, nextDoor] = [
      await client.inject('GET', path(nobody)),
      await client.inject('GET', path(other.made.compound.id)),
    ]
    expect([nextDoor.statusCode, nextDoor.body]).toEqual([absent.statusCode, absent.body])
  }
  const names = await inTenant((tx) => placeNames(tx, [made.compound.id, other.made.compound.id]))
  expect([...names]).toEqual([[made.compound.id, '桂园小区']])
  expect(ids(await get<PlaceView[]>('/api/places', other.operator))).toEqual([other.made.district.id])
})

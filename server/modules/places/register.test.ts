/** The register through HTTP: read and changed by those whose area it is, many at once, and from the divisions. */
import { afterAll, describe, expect, test } from 'vitest'
import type { PlaceView } from '#contracts/places.ts'
import type { Client } from '#modules/accounts/make.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts } from '#server/test/two-districts.ts'

const { app, here, other, enter, inTenant, logOf } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made, operator } = here

const get = (path: string, client: Client = operator) => ok(client.inject('GET', path))
const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, client: Client = operator) =>
  client.inject(method, path, body)
const add = (parentId: string, level: string, name: string, more = {}) =>
  ok(send('POST', '/api/register', { parentId, level, name, ...more }))
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
const BULK = {
  buildings: '1-3',
  buildingWord: '栋',
  entrances: 3,
  floors: 6,
  firstFloor: 1,
  homesPerFloor: 2,
  numbers: 'floorRoom',
  withoutFloors: '',
}

describe('reading', () => {
  test('begins at the largest places that one answers for', async () => {
    expect(names(await get('/api/register'))).toEqual(['云桥区'])
    const { client } = await enter({
      posts: [
        { kind: 'communityStaff', placeId: made.community.id },
        { kind: 'gridWorker', placeId: first(made.grids).id },
      ],
    })
    const [community] = await get('/api/register', client)
    expect(community).toMatchObject({ name: '桂园社区', children: 1, drawn: true })
    expect(await refusal(client.inject('GET', `/api/register/${made.district.id}`))).toEqual([404, 'not_found'])
    const head = await enter({ posts: [{ kind: 'buildingHead', placeId: first(made.entrances).id }] })
    expect(names(await get('/api/register', head.client))).toEqual(['1 单元'])
  })

  test('says how much lies in a place, and what lies above it', async () => {
    const { place, line, counts, mayManage } = await get(`/api/register/${made.compound.id}`)
    expect(place).toMatchObject({ fullName: '桂园小区', children: 2 })
    expect(names(line)).toEqual(['云桥区', '梧桐街道', '桂园社区'])
    expect(counts).toMatchObject({ buildings: 4, basicGrids: 2, areas: 0, undrawn: 0, ungridded: 0, homes: 16 })
    expect(mayManage).toBe(true)
    expect((await get(`/api/register/${made.district.id}`)).counts).toMatchObject({ compounds: 1, homes: null })
    const doors = await get(`/api/register/${first(made.buildings).id}/homes`)
    expect(names(doors.entrances)).toEqual(['1 单元', '2 单元'])
    expect(doors.homes).toHaveLength(8 / 2)
    expect(await get(`/api/register?parentId=${first(made.buildings).id}`)).toMatchObject([
      { children: 2 },
      { children: 2 },
    ])
  })

  test('is closed to residents, and to another district', async () => {
    const { client } = await enter()
    expect(await refusal(client.inject('GET', '/api/register'))).toEqual([403, 'right_required'])
    for (const path of ['', '/homes'])
      expect(await refusal(other.operator.inject('GET', `/api/register/${made.compound.id}${path}`))).toEqual([
        404,
        'not_found',
      ])
  })
})

describe('changing', () => {
  test('a place is added inside another, once under its name, and counted upwards', async () => {
    const compound = await add(made.community.id, 'compound', '柳堤小区', { households: 120 })
    expect(compound).toMatchObject({ level: 'compound', households: 120, fullName: '柳堤小区', children: 0 })
    expect(
      await refusal(
        send('POST', '/api/register', { parentId: made.community.id, level: 'compound', name: '柳堤小区' }),
      ),
    ).toEqual([409, 'place_name_taken'])
    expect(
      await refusal(send('POST', '/api/register', { parentId: compound.id, level: 'community', name: '社区' })),
    ).toEqual([422, 'place_level_wrong'])
    expect(await logOf('addPlace')).toMatchObject([{ capacity: '系统管理员', subject: '桂园社区：柳堤小区' }])
  })

  test('a new name goes into the addresses and codes inside', async () => {
    const compound = await add(made.community.id, 'compound', '旧名小区')
    const building = await add(compound.id, 'building', '8 栋')
    const entrance = await add(building.id, 'entrance', '2 单元')
    const home = await add(entrance.id, 'home', '301 室')
    expect(home).toMatchObject({ code: '8-2-301', fullName: '旧名小区 8 栋 2 单元 301 室', floors: 3 })
    await ok(send('PATCH', `/api/register/${compound.id}`, { name: '新名小区' }))
    await ok(send('PATCH', `/api/register/${building.id}`, { name: '9 栋' }))
    const [found] = await get(`/api/register?parentId=${entrance.id}`)
    expect(found).toMatchObject({ code: '9-2-301', fullName: '新名小区 9 栋 2 单元 301 室' })
    expect(await get(`/api/register/${compound.id}`)).toMatchObject({ place: { households: 1 } })
    await ok(send('PATCH', `/api/register/${home.id}`, { usedAs: 'shops', households: 0 }))
    expect(await get(`/api/register/${compound.id}`)).toMatchObject({ place: { households: 0 } })
    const community = await ok(send('PATCH', `/api/register/${made.community.id}`, { name: '桂园新社区' }))
    expect(community.fullName).toBe('桂园新社区')
    await ok(send('PATCH', `/api/register/${made.community.id}`, { name: '桂园社区' }))
  })

  test('what is in use stays, and says what uses it', async () => {
    const compound = await add(made.community.id, 'compound', '误录小区')
    const building = await add(compound.id, 'building', '1 栋')
    await inTenant((tx) =>
      tx.run({
        text: `INSERT INTO organisation (tenant_id, id, kind, name, place_id) VALUES ($1, $2, 'shop', '小店', $3)`,
        values: [tx.tenantId, newId(), building.id],
      }),
    )
    const kept = await send('DELETE', `/api/register/${compound.id}`)
    expect([kept.statusCode, kept.json()]).toMatchObject([
      409,
      { code: 'place_in_use', details: { because: ['organisation'] } },
    ])
    await inTenant((tx) =>
      tx.run({
        text: `DELETE FROM organisation WHERE tenant_id = $1 AND place_id = $2`,
        values: [tx.tenantId, building.id],
      }),
    )
    expect(await ok(send('DELETE', `/api/register/${compound.id}`))).toEqual({ removed: 2 })
    expect(await refusal(send('DELETE', `/api/register/${made.district.id}`))).toEqual([409, 'place_in_use'])
  })

  test('reaches no further than one’s own area', async () => {
    const elsewhere = await add(made.subdistrict.id, 'community', '远处社区')
    const { client } = await enter({ posts: [{ kind: 'communityStaff', placeId: elsewhere.id }] })
    const body = { parentId: made.community.id, level: 'compound', name: '别人的小区' }
    expect(await refusal(send('POST', '/api/register', body, client))).toEqual([404, 'not_found'])
    expect(await refusal(send('PATCH', `/api/register/${made.compound.id}`, { name: '我的' }, client))).toEqual([
      404,
      'not_found',
    ])
    expect(await refusal(send('DELETE', `/api/register/${made.compound.id}`, undefined, client))).toEqual([
      404,
      'not_found',
    ])
    expect(await refusal(send('POST', `/api/register/${made.compound.id}/bulk`, BULK, client))).toEqual([
      404,
      'not_found',
    ])
    await ok(send('POST', '/api/register', { ...body, parentId: elsewhere.id }, client))
  })
})

describe('many at once', () => {
  test('are shown before they are made, and made as shown', async () => {
    const compound = await add(made.community.id, 'compound', '批量小区')
    const shown = await ok(send('POST', `/api/register/${compound.id}/bulk/preview`, BULK))
    expect(shown).toEqual({
      buildings: 3,
      entrances: 9,
      homes: 108,
      skipped: [],
      examples: ['1-1-101', '1-1-102', '1-1-201', '3-3-602'],
    })
    expect(await get(`/api/register?parentId=${compound.id}`)).toEqual([])
    expect(await ok(send('POST', `/api/register/${compound.id}/bulk`, BULK))).toEqual(shown)
    const again = await ok(
      send('POST', `/api/register/${compound.id}/bulk`, { ...BULK, buildings: '3,4', entrances: 0, numbers: 'padded' }),
    )
    expect(again).toMatchObject({ buildings: 1, entrances: 0, homes: 12, skipped: ['3 栋'] })
    expect(await get(`/api/register/${compound.id}`)).toMatchObject({
      place: { households: 120 },
      counts: { buildings: 4, homes: 120, ungridded: 4 },
    })
    expect(await logOf('addPlaces')).toHaveLength(2)
  })

  test('fill buildings that are there without doors', async () => {
    const compound = await add(made.community.id, 'compound', '画过的小区')
    await add(compound.id, 'building', '1 栋')
    const reply = await ok(
      send('POST', `/api/register/${compound.id}/bulk`, { ...BULK, buildings: '1', withoutFloors: '4' }),
    )
    expect(reply).toMatchObject({
      buildings: 0,
      entrances: 3,
      homes: 36,
      examples: ['1-1-101', '1-1-102', '1-1-201', '1-3-702'],
    })
    expect(await refusal(send('POST', `/api/register/${made.community.id}/bulk`, BULK))).toEqual([
      422,
      'place_level_wrong',
    ])
    expect(
      await refusal(
        send('POST', `/api/register/${compound.id}/bulk`, { ...BULK, buildings: '1-300', homesPerFloor: 40 }),
      ),
    ).toEqual([422, 'place_too_many'])
    expect(await refusal(send('POST', `/api/register/${compound.id}/bulk`, { ...BULK, buildings: '???' }))).toEqual([
      400,
      'malformed',
    ])
  })
})

test('a door is found however it is written, in the compound that is named, while its number is typed', async () => {
  const search = async (q: string, level = 'home') =>
    (
      (await get(`/api/places/search?level=${level}&q=${encodeURIComponent(q)}`)) as (PlaceView & {
        pathName: string
      })[]
    ).map(({ code }) => code)
  expect(await search('桂园小区2栋一单元101')).toEqual(['2-1-101'])
  expect(await search('2-1-10')).toEqual(expect.arrayContaining(['2-1-101', '2-1-102']))
  expect(await search('桂园小区 2 栋')).toEqual(['2-1-101', '2-1-102', '2-2-101', '2-2-102'])
  expect(await search('桂园小区2-1', 'entrance')).toEqual(['2-1'])
  expect(await search('没有这样的门')).toEqual([])
})

test('the first steps know how far the places have come', async () => {
  expect(await get('/api/register/first-steps')).toMatchObject({ topId: made.district.id, compoundId: null })
  expect(await get('/api/register/first-steps', other.operator)).toMatchObject({
    compounds: 1,
    compoundId: other.made.compound.id,
  })
})

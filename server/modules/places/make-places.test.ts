/** Places come into the tree and go out of it: paths, names, codes, grids, counts, and what keeps a place where it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTenant } from '#modules/accounts/make.ts'
import { createDatabase, type Database, type Tx } from '#platform/db.ts'
import { useDatabase } from '#server/test/database.ts'
import {
  addPlaces,
  homesBelow,
  placeNow,
  readTree,
  recountHouseholds,
  removePlaces,
  type NewPlace,
  type Place,
} from './index.ts'
import { makeDistrict, type MadeDistrict } from './make.ts'

const databaseUrl = await useDatabase()
const NOW = new Date('2026-11-20T02:00:00Z')
const TODAY = '2026-11-20'
let db: Database
let tenantId: number
let made: MadeDistrict

beforeAll(async () => {
  db = createDatabase(databaseUrl)
  tenantId = await makeTenant(databaseUrl)
  made = await db.withTenant(tenantId, (tx) => makeDistrict(tx))
})
afterAll(() => db.close())

const inTx = <T>(work: (tx: Tx) => Promise<T>) => db.withTenant(tenantId, work)
const add = (...rows: NewPlace[]) => inTx((tx) => addPlaces(tx, rows, NOW))
const read = async (id: string | undefined): Promise<Place> => {
  const place = await inTx((tx) => placeNow(tx, id ?? '', TODAY))
  if (!place) throw new Error('not there')
  return place
}
const here = (parentId: string | undefined, level: NewPlace['level'], name: string, more: Partial<NewPlace> = {}) => ({
  parentId: parentId ?? null,
  level,
  name,
  ...more,
})

describe('a place that is added', () => {
  test('gets the next path, and the name people say: the grid does not appear in it', async () => {
    const [grid] = made.grids
    const [building] = await add(here(grid?.id, 'building', '9 栋'))
    const place = await read(building)
    expect(place.path).toBe(`${grid?.path}0003.`)
    expect(place.fullName).toBe('桂园小区 9 栋')
    expect(place).toMatchObject({ code: '9', gridId: grid?.id, usedAs: 'homes' })
    const terms = await inTx((tx) =>
      tx.many({
        text: `SELECT grid_id AS "gridId", grid_level AS level, valid_from AS "from" FROM grid_term WHERE tenant_id = $1 AND building_id = $2`,
        values: [tx.tenantId, building],
      }),
    )
    expect(terms).toEqual([{ gridId: grid?.id, level: 2, from: TODAY }])
  })

  test('may bring along what lies in it, in any order', async () => {
    const ids = { building: crypto.randomUUID(), entrance: crypto.randomUUID() }
    const added = await add(
      here(ids.entrance, 'home', '301 室'),
      here(ids.entrance, 'home', '0302'),
      here(ids.building, 'entrance', '二单元', { id: ids.entrance }),
      here(made.compound.id, 'building', '12号楼', { id: ids.building, floors: 6 }),
    )
    const home = await read(added[0])
    expect(home).toMatchObject({
      code: '12-2-301',
      fullName: '桂园小区 12号楼 二单元 301 室',
      floors: 3,
      households: 1,
    })
    expect(await read(added[1])).toMatchObject({ code: '12-2-302', path: home.path.replace(/0001\.$/, '0002.') })
    expect(await read(ids.building)).toMatchObject({ code: '12', floors: 6, gridId: null })
    const homes = await inTx((tx) => homesBelow(tx, ids.building))
    expect(homes.map(({ code }) => code)).toEqual(['12-2-301', '12-2-302'])
  })

  test('lies in a larger one, and in one that is there', async () => {
    await expect(add(here(made.homes[0]?.id, 'building', '1 栋'))).rejects.toMatchObject({ code: 'place_level_wrong' })
    await expect(add(here(made.grids[0]?.id, 'compound', '小区'))).rejects.toMatchObject({ code: 'place_level_wrong' })
    await expect(add(here(crypto.randomUUID(), 'building', '1 栋'))).rejects.toMatchObject({ code: 'place_not_found' })
    await expect(add(here(undefined, 'building', '1 栋'))).rejects.toMatchObject({ code: 'place_level_wrong' })
  })

  test('two people adding at once number on behind each other', async () => {
    const added = await Promise.all(
      ['甲', '乙', '丙'].map((name) => add(here(made.community.id, 'compound', `${name}小区`))),
    )
    const paths = await Promise.all(added.map(async ([id]) => (await read(id)).path))
    expect(new Set(paths).size).toBe(3)
  })
})

describe('counting', () => {
  test('goes up the line from the homes; what was only stated stands where nothing is entered', async () => {
    const ids = { compound: crypto.randomUUID(), one: crypto.randomUUID(), two: crypto.randomUUID() }
    await add(
      here(made.subdistrict.id, 'community', '新社区', { id: ids.compound, households: 500 }),
      here(ids.compound, 'compound', '新村', { id: ids.one, households: 3, residents: 8 }),
      here(ids.compound, 'compound', '旧村', { id: ids.two }),
    )
    await inTx((tx) => recountHouseholds(tx, ids.one))
    expect(await read(ids.compound)).toMatchObject({ households: 3, residents: 8 })

    const building = crypto.randomUUID()
    const [, home] = await add(
      here(ids.two, 'building', '1 栋', { id: building }),
      here(building, 'home', '101 室', { residents: 2 }),
      here(building, 'home', '102 室', { usedAs: 'shops' }),
    )
    await inTx((tx) => recountHouseholds(tx, home ?? ''))
    expect(await read(building)).toMatchObject({ households: 1, residents: 2 })
    expect(await read(ids.compound)).toMatchObject({ households: 4, residents: 10 })
  })
})

describe('removing', () => {
  test('takes what nothing refers to, and says what keeps the rest', async () => {
    const [building, entrance] = [crypto.randomUUID(), crypto.randomUUID()]
    const [, , free, lived] = await add(
      here(made.compound.id, 'building', '31 栋', { id: building }),
      here(building, 'entrance', '1 单元', { id: entrance }),
      here(entrance, 'home', '101 室'),
      here(entrance, 'home', '102 室'),
    )
    await inTx((tx) =>
      tx.run({
        text: `INSERT INTO organisation (tenant_id, id, kind, name, place_id) VALUES ($1, gen_random_uuid(), 'shop', '小店', $2)`,
        values: [tx.tenantId, lived],
      }),
    )
    const all = [building, entrance, free ?? '', lived ?? '']
    const removal = await inTx((tx) => removePlaces(tx, all, NOW))
    expect(removal.removed).toEqual([free])
    expect(new Map(removal.kept.map(({ id, because }) => [id, because]))).toEqual(
      new Map([
        [lived, ['organisation']],
        [entrance, ['place']],
        [building, ['place']],
      ]),
    )
    await inTx((tx) =>
      tx.run({ text: `DELETE FROM organisation WHERE tenant_id = $1 AND place_id = $2`, values: [tx.tenantId, lived] }),
    )
    expect((await inTx((tx) => removePlaces(tx, all, NOW))).removed.toSorted()).toEqual(
      [building, entrance, lived].toSorted(),
    )
    const { tree } = await inTx((tx) => readTree(tx))
    expect(tree.byId.has(building)).toBe(false)
  })

  test('knows every table that refers to a place', async () => {
    const keys = await db.reference<{ name: string }>({
      text: `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = 'place'::regclass`,
    })
    const { readFileSync } = await import('node:fs')
    const known = ['references.ts', 'remove-places.ts']
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join()
    for (const { name } of keys) expect(known, name).toMatch(new RegExp(`FROM ${name} `))
  })
})

/** Grids through HTTP: cutting, splitting, a plan for a later day, reports as then and as now, and what follows the ground. */
import { afterAll, expect, test } from 'vitest'
import { DAY } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { beginWaiting } from './begin-waiting.ts'
import { gridFaults } from './faults.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, made, tenantId, submit } = world
const other = await makeWorld(app, databaseUrl, { name: '金丝雀区', host: 'canary.example' })
afterAll(() => app.close())

const compound = made.compound.id
const buildings = made.buildings.map(({ id }) => id)
const desk = () => people.desk.as()
const url = (path = '', level = 2) => `/api/grids/${compound}${path}?level=${level}`
const read = async (path: string) => (await (await desk()).inject('GET', path)).json()
const redraw = async (body: object) =>
  (await desk()).inject('POST', `/api/grids/${compound}`, {
    gridLevel: 2,
    kind: 'redraw',
    effectiveOn: today(),
    reason: '试',
    ...body,
  })
const today = () => new Date(app.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const inTenant = <T>(work: Parameters<typeof app.db.withTenant<T>>[1]) => app.db.withTenant(tenantId, work)
const pathsOf = (ids: string[]) =>
  world.rows<{ id: string; path: string; gridId: string }>(
    'SELECT id, path, grid_id AS "gridId" FROM place WHERE tenant_id = $1 AND id = ANY ($2) ORDER BY id',
    [ids],
  )

test('today’s grids with their households, and what there should be', async () => {
  const view = await read(url())
  expect(view).toMatchObject({
    gridLevel: 2,
    levels: [2, 3],
    mayChange: true,
    target: { households: 400, tolerancePercent: 25 },
  })
  expect(view.grids.map((grid: { buildingIds: string[] }) => grid.buildingIds)).toEqual([
    buildings.slice(0, 2),
    buildings.slice(2),
  ])
  expect(view.buildings).toHaveLength(4)
  expect(view.buildings[0].households).toBe(10)
})

test('one building passes to the neighbour; its homes, its open matters and its reports go with it as they should', async () => {
  const [first, second] = made.grids
  const moving = made.buildings[1]
  const sent = await submit(people.resident, { location: { placeId: moving?.id ?? '' } })
  const closed = await submit(people.resident, { location: { placeId: moving?.id ?? '' } })
  await world.rows(
    "UPDATE request SET status = 'closed', closed_at = now(), outcome = 'solved' WHERE tenant_id = $1 AND id = $2",
    [closed.id],
  )
  app.wait(DAY)
  const answer = await redraw({
    grids: [
      { gridId: first?.id, name: '第 1 网格', buildingIds: buildings.slice(0, 1) },
      { gridId: second?.id, name: '第 2 网格', buildingIds: buildings.slice(1) },
    ],
  })
  expect(answer.json()).toMatchObject({ applied: true, ended: [], gridIds: [first?.id, second?.id] })
  const [place] = await pathsOf([moving?.id ?? ''])
  expect(place).toMatchObject({ gridId: second?.id })
  expect(place?.path.startsWith(second?.path ?? '?')).toBe(true)
  const homes = await world.rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM place WHERE tenant_id = $1 AND path LIKE $2',
    [`${place?.path}%`],
  )
  expect(homes[0]?.count).toBe(1 + 2 + 4)
  expect(await inTenant((tx) => gridFaults(tx, today()))).toEqual([])

  await world.drain()
  const rows = await world.rows<{ id: string; place_path: string; grid_id: string }>(
    'SELECT id, place_path, grid_id FROM request WHERE tenant_id = $1 AND id = ANY ($2) ORDER BY closed_at NULLS FIRST',
    [[sent.id, closed.id]],
  )
  expect(rows).toEqual([
    { id: sent.id, place_path: place?.path, grid_id: second?.id },
    { id: closed.id, place_path: place?.path, grid_id: first?.id },
  ])
  const report = async (way: string) =>
    Object.fromEntries(
      (await read(`${url('/report')}&from=2026-11-01&to=${today()}&read=${way}`)).rows.map(
        (row: { name: string; takenIn: number }) => [row.name, row.takenIn],
      ),
    )
  expect(await report('now')).toEqual({ '第 1 网格': 0, '第 2 网格': 2 })
  expect(await report('then')).toEqual({ '第 1 网格': 1, '第 2 网格': 1 })
})

test('who leaves a building out, names one twice, or wants the past hears which', async () => {
  const grid = (name: string, buildingIds: string[]) => ({ name, buildingIds })
  const refused = async (body: object) => {
    const answer = await redraw(body)
    return [answer.statusCode, answer.json().code, answer.json().details?.names ?? null]
  }
  expect(await refused({ grids: [grid('a', buildings.slice(1))] })).toEqual([422, 'grid_building_left_out', ['1 栋']])
  expect(await refused({ grids: [grid('a', buildings), grid('b', buildings.slice(3))] })).toEqual([
    422,
    'grid_building_twice',
    ['4 栋'],
  ])
  expect((await refused({ grids: [grid('a', buildings)], effectiveOn: '2026-11-01' }))[1]).toBe('date_in_past')
  expect((await refused({ grids: [grid('a', [...buildings, other.made.buildings[0]?.id ?? ''])] }))[1]).toBe(
    'grid_building_unknown',
  )
  expect((await refused({ grids: [grid('a', buildings), grid('b', [])] }))[1]).toBe('grid_empty')
  expect((await refused({ gridLevel: 1, grids: [grid('a', buildings)] }))[1]).toBe('grid_scope_wrong')
  const crossing = await redraw({ gridLevel: 3, grids: [grid('a', buildings)] })
  expect(crossing.json().code).toBe('grid_crosses')
  const stranger = await (
    await people.resident.as()
  ).inject('POST', `/api/grids/${compound}`, {
    gridLevel: 2,
    kind: 'redraw',
    effectiveOn: today(),
    reason: 'x',
    grids: [grid('a', buildings)],
  })
  expect(stranger.statusCode).toBe(403)
  const elsewhere = await (await desk()).inject('GET', `/api/grids/${other.made.compound.id}?level=2`)
  expect(elsewhere.statusCode).toBe(404)
})

test('areas lie within grids; a border of level 2 cuts the areas that it crosses, so that nobody drops out', async () => {
  const [first, second] = made.grids
  expect(
    (
      await redraw({
        gridLevel: 3,
        kind: 'create',
        grids: [
          { name: '一片', buildingIds: [buildings[0]] },
          { name: '二片', buildingIds: buildings.slice(1) },
        ],
      })
    ).statusCode,
  ).toBe(200)
  const cut = await redraw({
    kind: 'move',
    grids: [
      { gridId: first?.id, name: '第 1 网格', buildingIds: buildings.slice(0, 2) },
      { gridId: second?.id, name: '第 2 网格', buildingIds: buildings.slice(2) },
    ],
  })
  expect(cut.statusCode, cut.body).toBe(200)
  const areas = (await read(url('', 3))).grids.map(({ name, buildingIds }: { name: string; buildingIds: string[] }) => [
    name,
    buildingIds,
  ])
  expect(areas).toEqual(
    expect.arrayContaining([
      ['一片', [buildings[0]]],
      ['二片（第 1 网格）', [buildings[1]]],
      ['二片', buildings.slice(2)],
    ]),
  )
  expect(await inTenant((tx) => gridFaults(tx, today()))).toEqual([])
})

test('a plan waits for its day, can be taken back, and begins by itself', async () => {
  const later = new Date(Date.parse(today()) + 3 * DAY).toISOString().slice(0, 10)
  const merge = {
    kind: 'merge',
    effectiveOn: later,
    grids: [{ gridId: made.grids[0]?.id, name: '大网格', buildingIds: buildings }],
  }
  const first = (await redraw(merge)).json()
  expect(first.applied).toBe(false)
  const cancel = async (id: string) => (await desk()).inject('POST', `/api/grid-changes/${id}/cancel`, {})
  expect((await cancel(first.changeId)).statusCode).toBe(200)
  expect((await cancel(first.changeId)).json().code).toBe('grid_change_done')

  const second = (await redraw(merge)).json()
  expect((await read(url())).grids).toHaveLength(2)
  app.wait(3 * DAY)
  await inTenant((tx) => beginWaiting(tx, app.now()))
  expect((await read(url())).grids.map(({ name }: { name: string }) => name)).toEqual(['大网格'])
  const changes = await read(url('/changes'))
  expect(changes.find(({ id }: { id: string }) => id === second.changeId)).toMatchObject({
    state: 'applied',
    ended: ['第 2 网格'],
    moved: expect.arrayContaining([{ building: '3 栋', from: '第 2 网格', to: '大网格' }]),
  })
  expect(changes.find(({ id }: { id: string }) => id === first.changeId)).toMatchObject({ state: 'cancelled' })
  expect((await read(`${url()}&on=${later}`)).grids).toHaveLength(1)
  const dayBefore = new Date(Date.parse(later) - DAY).toISOString().slice(0, 10)
  expect((await read(`${url()}&on=${dayBefore}`)).grids).toHaveLength(2)
  const [ended] = await world.rows<{ name: string; validTo: string }>(
    'SELECT name, valid_to AS "validTo" FROM place WHERE tenant_id = $1 AND id = $2',
    [made.grids[1]?.id],
  )
  expect(ended).toEqual({ name: '第 2 网格', validTo: later })
})

test('a plan that no longer fits on its day is laid aside with the reason', async () => {
  const later = new Date(Date.parse(today()) + DAY).toISOString().slice(0, 10)
  const { changeId } = (await redraw({ effectiveOn: later, grids: [{ name: '新', buildingIds: buildings }] })).json()
  await world.rows('UPDATE place SET valid_to = $2 WHERE tenant_id = $1 AND id = $3', [later, buildings[3]])
  await inTenant(async (tx) => (await import('../index.ts')).placesChanged(tx))
  app.wait(DAY)
  await inTenant((tx) => beginWaiting(tx, app.now()))
  expect((await read(url('/changes')))[0]).toMatchObject({ id: changeId, state: 'refused' })
  await world.rows('UPDATE place SET valid_to = NULL WHERE tenant_id = $1 AND id = $2', [buildings[3]])
  await inTenant(async (tx) => (await import('../index.ts')).placesChanged(tx))
})

test('outlines follow the houses, cover the compound, and overlaps and holes are said', async () => {
  const look = async (grids: object[]) =>
    (await (await desk()).inject('POST', `/api/grids/${compound}/look`, { gridLevel: 2, grids })).json()
  const cut = await look([{ buildingIds: buildings.slice(0, 2) }, { buildingIds: buildings.slice(2) }])
  expect(cut).toMatchObject({ overlaps: [], holes: [], outside: [] })
  const total = cut.grids.reduce((sum: number, { areaM2 }: { areaM2: number }) => sum + areaM2, 0)
  expect(Math.abs(total - 600 * 400)).toBeLessThan(600)
  const half = made.grids[0]?.outline
  const hole = await look([
    { buildingIds: buildings.slice(0, 2), outline: half },
    { buildingIds: buildings.slice(2), outline: null },
  ])
  expect(hole.holes).toHaveLength(1)
  const answer = await redraw({
    grids: [
      { name: '一', buildingIds: buildings.slice(0, 2), outline: half },
      { name: '二', buildingIds: buildings.slice(2), outline: half },
    ],
  })
  expect(answer.json().code).toBe('grid_outlines_overlap')
  const unsaid = { grids: [{ name: '一', buildingIds: buildings, outline: half }] }
  expect((await redraw(unsaid)).json().code).toBe('grid_hole_unsaid')
  expect((await redraw({ ...unsaid, holesSaid: true })).statusCode).toBe(200)
})

test('level 1 gathers whole compounds, and everything in them moves along', async () => {
  const community = made.community.id
  const send = async (grids: object[]) =>
    (await desk()).inject('POST', `/api/grids/${community}`, {
      gridLevel: 1,
      kind: 'create',
      effectiveOn: today(),
      reason: '片组',
      grids,
    })
  const split = await send([
    { name: '东', buildingIds: buildings.slice(0, 1) },
    { name: '西', buildingIds: buildings.slice(1) },
  ])
  expect(split.json().code).toBe('grid_splits_compound')
  const { gridIds } = (await send([{ name: '东片组', buildingIds: buildings }])).json()
  const [gathering] = await pathsOf(gridIds)
  const [place] = await pathsOf([buildings[2] ?? ''])
  expect(place?.path.startsWith(gathering?.path ?? '?')).toBe(true)
  expect(await inTenant((tx) => gridFaults(tx, today()))).toEqual([])
  expect((await read(`/api/grids/${community}?level=1`)).grids[0].buildingIds).toHaveLength(4)
})

/**
 * Figures are what a recount gives, after whatever happened: random lives of many requests by real steps, some at the same
 * time, with adding up in between; categories corrected, leads changed, reopened, merged, joined, grids redrawn.
 */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { MEASURES, STANDING_MEASURES } from '#contracts/figures.ts'
import { DAY, HOUR, MINUTE, plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { followPlaces, recheckHistories } from '#modules/requests/index.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { newId } from '#platform/ids.ts'
import { DISTRICT, figureWork, foldAll, noteChange, readSums, recount, unitsOf, type CountedRow } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, inTenant } = world
afterAll(() => app.close())
const BEGAN = shanghaiToday(app.now())

type Try = [who: Somebody, action: Parameters<typeof world.step>[2], more?: object]
const [property, street] = [{ organisationId: organisations.property }, { organisationId: organisations.street }]
const words = { note: '已处理' }
/** What may be tried on a request; what its state does not allow is refused, as in life. The usual ways stand more than once. */
const TRIES: Try[] = [
  [people.desk, 'dispatch', { handler: property }], [people.unit, 'takeOn'], [people.unit, 'finish', { ...words, cause: 'upkeep' }],
  [people.resident, 'confirm', { stars: 5 }], [people.desk, 'dispatch', { handler: property }], [people.unit, 'takeOn'],
  [people.unit, 'finish', { ...words, cause: 'upkeep' }], [people.desk, 'accept'], [people.desk, 'offer'], [people.member, 'claim'],
  [people.member, 'finish', { ...words, cause: 'upkeep' }], [people.desk, 'dispatch', { handler: street }], [people.unit, 'contact'],
  [people.unit, 'giveBack', { ...words, reasonCode: 'notOurWork' }], [people.unit, 'giveBack', { ...words, reasonCode: 'otherDuty' }],
  [people.resident, 'notSatisfied', words], [people.followUp, 'callBack', { reached: false }],
  [people.followUp, 'callBack', { reached: true, solved: true, satisfied: false }], [people.followUp, 'callBack', { reached: true, solved: false, satisfied: false }],
  [people.resident, 'reopen', words], [people.resident, 'urge'], [people.resident, 'withdraw'], [people.desk, 'setCategory', { categoryCode: 'road.puddle' }],
  [people.desk, 'setCategory', { categoryCode: 'light.out' }], [people.unit, 'askPause', { ...words, until: '2027-03-01T00:00:00Z' }],
  [people.unit, 'askTime', { ...words, until: '2027-03-01T00:00:00Z' }], [people.desk, 'grant', words], [people.desk, 'refuse', words], [people.desk, 'resume'],
  [people.desk, 'close', { ...words, outcome: 'explained', reasonCode: 'explained' }], [people.neighbour, 'rate', { solved: true }],
] // prettier-ignore

// prettier-ignore
const command = fc.oneof(
  { weight: 20, arbitrary: fc.record({ what: fc.constant('step' as const), request: fc.nat(), pick: fc.nat(TRIES.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('submit' as const), place: fc.nat(3), urgent: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('join' as const), request: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('merge' as const), request: fc.nat(), into: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.constantFrom(5 * MINUTE, 3 * HOUR, 2 * DAY, 8 * DAY) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('fold' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('redraw' as const), building: fc.nat(3), grid: fc.nat(1) }) },
)
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never
const ids: string[] = []
/** One of the newest: lives go on instead of only beginning. */
const at = (n: number) => ids.at(-1 - (n % Math.min(ids.length, 4))) ?? ''

async function run(one: Command): Promise<unknown> {
  if (one.what === 'submit') {
    const location = { placeId: made.buildings[one.place]?.id }
    return ids.push((await world.submit(people.resident, { kind: one.urgent ? 'urgent' : 'problem', location })).id)
  }
  if (one.what === 'wait') {
    app.wait(one.ms)
    return world.drain()
  }
  if (one.what === 'fold') return inTenant((tx) => foldAll(tx, app.now()))
  if (one.what === 'redraw') {
    const [building, grid] = [made.buildings[one.building], made.grids[one.grid]]
    return inTenant(async (tx) => {
      await tx.run({
        text: 'UPDATE place SET grid_id = $3 WHERE tenant_id = $1 AND id = $2',
        values: [tx.tenantId, building?.id, grid?.id],
      })
      await followPlaces(tx, { placeId: building?.id ?? '', endedGridIds: [] }, app.now())
    })
  }
  if (ids.length === 0) return
  if (one.what === 'join') return world.call(people.neighbour, `/api/requests/${at(one.request)}/joiners`, {})
  if (one.what === 'merge') return world.step(people.desk, at(one.request), 'merge', { intoId: at(one.into) })
  for (let next = one.pick; next < one.pick + TRIES.length / 2; next++) {
    const [who, action, more] = TRIES[next % TRIES.length] ?? [people.desk, 'accept']
    if ((await world.step(who, at(one.request), action, more)).statusCode === 200) return
  }
}

const nightly = async () => {
  for (const one of figureWork(recheckHistories).recurring) await inTenant((tx) => one.schedule(tx, app.now()))
  await world.drain()
}
const checksOf = async (day: string): Promise<string[]> => {
  const { rows } = (await world.call(people.operator, '/api/figures/checks')).json()
  return rows.flatMap((one: { day: string; differences: string[] }) => (one.day === day ? one.differences : []))
}

/** Every request's columns beside its history, on whatever day it was touched. */
async function faults(): Promise<string[]> {
  const found: string[] = []
  for (let day = BEGAN; day <= shanghaiToday(app.now()); day = plusDays(day, 1))
    found.push(...(await inTenant((tx) => recheckHistories(tx, day))))
  return found
}

/** Nothing is put right here: the figures must be right. */
async function differences(): Promise<string[]> {
  const found: string[] = []
  for (const unit of unitsOf(BEGAN, shanghaiToday(app.now())))
    found.push(...(await inTenant((tx) => recount(tx, unit, false, app.now()))).differences)
  return found
}

test('whatever happens, figures are what a recount gives', { timeout: 300_000 }, async () => {
  let steps = 0
  const lives = fc.array(command, { minLength: 50, maxLength: 50, size: 'max' })
  await fc.assert(
    fc.asyncProperty(lives, async (commands) => {
      const left = [...commands]
      while (left.length > 0) {
        // Steps of the same moment come together, as on a Monday morning.
        const together = left[0]?.what === 'step' ? left.findIndex(({ what }) => what !== 'step') : 1
        const batch = left.splice(0, together < 0 ? 4 : Math.min(together, 4))
        await Promise.all(batch.map(run))
        steps += batch.length
      }
      expect(await differences()).toEqual([])
      expect(await faults()).toEqual([])
    }),
    { numRuns: 4, endOnFailure: true },
  )
  const look = `from=${BEGAN}&to=${shanghaiToday(app.now())}`
  const { counts } = (await world.call(people.district, `/api/figures/overview?${look}`)).json()
  console.log(`figures: ${steps} random commands on ${ids.length} requests; counted: ${JSON.stringify(counts)}`)
  expect(Object.keys(counts).length).toBeGreaterThan(8)
})

test('every measure opens as many rows as it counts, in every place', { timeout: 120_000 }, async () => {
  const period = `from=${BEGAN}&to=${shanghaiToday(app.now())}`
  for (const place of [made.district, made.community, ...made.grids]) {
    const look = `${period}&placeId=${place.id}`
    const { counts, standing } = (await world.call(people.district, `/api/figures/overview?${look}`)).json()
    for (const measure of [...MEASURES, ...STANDING_MEASURES]) {
      const { rows } = (
        await world.call(people.district, `/api/figures/rows?${look}&measure=${measure}&limit=100`)
      ).json()
      const counted = counts[measure] ?? standing[measure] ?? 0
      expect([place.name, measure, rows.length]).toEqual([place.name, measure, Math.min(100, counted)])
    }
  }
})

test('a cell that was spoiled is found at night, told and put right', { timeout: 60_000 }, async () => {
  await nightly() // the first count of all
  app.wait(DAY)
  await world.submit(people.resident)
  await inTenant((tx) => foldAll(tx, app.now()))
  const day = shanghaiToday(app.now())
  await world.rows(
    `UPDATE figure_cell SET received = received + 7 WHERE tenant_id = $1 AND grain = 'day' AND from_on = $2 AND cut = 'all'`,
    [day],
  )
  app.wait(DAY)
  await nightly()
  const { rows } = (await world.call(people.operator, '/api/figures/checks')).json()
  const check = rows.find(
    (one: { day: string; differences: string[] }) => one.day === day && one.differences.length > 0,
  )
  expect(check).toMatchObject({ repaired: true })
  expect(check.differences[0]).toMatch(/received -7/)
  expect(await differences()).toEqual([])
})

test(
  'columns that say something else than the history are found at night, told and put right',
  { timeout: 60_000 },
  async () => {
    const { id } = await world.submit(people.resident)
    await world.take(people.desk, id, 'dispatch', { handler: property })
    await world.take(people.unit, id, 'takeOn')
    const day = shanghaiToday(app.now())
    const read = () =>
      world.rows(`SELECT sent_at, taken_on_at, judged, late, returned FROM request WHERE tenant_id = $1 AND id = $2`, [
        id,
      ])
    const right = await read()
    await world.rows(
      `UPDATE request SET sent_at = NULL, taken_on_at = taken_on_at - interval '3 days', late = 7, returned = true WHERE tenant_id = $1 AND id = $2`,
      [id],
    )
    app.wait(DAY)
    await nightly()
    expect((await checksOf(day)).filter((one) => one.includes('sent_at'))).toEqual([
      expect.stringMatching(/^\S+ sent_at taken_on_at late returned$/),
    ])
    expect(await read()).toEqual(right)
    expect(await differences()).toEqual([])
    const { rows } = (await world.call(people.operator, '/api/notices')).json()
    expect(rows).toContainEqual(
      expect.objectContaining({ what: 'figures.differed', facts: { day, count: expect.any(Number) } }),
    )
  },
)

test('five hundred that wait are added up within a minute', { timeout: 60_000 }, async () => {
  await inTenant((tx) => foldAll(tx, app.now()))
  const [row] = await world.rows<CountedRow>('SELECT * FROM request WHERE tenant_id = $1 LIMIT 1')
  if (!row) throw new Error('no request')
  await inTenant(async (tx) => {
    for (let nth = 0; nth < 250; nth += 1) {
      await noteChange(tx, row, { ...row, urge_count: row.urge_count > 0 ? 0 : 1 })
      await noteChange(tx, { ...row, urge_count: row.urge_count > 0 ? 0 : 1 }, row)
    }
  })
  await nightly()
  app.wait(MINUTE)
  await world.drain()
  const [waiting] = await world.rows<{ n: number }>('SELECT count(*)::int AS n FROM figure_change WHERE tenant_id = $1')
  expect(waiting?.n).toBe(0)
  expect(await differences()).toEqual([])
})

test('of many places the same is read as of few', async () => {
  const period = { from: BEGAN, to: shanghaiToday(app.now()) }
  const places = [DISTRICT, ...made.grids.map(({ id }) => id)]
  const strangers = Array.from({ length: 400 }, () => newId())
  const read = async (wanted: string[]) =>
    (await inTenant((tx) => readSums(tx, { places: wanted, periods: [period] }))).sort((a, b) => (a.placeId < b.placeId ? -1 : 1)) // prettier-ignore
  const few = await read(places)
  expect(few.length).toBeGreaterThan(1)
  expect(await read([...places, ...strangers])).toEqual(few)
  for (const wanted of [places, [...places, ...strangers]]) {
    const only = await inTenant((tx) => readSums(tx, { places: wanted, periods: [period], only: 'received' }))
    expect(only.map(({ placeId, counts }) => [placeId, counts]).sort()).toEqual(
      few.map(({ placeId, counts: { received } }) => [placeId, received ? { received } : {}]).sort(),
    )
  }
})

test('figures counted from nothing are the same', { timeout: 60_000 }, async () => {
  await world.rows('DELETE FROM figure_cell WHERE tenant_id = $1')
  for (const unit of unitsOf(BEGAN, shanghaiToday(app.now())))
    await inTenant((tx) => recount(tx, unit, true, app.now()))
  expect(await differences()).toEqual([])
})

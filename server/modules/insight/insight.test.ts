/** Figures through HTTP: a request followed through its loop is counted where and when it should, before and after adding up. */
import { afterAll, expect, test } from 'vitest'
import { MEASURES, STANDING_MEASURES } from '#contracts/figures.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { figureWork, foldAll } from '#modules/figures/index.ts'
import { recheckHistories } from '#modules/requests/index.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, sibling, submit, take } = world
afterAll(() => app.close())

const DAY_ONE = '2026-11-18'
const get = async (who: Somebody, path: string) => (await world.call(who, `/api/figures/${path}`)).json()
const fold = () => world.inTenant((tx) => foldAll(tx, app.now()))

test('a puddle through the loop, read before and after adding up', async () => {
  const { id } = await submit(people.resident, { categoryCode: 'road.puddle' })
  app.wait(HOUR / 2)
  await take(people.desk, id, 'dispatch', { handler: { organisationId: organisations.property } })
  app.wait(HOUR / 2)
  await take(people.unit, id, 'takeOn')
  const period = `from=${DAY_ONE}&to=${DAY_ONE}`
  const first = await get(people.district, `overview?${period}`)
  expect(first).toMatchObject({
    place: { level: 'district' },
    counts: { received: 1, sent: 1, takenOn: 1, acceptMet: 1 },
    before: { from: '2026-11-17', to: '2026-11-17', counts: {} },
    standing: { openNow: 1, overdueNow: 0 },
  })
  await fold()
  expect((await get(people.district, `overview?${period}`)).counts).toEqual(first.counts)

  app.wait(DAY)
  await take(people.unit, id, 'finish', { note: '已疏通', cause: 'upkeep' })
  await take(people.resident, id, 'confirm', { stars: 5 })
  const later = await get(people.desk, `overview?from=${DAY_ONE}&to=2026-11-19`)
  expect(later.place.level).toBe('community')
  expect(later.counts).toEqual({
    received: 1, sent: 1, takenOn: 1, done: 1, heard: 1, confirmed: 1, acceptMet: 1, contactMet: 1,
    closed: 1, solved: 1, handleMet: 1, byReporter: 1, asked: 1, saidSolved: 1, saidSatisfied: 1,
  }) // prettier-ignore
  const { points } = await get(people.desk, `trend?from=${DAY_ONE}&to=2026-11-19&by=day`)
  expect(
    points.map(({ counts }: { counts: { received?: number; closed?: number } }) => [counts.received, counts.closed]),
  ).toEqual([
    [1, undefined],
    [undefined, 1],
  ])
})

test('tables by place and by what cuts', async () => {
  await fold()
  const period = `from=2026-11-01&to=2026-11-30`
  const places = await get(people.district, `table?${period}&by=place`)
  expect(places.rows.map(({ key, counts }: { key: string; counts: object }) => [key, counts])).toEqual([
    [made.subdistrict.id, expect.objectContaining({ received: 1, solved: 1 })],
    [sibling.subdistrict.id, {}],
  ])
  const grids = await get(people.district, `table?${period}&by=place&level=grid`)
  expect(grids.rows[0]).toMatchObject({ key: made.grids[0]?.id, name: '桂园小区 第 1 网格', counts: { received: 1 } })
  const categories = await get(people.district, `table?${period}&by=category`)
  expect(categories.rows).toMatchObject([{ key: 'road.puddle', counts: { received: 1 } }])
  const organisationsTable = await get(people.district, `table?${period}&by=organisation`)
  expect(organisationsTable.rows).toMatchObject([{ name: '桂园物业', counts: { received: 1, closed: 1 } }])
})

test('every figure opens as many rows as it counts', async () => {
  const period = 'from=2026-11-01&to=2026-11-30'
  const { counts, standing } = await get(people.district, `overview?${period}`)
  for (const measure of MEASURES) {
    const { rows } = await get(people.district, `rows?${period}&measure=${measure}&limit=100`)
    expect([measure, rows.length]).toEqual([measure, counts[measure] ?? 0])
  }
  for (const measure of STANDING_MEASURES) {
    const { rows } = await get(people.district, `rows?${period}&measure=${measure}&limit=100`)
    expect([measure, rows.length]).toEqual([measure, standing[measure]])
  }
})

test('how far it came and how long it took', async () => {
  const { stages, times } = await get(people.desk, 'funnel?from=2026-11-01&to=2026-11-30')
  expect(stages.every(({ n }: { n: number }) => n === 1)).toBe(true)
  expect(times).toMatchObject([
    { stage: 'sent', n: 1, medianMinutes: 31.8 },
    { stage: 'takenOn', n: 1, medianMinutes: 31.8 },
    { stage: 'done', n: 1 },
    { stage: 'heard', n: 1, medianMinutes: 1 },
  ])
})

test('what sticks, what is due, what was set apart, and the neighbours’ view', async () => {
  const { id } = await submit(people.resident, { categoryCode: 'road.puddle' })
  await take(people.desk, id, 'dispatch', { handler: { organisationId: organisations.property } })
  await take(people.unit, id, 'takeOn')
  await take(people.unit, id, 'askPause', { until: '2026-12-10T00:00:00Z', note: '等材料' })
  await take(people.desk, id, 'grant', { note: '同意' })
  const apart = await get(people.desk, 'set-apart?from=2026-11-01&to=2026-11-30&kind=exemption')
  expect(apart.rows).toMatchObject([{ id, exemption: 'pause', reason: '等材料', until: '2026-12-10T00:00:00Z' }])
  expect((await get(people.desk, 'set-apart?from=2026-11-01&to=2026-11-30&kind=silence')).rows).toEqual([])

  const { id: late } = await submit(people.resident)
  expect(await get(people.desk, 'forecast')).toMatchObject({
    overdue: 0,
    days: [{ on: '2026-11-19', due: 1, notTakenOn: 1 }, {}, {}, {}, {}, {}, {}],
  })
  app.wait(5 * DAY)
  const { rows } = await get(people.desk, 'stuck')
  expect(rows).toMatchObject([{ organisationId: null, name: '社区自办', waitingToSend: 1, handling: 0 }])
  expect((await get(people.desk, 'rows?from=2026-11-01&to=2026-11-30&measure=overdueNow')).rows).toMatchObject([
    { id: late },
  ])
  const cell = (at: string, who: string) =>
    get(
      people.desk,
      `rows?from=2026-11-01&to=2026-11-30&measure=overdueNow&stuckAt=${at}&heldBy=${encodeURIComponent(who)}`,
    )
  expect((await cell('waitingToSend', '社区自办')).rows).toMatchObject([{ id: late }])
  expect((await cell('handling', '社区自办')).rows).toEqual([])
  expect((await cell('waitingToSend', '桂园物业')).rows).toEqual([])
  expect(await get(people.resident, 'nearby')).toMatchObject({
    placeName: '桂园社区',
    week: { received: null, solved: null },
    categories: [],
  })
  expect(await get(people.operator, 'checks')).toEqual({ rows: [] })
})

test('nobody looks beyond their reach', async () => {
  const period = `from=${DAY_ONE}&to=${DAY_ONE}`
  const beyond = await world.call(people.desk, `/api/figures/overview?${period}&placeId=${made.district.id}`)
  expect([beyond.statusCode, beyond.json().code]).toEqual([422, 'place_not_found'])
  expect((await world.call(people.resident, `/api/figures/overview?${period}`)).statusCode).toBe(403)
})

test('what is too small to be kept is counted from its requests: cuts of compounds and grids, and buildings', async () => {
  await fold()
  const period = 'from=2026-11-01&to=2026-11-30'
  const [building] = made.buildings
  const { counts } = await get(people.district, `overview?${period}&placeId=${made.community.id}`)
  const inGrids = await Promise.all(
    made.grids.map(({ id }) => get(people.district, `table?${period}&by=category&placeId=${id}`)),
  )
  const puddles = inGrids.flatMap(({ rows }) => rows).filter(({ key }: { key: string }) => key === 'road.puddle')
  const whole = await get(people.district, `table?${period}&by=category&placeId=${made.community.id}`)
  const wanted = whole.rows.find(({ key }: { key: string }) => key === 'road.puddle')
  expect(puddles.length).toBeGreaterThan(0)
  expect(puddles.reduce((sum: number, one: typeof wanted) => sum + (one.counts.received ?? 0), 0)).toBe(
    wanted.counts.received,
  )
  const grids = await get(
    people.district,
    `table?${period}&by=place&level=grid&placeId=${made.community.id}&categoryCode=road.puddle`,
  )
  expect(grids.rows[0].counts.received).toBe(wanted.counts.received)
  const received = (rows: { key: string; counts: { received?: number } }[]) =>
    rows.map(({ key, counts }) => [key, counts.received ? { received: counts.received } : counts])
  for (const table of ['by=place&level=grid', 'by=category', 'by=place&level=grid&categoryCode=road.puddle']) {
    const { rows } = await get(people.district, `table?${period}&${table}&placeId=${made.community.id}&only=received`)
    const all = await get(people.district, `table?${period}&${table}&placeId=${made.community.id}`)
    expect(rows.map(({ key, counts }: (typeof rows)[number]) => [key, counts])).toEqual(received(all.rows))
  }
  const here = await get(people.district, `overview?${period}&placeId=${building?.id}`)
  expect(here).toMatchObject({ place: { level: 'building' }, counts: { received: counts.received } })
  const { points } = await get(people.district, `trend?${period}&by=day&placeId=${building?.id}`)
  expect(points.reduce((sum: number, one: typeof here) => sum + (one.counts.received ?? 0), 0)).toBe(counts.received)
  const cut = await get(people.district, `overview?${period}&placeId=${building?.id}&categoryCode=road.puddle`)
  expect(cut.counts.received).toBe(wanted.counts.received)
  const wide = await world.call(
    people.district,
    `/api/figures/table?${period}&by=place&level=grid&categoryCode=road.puddle`,
  )
  expect([wide.statusCode, wide.json().code]).toEqual([422, 'figures_one_cut'])
  const home = await world.call(people.district, `/api/figures/overview?${period}&placeId=${made.homes[0]?.id}`)
  expect(home.statusCode).toBe(422)
})

test('what is too old to be kept by day: counted in a community, refused above it by cut, and told whole by month', async () => {
  await fold()
  const period = `from=${DAY_ONE}&to=2026-11-25&categoryCode=road.puddle`
  const young = await get(people.district, `overview?${period}&placeId=${made.community.id}`)
  expect(young.counts.received).toBeGreaterThan(0)
  const month = await get(people.district, `overview?from=2026-11-01&to=2026-11-30&categoryCode=road.puddle`)
  app.wait(420 * DAY)
  for (const one of figureWork(recheckHistories).recurring) await world.inTenant((tx) => one.schedule(tx, app.now()))
  await world.drain() // the night lets go of days
  const [left] = await world.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM figure_cell WHERE tenant_id = $1 AND grain = 'day' AND cut = 'category' AND from_on < '2026-12-01'`,
  )
  expect(left?.n).toBe(0)
  const kept = await world.rows(
    `SELECT DISTINCT coalesce(p.level, 'district') AS level, f.cut FROM figure_cell f LEFT JOIN place p ON p.tenant_id = $1 AND p.id = f.place_id
      WHERE f.tenant_id = $1 AND f.grain = 'day' AND f.from_on < '2026-12-01' ORDER BY 1`,
  )
  expect(kept).toEqual(['community', 'district', 'subdistrict'].map((level) => ({ level, cut: 'all' })))
  const old = await get(people.district, `overview?${period}&placeId=${made.community.id}`)
  expect([old.counts, old.before]).toEqual([young.counts, young.before])
  const refused = await world.call(people.district, `/api/figures/overview?${period}`)
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'figures_too_old'])
  const table = await world.call(people.district, `/api/figures/table?${period}&by=place&level=community`)
  expect([table.statusCode, table.json().code]).toEqual([422, 'figures_too_old'])
  const later = await get(people.district, `overview?from=2026-11-01&to=2026-11-30&categoryCode=road.puddle`)
  expect(later.counts).toEqual(month.counts)
})

/** Figures through HTTP: a request followed through its loop is counted where and when it should, before and after adding up. */
import { afterAll, expect, test } from 'vitest'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { foldAll } from '#modules/figures/index.ts'
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

test('nobody looks beyond their reach', async () => {
  const period = `from=${DAY_ONE}&to=${DAY_ONE}`
  const beyond = await world.call(people.desk, `/api/figures/overview?${period}&placeId=${made.district.id}`)
  expect([beyond.statusCode, beyond.json().code]).toEqual([422, 'place_not_found'])
  expect((await world.call(people.resident, `/api/figures/overview?${period}`)).statusCode).toBe(403)
})

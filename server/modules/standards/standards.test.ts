/** The check-up through HTTP: a gap appears, the task is done, the next look finds it mended; who may read and change what. */
import { afterAll, describe, expect, test } from 'vitest'
import type { Checkup, FindingView, StandardId } from '#contracts/standards.ts'
import { factsChanged } from '#modules/places/index.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { standardRecurring } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, made, sibling, call, inTenant } = world
afterAll(() => app.close())

const SETTLED_MS = 1_000
const ok = async <T>(answer: ReturnType<typeof call>): Promise<T> => {
  const { statusCode, body } = await answer
  expect(statusCode, body).toBe(200)
  return JSON.parse(body) as T // the contract's reply
}
const checkup = (who: Somebody = people.secretary, query = '') =>
  ok<Checkup>(call(who, `/api/standards/findings?${query}`))
const find = ({ findings }: Checkup, standard: StandardId, placeId = made.compound.id): FindingView | undefined =>
  findings.find((one) => one.standard === standard && one.placeId === placeId)
/** Says that facts changed here and lets the check-up look. */
async function look(...placeIds: string[]) {
  await inTenant((tx) => factsChanged(tx, placeIds, app.now()))
  app.wait(SETTLED_MS)
  await world.drain()
}
const run = async () => {
  await ok(call(people.operator, '/api/standards/runs', { placeId: made.district.id }))
  await world.drain()
}
await run()

describe('what is found', () => {
  test('a building without head names its building and leads to the page that mends it', async () => {
    const found = find(await checkup(), 'building.head')
    expect(found?.state).toBe('gap')
    const names = found?.subjects.map(({ name }) => name)
    expect(names).toEqual(['2 栋', '3 栋', '4 栋'])
    expect(found?.subjects[0]?.task?.to).toBe(`/posts?new=buildingHead&placeId=${made.buildings[1]?.id}`)
  })
})

test('after a post is filled, the next look finds it', async () => {
  const building = made.buildings[1]
  await world.person({ kind: 'buildingHead', placeId: building?.id ?? '', title: '楼栋长' })
  await look(building?.id ?? '')
  expect(find(await checkup(), 'building.head')?.subjects.map(({ name }) => name)).toEqual(['3 栋', '4 栋'])
})
void [DAY, HOUR, sibling, standardRecurring]

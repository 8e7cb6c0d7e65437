/** Venues through HTTP. */
import { afterAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts } from '#server/test/two-districts.ts'

const { app, here, enter } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made } = here
const building = first(made.buildings)
const staff = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id, title: '受理岗' }] })
const post = (path: string, body: object) => staff.client.inject('POST', path, body)

test('venues keep their area to the hundredth of a square metre, their sign and their functions', async () => {
  const body = {
    kind: 'parlour',
    name: '党建会客厅',
    placeId: made.compound.id,
    organisationId: null,
    areaCenti: 9_990,
    hasSign: false,
    functions: ['议事', '便民'],
  }
  const venue = await ok(post('/api/venues', body))
  expect(venue).toMatchObject({ areaCenti: 9_990, placeName: '桂园小区', mayChange: true })
  expect(await refusal(post('/api/venues', { ...body, placeId: made.district.id }))).toEqual([403, 'not_permitted'])
  expect(await refusal(post('/api/venues', { ...body, organisationId: newId() }))).toEqual([
    422,
    'organisation_not_found',
  ])
  expect(
    await ok(staff.client.inject('PATCH', `/api/venues/${venue.id}`, { areaCenti: 10_000, hasSign: true })),
  ).toMatchObject({ areaCenti: 10_000, hasSign: true, functions: ['议事', '便民'] })
  expect(await ok(staff.client.inject('GET', `/api/venues?placeId=${made.community.id}`))).toHaveLength(1)
  expect(await ok(staff.client.inject('GET', `/api/venues?placeId=${building.id}`))).toEqual([])
  await ok(staff.client.inject('DELETE', `/api/venues/${venue.id}`))
  expect(await refusal(staff.client.inject('DELETE', `/api/venues/${venue.id}`))).toEqual([404, 'not_found'])
})

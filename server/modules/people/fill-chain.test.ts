/** The chain's posts below a place: each once, of the kinds that one may fill, vacant. */
import { afterAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startTwoDistricts, ok, refusal } from '#server/test/two-districts.ts'
const { app, here, enter } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())

test('the posts that are missing are made once, and stand vacant until somebody is appointed', async () => {
  const { compound, buildings, grids } = here.made
  const fill = () => here.operator.inject('POST', '/api/posts/chain', { placeId: compound.id })
  expect(await ok(fill())).toEqual({ made: 1 + grids.length + buildings.length })
  expect(await ok(fill())).toEqual({ made: 0 })
  const { rows } = await ok(here.operator.inject('GET', `/api/posts?placeId=${compound.id}&vacant=true`))
  const titles = rows.map(({ title }: { title: string }) => title)
  expect(titles).toEqual(expect.arrayContaining(['桂园小区书记', '第 1 网格 网格员', '1 栋楼栋长', '4 栋楼栋长']))
})

test('only what one may fill is made, and only within reach', async () => {
  const { compound, community, buildings } = here.made
  const secretary = await enter({ posts: [{ kind: 'compoundSecretary', placeId: compound.id }] })
  expect(await refusal(secretary.client.inject('POST', '/api/posts/chain', { placeId: community.id }))).toEqual([
    403,
    'not_permitted',
  ])
  expect(await ok(secretary.client.inject('POST', '/api/posts/chain', { placeId: compound.id }))).toEqual({ made: 0 })
  const resident = await enter({ homePlaceId: here.made.homes[0]?.id })
  expect(await refusal(resident.client.inject('POST', '/api/posts/chain', { placeId: buildings[0]?.id }))).toEqual([
    403,
    'right_required',
  ])
})

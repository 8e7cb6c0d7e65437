/** Who answers for a building, as residents and staff read it, and the chain of the district that says in which order. */
import { afterAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts, TODAY } from '#server/test/two-districts.ts'
import { addOrganisation, addPost, appointTo } from './index.ts'

const { app, here, other, enter, inTenant, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made } = here
const building = first(made.buildings)
const staff = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id, title: '受理岗' }] })
await enter({ posts: [{ kind: 'compoundSecretary', placeId: made.compound.id, title: '小区书记' }] })

test('who answers for a building now, level by level from the nearest, as a resident sees it', async () => {
  const [home] = made.homes
  const grid = first(made.grids)
  const resident = await enter({ homePlaceId: home?.id ?? '' })
  await inTenant(async (tx) => {
    const branch = await addOrganisation(
      tx,
      {
        kind: 'partyOrganisation',
        form: 'gridBranch',
        name: '第 1 网格党支部',
        placeId: grid.id,
        dutyPhone: '0571-8800',
      },
      now(),
    )
    await addOrganisation(
      tx,
      { kind: 'partyOrganisation', form: 'memberHousehold', name: '何家中心户', placeId: building.id },
      now(),
    )
    const worker = await addPost(
      tx,
      { kind: 'gridWorker', title: '网格员', placeId: grid.id, organisationId: branch },
      now(),
    )
    const household = await addPost(tx, { kind: 'anchorHousehold', title: '中心户', placeId: building.id }, now())
    await addPost(tx, { kind: 'buildingHead', title: '楼栋长', placeId: building.id }, now())
    for (const [postId, name, standsAs] of [
      [worker, '贾大海', 'holder'],
      [worker, '何清', 'deputy'],
      [household, '何中心', 'holder'],
    ] as const)
      await appointTo(tx, { postId, personId: (await enter({ name })).personId, fromOn: TODAY, standsAs }, now())
  })
  const ask = async (who: typeof resident, id = building.id) =>
    (await ok(who.client.inject('GET', `/api/places/${id}/answerable`))).levels
  const levels = await ask(resident)
  expect(levels.map(({ placeName }: { placeName: string }) => placeName)).toEqual([
    '桂园小区 1 栋',
    '桂园小区 第 1 网格',
    '桂园小区',
    '桂园社区',
  ])
  expect(levels[0].posts.slice(0, 2)).toMatchObject([
    { title: '中心户', holders: [{ name: null }], vacant: false },
    { title: '楼栋长', holders: [], vacant: true },
  ])
  expect(levels[0].organisations).toEqual([])
  expect(levels[1]).toMatchObject({
    organisations: [{ name: '第 1 网格党支部', dutyPhone: '0571-8800' }],
    posts: [
      {
        title: '网格员',
        dutyPhone: '0571-8800',
        holders: [{ name: '贾＊＊', standsAs: 'holder' }, { standsAs: 'deputy' }],
      },
    ],
  })
  expect(JSON.stringify(levels)).not.toMatch(/1[3-9]\d{9}|贾大海|何中心/)
  const byStaff = await ask(staff)
  expect([byStaff[0].posts[0].holders[0].name, byStaff[0].organisations[0].name]).toEqual(['何＊＊', '何家中心户'])
  expect(await refusal(resident.client.inject('GET', `/api/places/${other.made.compound.id}/answerable`))).toEqual([
    404,
    'not_found',
  ])

  const chain = await ok(staff.client.inject('GET', '/api/chain'))
  expect([chain.own, chain.mayChange, chain.levels.length, chain.patterns.length]).toEqual([false, false, 4, 2])
  const seven = chain.patterns[1].levels
  expect(await refusal(staff.client.inject('PATCH', '/api/chain', { levels: seven }))).toEqual([403, 'right_required'])
  expect(
    await refusal(here.operator.inject('PATCH', '/api/chain', { levels: [{ ...seven[0], postKinds: ['member'] }] })),
  ).toEqual([422, 'chain_level_wrong'])
  expect((await ok(here.operator.inject('PATCH', '/api/chain', { levels: seven }))).levels).toEqual(seven)
  expect((await ok(staff.client.inject('GET', '/api/chain'))).own).toBe(true)
  expect((await ask(resident)).map(({ nameEn }: { nameEn: string }) => nameEn)).toEqual([
    'Building',
    'Compound’s functional branch',
    'Community committee',
    'Subdistrict committee',
    'District committee',
  ]) // no grids of levels 1 and 3 are drawn here
})

/** Posts and terms, through HTTP, as stories: rights come and go with the post, at once. */
import { afterAll, expect, test } from 'vitest'
import { appointTo } from '#modules/accounts/make.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startTwoDistricts, first, ok, refusal, TODAY } from '#server/test/two-districts.ts'
import { makeOrganisation } from './make.ts'
import { holdersOf, nameOfHandler, organisationsFor, postsCovering, postsOfOrganisations } from './index.ts'
const { app, here, enter, inTenant, logOf, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())

test('rights follow the post at once, both ways', async () => {
  const { client, personId } = await enter({ name: '陈文静' })
  for (let round = 0; round < 25; round++) {
    expect(await refusal(client.inject('GET', '/api/people'))).toEqual([403, 'right_required'])
    const post = await ok(
      here.operator.inject('POST', '/api/posts', {
        kind: 'communityStaff',
        title: '受理岗',
        placeId: here.made.community.id,
      }),
    )
    const held = await ok(here.operator.inject('POST', `/api/posts/${post.id}/terms`, { personId, fromOn: TODAY }))
    expect(held.holders).toMatchObject([{ personId, name: '陈＊＊', fromOn: TODAY, toOn: null }])
    await ok(client.inject('GET', '/api/people'))
    const ended = await ok(here.operator.inject('DELETE', `/api/posts/${post.id}/terms/${held.holders[0].termId}`))
    expect(ended.holders).toEqual([])
  }
  expect(await refusal(client.inject('GET', '/api/people'))).toEqual([403, 'right_required'])
  expect((await logOf('appoint'))[0]).toEqual({ capacity: '系统管理员', subject: '受理岗：陈＊＊', personId })
  expect(await logOf('endTerm')).toHaveLength(25)
  expect(await logOf('createPost')).toHaveLength(25)
})

test('a term that began earlier ends yesterday and is kept', async () => {
  const { client, personId, postIds } = await enter({
    posts: [{ kind: 'communityStaff', placeId: here.made.community.id, fromOn: '2026-01-01' }],
  })
  const [post] = (await ok(here.operator.inject('GET', '/api/posts?kind=communityStaff'))).rows.filter(
    ({ id }: { id: string }) => id === postIds[0],
  )
  await ok(client.inject('GET', '/api/posts'))
  await ok(here.operator.inject('DELETE', `/api/posts/${post.id}/terms/${post.holders[0].termId}`))
  expect(await refusal(client.inject('GET', '/api/posts'))).toEqual([403, 'right_required'])
  const terms = await inTenant((tx) =>
    tx.many({
      text: 'SELECT person_id AS "personId", to_on AS "toOn" FROM post_term WHERE tenant_id = $1 AND post_id = $2',
      values: [tx.tenantId, post.id],
    }),
  )
  expect(terms).toEqual([{ personId, toOn: '2026-11-19' }])
})

test('one post of its kind is held by one; a member’s by many; days must make sense', async () => {
  const [a, b] = [(await enter()).personId, (await enter()).personId]
  const make = (kind: string) =>
    ok(here.operator.inject('POST', '/api/posts', { kind, title: '岗', placeId: first(here.made.grids).id }))
  const give = async (postId: string, personId: string, fromOn: string, toOn?: string) =>
    (
      await here.operator.inject('POST', `/api/posts/${postId}/terms`, { personId, fromOn, ...(toOn && { toOn }) })
    ).json().code ?? 'given'
  const grid = (await make('gridWorker')).id
  expect(await give(grid, a, '2026-11-01', '2026-11-30')).toBe('given')
  expect(await give(grid, b, '2026-11-30')).toBe('post_already_held')
  expect(await give(grid, b, '2026-12-01')).toBe('given')
  const member = (await make('member')).id
  expect([await give(member, a, TODAY), await give(member, b, TODAY), await give(member, b, TODAY)]).toEqual([
    'given',
    'given',
    'post_already_held',
  ])
  const duty = (await make('dutyOfficer')).id
  expect(await give(duty, a, '2026-02-31', undefined)).toBe('malformed') // no day of any calendar
  for (const [from, to] of [
    ['2026-11-20', '2026-11-19'],
    ['2026-01-01', '2026-11-19'],
  ] as const) {
    expect(await give(duty, a, from, to)).toBe('term_dates_wrong')
  }
  expect(await give(duty, newId(), TODAY)).toBe('person_not_found')
  expect(await give(newId(), a, TODAY)).toBe('not_found')
})

test('who answers for a place: nearest first, with those who hold the post today', async () => {
  const { made } = here
  const [grid] = made.grids
  const [building] = made.buildings
  const organisationId = await inTenant((tx) => makeOrganisation(tx, { placeId: made.compound.id }))
  const far = await inTenant((tx) =>
    makeOrganisation(tx, { placeId: made.subdistrict.id, name: '排水所', kind: 'department' }),
  )
  await inTenant((tx) => makeOrganisation(tx, { placeId: made.compound.id, name: '已撤物业', endedOn: '2026-01-01' }))
  await inTenant((tx) => makeOrganisation(tx, { placeId: made.compound.id, name: '业委会', handles: false }))
  const head = await enter({ posts: [{ kind: 'buildingHead', placeId: building?.id ?? '' }] })
  const lead = await enter({ posts: [{ kind: 'areaLead', placeId: grid?.id ?? '', organisationId }] })
  const past = await enter({
    posts: [{ kind: 'areaLead', placeId: grid?.id ?? '', title: '前片长', fromOn: '2026-01-01', toOn: '2026-11-19' }],
  })
  await enter({ posts: [{ kind: 'areaLead', placeId: made.grids[1]?.id ?? '' }] })

  const kinds = ['areaLead', 'buildingHead'] as const
  const found = await inTenant((tx) => postsCovering(tx, { path: first(made.homes).path, kinds, now: now() }))
  expect(found.map(({ kind, personIds }) => [kind, personIds])).toEqual([
    ['buildingHead', [head.personId]],
    ['areaLead', [lead.personId]],
    ['areaLead', []],
  ])
  expect(found[2]?.postId).toBe(past.postIds[0])
  expect((await inTenant((tx) => organisationsFor(tx, first(made.homes).path, now()))).map(({ name }) => name)).toEqual(
    ['桂园物业', '排水所'],
  )
  expect(await inTenant((tx) => organisationsFor(tx, made.district.path, now()))).toEqual([])
  expect(await inTenant((tx) => holdersOf(tx, { organisationIds: [organisationId], now: now() }))).toEqual([
    lead.personId,
  ])
  expect(await inTenant((tx) => holdersOf(tx, { postIds: [...head.postIds, ...past.postIds], now: now() }))).toEqual([
    head.personId,
  ])
  expect(await inTenant((tx) => postsOfOrganisations(tx, [organisationId]))).toEqual(lead.postIds)
  expect(await inTenant((tx) => nameOfHandler(tx, { organisationId: far }))).toBe('排水所')
  expect(await inTenant((tx) => nameOfHandler(tx, { postId: lead.postIds[0] }))).toBe('areaLead')
  expect(await inTenant((tx) => nameOfHandler(tx, { organisationId: newId() }))).toBeUndefined()

  const { rows } = await ok(
    here.operator.inject('GET', `/api/posts?placeId=${grid?.id}&organisationId=${organisationId}`),
  )
  expect(rows).toMatchObject([
    {
      kind: 'areaLead',
      organisationName: '桂园物业',
      placeName: '桂园小区 第 1 网格',
      holders: [{ personId: lead.personId }],
    },
  ])
  const organisations = await ok(here.operator.inject('GET', '/api/organisations'))
  expect(organisations.find(({ id }: { id: string }) => id === organisationId)).toMatchObject({
    placeName: '桂园小区',
    handles: true,
    postCount: 1,
  })
  expect(organisations.map(({ name }: { name: string }) => name)).not.toContain('已撤物业')
})

test('lists turn page by page without gap or repeat', async () => {
  await inTenant(async (tx) => {
    for (let n = 0; n < 120; n++)
      await appointTo(
        tx,
        here.operator.personId,
        { kind: 'member', placeId: here.made.compound.id, title: `党员岗\n${n}` },
        now(),
      )
  })
  const ids: string[] = []
  for (let after = ''; ;) {
    const page = await ok(
      here.operator.inject('GET', `/api/posts?kind=member&q=${encodeURIComponent('党员岗')}${after}`),
    )
    ids.push(...page.rows.map(({ id }: { id: string }) => id))
    if (!page.next) break
    after = `&after=${page.next}`
  }
  expect([ids.length, new Set(ids).size]).toEqual([120, 120])
  for (const path of ['/api/posts', '/api/people', '/api/audit', '/api/notices']) {
    expect(await refusal(here.operator.inject('GET', `${path}?after=bm9wZQ`))).toEqual([400, 'malformed'])
  }
})

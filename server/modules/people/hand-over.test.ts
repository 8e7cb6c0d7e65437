/** Deputies, handing over, ending a post, the reserve and cross-appointments, through HTTP on the whole application. */
import { afterAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { newId } from '#platform/ids.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { addOrganisation, addPost, appointTo } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
afterAll(() => app.close())
const { made, people, call, person, inTenant } = world
const [TODAY, TOMORROW] = ['2026-11-18', '2026-11-19']
const ask = async (path: string, body?: object, who = people.desk) => {
  const answer = await call(who, path, body)
  return { status: answer.statusCode, ...answer.json() }
}
const remove = async (path: string, who = people.desk) => (await (await who.as()).inject('DELETE', path)).json()

test('a post passes on with its open work; both are told, rights follow, and the log names both', async () => {
  const outgoing = await person({ kind: 'gridWorker', placeId: made.grids[1]?.id ?? '', title: '二网格员' })
  const incoming = await person()
  const path = `/api/posts/${outgoing.postId}`
  const request = await world.submit(people.resident, { location: { placeId: made.buildings[2]?.id ?? '' } })
  await world.take(people.desk, request.id, 'dispatch', { handler: { postId: outgoing.postId } })
  const limited = await world.submit(people.resident, {
    kind: 'help',
    text: '家里困难',
    categoryCode: 'care.hardship',
    location: { placeId: made.buildings[2]?.id ?? '' },
  })
  await world.take(people.desk, limited.id, 'dispatch', { handler: { postId: outgoing.postId } })
  const work = await ask(`${path}/open-work`)
  expect(work).toMatchObject({ status: 200 })
  expect([work.count, work.rows.map(({ title }: { title: string }) => title === limited.number)]).toEqual([
    2,
    expect.arrayContaining([true, false]),
  ])

  const { holders } = await ask(path)
  const give = (fromOn: string, more: object = {}) =>
    ask(`${path}/hand-over`, {
      termId: holders[0].termId,
      personId: incoming.personId,
      fromOn,
      note: '8 栋积水周五复查',
      ...more,
    })
  expect(await give(TODAY)).toMatchObject({ code: 'term_dates_wrong' }) // it began today
  expect(await give(TOMORROW, { termId: newId() })).toMatchObject({ code: 'not_found' })
  expect(await give(TOMORROW, { personId: people.desk.personId })).toMatchObject({ code: 'appoint_oneself' })
  const after = await give(TOMORROW)
  expect(after).toMatchObject({
    status: 200,
    holders: [{ personId: outgoing.personId, toOn: TODAY }],
    coming: [{ personId: incoming.personId, fromOn: TOMORROW }],
  })
  const told = async (who: typeof incoming) => (await ask('/api/notices', undefined, who)).rows[0]
  expect(await told(incoming)).toMatchObject({
    what: 'post.takenOver',
    facts: { title: '二网格员', count: 2, on: TOMORROW, note: '8 栋积水周五复查' },
  })
  expect(await told(outgoing)).toMatchObject({ what: 'post.handedOver' })
  expect((await ask('/api/audit', undefined, people.operator)).rows[0]).toMatchObject({
    what: 'handOver',
    actor: expect.stringContaining('受理岗'),
    reason: '8 栋积水周五复查',
  })

  expect((await ask('/api/requests/work', undefined, incoming)).code).toBe('right_required')
  app.wait(DAY)
  app.services.forgetActors(world.tenantId)
  const rows = async (who: typeof incoming) =>
    (await ask('/api/requests/work', undefined, who)).rows?.length ?? 'no right'
  expect([await rows(incoming), await rows(outgoing)]).toEqual([2, 'no right'])
  app.wait(-DAY)
})

test('a deputy stands in with the same rights and takes no seat; a post with somebody in it or with work is not ended', async () => {
  const { id } = await ask('/api/posts', {
    kind: 'buildingHead',
    title: '3 栋楼栋长',
    placeId: made.buildings[2]?.id,
    seats: 1,
  })
  expect(await ask(`/api/posts/${id}`)).toMatchObject({ vacant: 1, mayAppoint: true, seats: 1 })
  const [head, deputy, third] = [await person(), await person(), await person()]
  const give = (who: typeof head, more: object = {}) =>
    ask(`/api/posts/${id}/terms`, { personId: who.personId, fromOn: TODAY, ...more })
  await give(deputy, { standsAs: 'deputy', toOn: '2026-12-31' })
  expect(await ask(`/api/posts?vacant=true&q=${encodeURIComponent('3 栋')}`)).toMatchObject({
    rows: [{ id, vacant: 1 }],
  })
  expect(await give(head)).toMatchObject({
    vacant: 0,
    holders: [{ standsAs: 'holder' }, { standsAs: 'deputy', toOn: '2026-12-31' }],
  })
  expect(await give(third)).toMatchObject({ code: 'post_already_held' })
  expect(await ask('/api/requests/work', undefined, deputy)).toMatchObject({ status: 200 })
  expect(await remove(`/api/posts/${id}`)).toMatchObject({ code: 'post_in_use', details: { held: 2, requests: 0 } })
  const client = await people.desk.as()
  expect((await client.inject('PATCH', `/api/posts/${id}`, { title: '三栋楼栋长', seats: 2 })).json()).toMatchObject({
    title: '三栋楼栋长',
    vacant: 1,
  })
  for (const { termId } of (await ask(`/api/posts/${id}`)).holders) await remove(`/api/posts/${id}/terms/${termId}`)
  const request = await world.submit(people.resident)
  await world.take(people.desk, request.id, 'dispatch', { handler: { postId: id } })
  expect(await remove(`/api/posts/${id}`)).toMatchObject({ details: { held: 0, requests: 1 } })
  const empty = await ask('/api/posts', { kind: 'volunteer', title: '临时岗', placeId: made.compound.id })
  expect(await remove(`/api/posts/${empty.id}`)).toEqual({ ok: true })
  expect(await ask(`/api/posts/${empty.id}`)).toMatchObject({ code: 'not_found' })
})

test('who appoints whom: within reach, none above one’s own, nobody oneself; a fourth compound needs a reason', async () => {
  const make = (kind: string, placeId: string, who = people.desk) =>
    ask('/api/posts', { kind, title: '岗', placeId }, who)
  expect(await make('communityStaff', made.community.id)).toMatchObject({ code: 'appoint_above_own' })
  expect(await make('gridWorker', made.grids[0]?.id ?? '', people.secretary)).toMatchObject({
    code: 'appoint_above_own',
  })
  expect(await make('volunteer', world.sibling.compound.id)).toMatchObject({ code: 'not_permitted' })
  expect(await make('communityStaff', made.community.id, people.operator)).toMatchObject({ status: 200 })
  const { id } = await make('member', made.compound.id, people.secretary)
  expect(
    await ask(`/api/posts/${id}/terms`, { personId: people.secretary.personId, fromOn: TODAY }, people.secretary),
  ).toMatchObject({ code: 'appoint_oneself' })

  const instructor = await person()
  const give = async (more: object = {}) =>
    ask(`/api/posts/${(await make('instructor', made.compound.id)).id}/terms`, {
      personId: instructor.personId,
      fromOn: TODAY,
      ...more,
    })
  for (let compound = 0; compound < 3; compound++) expect(await give()).toMatchObject({ status: 200 })
  expect(await give()).toMatchObject({ code: 'instructor_full' })
  expect(await give({ overrideReason: '第四个小区书记病休，代管一个月' })).toMatchObject({ status: 200 })
})

test('the reserve is kept within reach; who serves in two bodies is seen, and where one leads both', async () => {
  const somebody = await person()
  const body = {
    personId: somebody.personId,
    postKind: 'compoundSecretary',
    placeId: made.compound.id,
    reason: '任片长三年',
  }
  const { id } = await ask('/api/reserve', body)
  expect(await ask('/api/reserve', body)).toMatchObject({ code: 'already_there' })
  expect(await ask('/api/reserve', { ...body, postKind: 'operator' })).toMatchObject({ code: 'appoint_above_own' })
  expect(await ask('/api/reserve', { ...body, placeId: newId() })).toMatchObject({ code: 'place_not_found' })
  expect(await ask('/api/reserve', { ...body, personId: newId() })).toMatchObject({ code: 'person_not_found' })
  const rowsFor = async (who: typeof somebody) => (await (await who.as()).inject('GET', '/api/reserve')).json()
  expect(await rowsFor(people.desk)).toMatchObject([{ id, reason: '任片长三年', mayChange: true }])
  expect(await rowsFor(people.secretary)).toMatchObject([{ mayChange: false }])
  expect(await remove(`/api/reserve/${id}`, people.secretary)).toMatchObject({ code: 'appoint_above_own' })
  await inTenant((tx) =>
    tx.run({ text: `UPDATE reserve_entry SET from_on = '2026-01-01' WHERE tenant_id = $1`, values: [tx.tenantId] }),
  )
  expect(await remove(`/api/reserve/${id}`)).toEqual({ ok: true })
  expect(await remove(`/api/reserve/${id}`)).toMatchObject({ code: 'not_found' })
  const again = await ask('/api/reserve', body)
  expect(await remove(`/api/reserve/${again.id}`)).toEqual({ ok: true })

  await inTenant(async (tx) => {
    const committee = await addOrganisation(
      tx,
      { kind: 'ownersCommittee', name: '业委会', placeId: made.compound.id },
      app.now(),
    )
    const over = { organisationId: committee, placeId: made.compound.id }
    const chair = await addPost(tx, { ...over, kind: 'committeeChair', title: '业委会主任' }, app.now())
    const member = await addPost(tx, { ...over, kind: 'committeeMember', title: '业委会委员', seats: 5 }, app.now())
    const lead = await addPost(
      tx,
      { kind: 'groupLead', title: '党小组长', placeId: made.buildings[0]?.id ?? '' },
      app.now(),
    )
    await appointTo(tx, { postId: chair, personId: people.secretary.personId, fromOn: TODAY }, app.now())
    for (const postId of [member, lead])
      await appointTo(tx, { postId, personId: somebody.personId, fromOn: TODAY }, app.now())
  })
  const cross = (await (await people.auditor.as()).inject('GET', '/api/posts/cross')).json()
  expect(cross.map(({ committeeTitle, partyTitle, leadsBoth }: Record<string, unknown>) => [committeeTitle, partyTitle, leadsBoth])).toEqual([
    ['业委会主任', '小区书记', true], ['业委会委员', '党小组长', false],
  ]) // prettier-ignore
})

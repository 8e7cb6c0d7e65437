/** Many at once: claims, merges, the same create sent twice; and urgent calls, where minutes count. Through HTTP. */
import { afterAll, expect, test } from 'vitest'
import { MINUTE } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, person, submit, take, step, refused, view, call } = world
afterAll(() => app.close())

const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

test('twenty claim at once: one has it, nineteen are told', async () => {
  const volunteers = await times(20, () => person({ kind: 'volunteer', placeId: made.compound.id, title: '志愿者' }))
  for (let round = 0; round < 5; round++) {
    const { id } = await submit(people.resident)
    await take(people.desk, id, 'offer')
    const pool = (await call(people.volunteer, '/api/requests/pool')).json()
    expect(pool.offered.map((one: { id: string }) => one.id)).toContain(id)

    const answers = await Promise.all(volunteers.map((one) => step(one, id, 'claim')))
    const won = answers.filter(({ statusCode }) => statusCode === 200)
    expect(won).toHaveLength(1)
    expect(answers.filter((answer) => answer.json().code === 'already_claimed')).toHaveLength(19)
    expect(
      await world.rows(`SELECT 1 FROM request_event WHERE tenant_id = $1 AND request_id = $2 AND action = 'claim'`, [
        id,
      ]),
    ).toHaveLength(1)
    expect(
      await world.rows('SELECT 1 FROM request_assignment WHERE tenant_id = $1 AND request_id = $2', [id]),
    ).toHaveLength(1)

    const winner = volunteers[answers.findIndex(({ statusCode }) => statusCode === 200)]
    if (!winner) throw new Error('nobody won')
    expect(await refused(people.volunteer, id, 'finish', { note: '好了', cause: 'wear' })).toBe('not_permitted')
    await take(winner, id, 'release', { note: '临时有事' })
    expect((await view(people.desk, id)).status).toBe('offered')
  }
})

test('nobody claims their own call from the pool', async () => {
  const { id } = await submit(people.member)
  await take(people.desk, id, 'offer')
  expect(await refused(people.member, id, 'claim')).toBe('not_permitted')
  const urgent = await submit(people.member, { kind: 'urgent', text: '我被困在电梯里' })
  expect(urgent.status).toBe('offered')
  expect(await refused(people.member, urgent.id, 'claim')).toBe('not_permitted')
  await take(people.member, urgent.id, 'withdraw')
})

test('A into B and B into A at once: one wins, there is no circle, and the joiners follow', async () => {
  for (let round = 0; round < 8; round++) {
    const [a, b] = [await submit(people.resident), await submit(people.neighbour)]
    const joiner = await person(undefined, made.homes[2]?.id)
    for (const { id } of [a, b]) expect((await call(joiner, `/api/requests/${id}/joiners`, {})).statusCode).toBe(200)
    const answers = await Promise.all([
      step(people.desk, a.id, 'merge', { intoId: b.id }),
      step(people.secretary, b.id, 'merge', { intoId: a.id }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    const [gone, stays] = answers[0]?.statusCode === 200 ? [a, b] : [b, a]
    const kept = await view(people.desk, stays.id)
    expect(kept).toMatchObject({ status: 'submitted', mergedInto: null, joinerCount: 2 })
    expect(kept.duplicates).toMatchObject([{ id: gone.id }])
    expect(await view(people.desk, gone.id)).toMatchObject({
      status: 'closed',
      outcome: 'duplicate',
      mergedInto: { id: stays.id },
    })
    const follower = gone === a ? people.resident : people.neighbour
    expect((await view(follower, stays.id)).relations).toContain('joiner')
  }
  const { id } = await submit(people.resident)
  expect(await refused(people.desk, id, 'merge', { intoId: id })).toBe('merge_with_itself')
  expect(await refused(people.desk, id, 'merge', { intoId: id.toUpperCase() })).toBe('merge_with_itself')
})

test('a step on what the page showed an hour ago is refused when somebody was first', async () => {
  const { id, seq } = await submit(people.resident)
  const answers = await Promise.all([
    step(people.desk, id, 'dispatch', { handler: { organisationId: organisations.property }, seq }),
    step(people.secretary, id, 'offer', { seq }),
  ])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('request_moved_on')
})

test('an urgent call: those nearby hear of it at once, by message as well, and minutes count', async () => {
  app.wait(10 * 60 * MINUTE) // eight in the evening: nobody at the desk, no reminders, but urgent calls go out
  const before = app.sms.sent.length
  const call911 = await submit(people.resident, { kind: 'urgent', text: '楼道有浓烟' })
  expect(call911).toMatchObject({ status: 'offered', urgent: true, dueKind: 'accept' })
  expect(Date.parse(call911.dueAt) - app.now().getTime()).toBe(3 * MINUTE)
  await world.drain()
  const told = await world.rows<{ to: string }>(
    `SELECT coalesce(post_id, person_id) AS to FROM notice WHERE tenant_id = $1 AND request_id = $2 AND what = 'request.submit'`,
    [call911.id],
  )
  const alerted = [people.dutyOfficer, people.buildingHead, people.areaLead, people.member]
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(alerted.map(({ postId }) => postId)))
  expect(told.map(({ to }) => to)).not.toContain(people.resident.personId)
  const texts = app.sms.sent.slice(before)
  expect(texts.length).toBeGreaterThanOrEqual(alerted.length)
  expect(new Set(texts.map(({ template }) => template))).toEqual(new Set(['urgentCall']))
  for (const who of alerted) {
    const { waiting } = (await call(who, '/api/home')).json()
    expect(waiting[0]).toMatchObject({ question: 'urgentCall', request: { id: call911.id } })
  }
  app.wait(2 * MINUTE)
  const taken = await take(people.buildingHead, call911.id, 'claim')
  const clock = taken.clocks.find(({ kind }: { kind: string }) => kind === 'accept')
  expect(clock.standing).toBe('met')
  expect(Date.parse(clock.stoppedAt) - Date.parse(clock.startedAt)).toBe(2 * MINUTE)
})

/** When it is not simply done: more time, a pause, the shelf, the ladder of meetings, supervision. Through HTTP. */
import { afterAll, expect, test } from 'vitest'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { requestRecurring } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, person, submit, take, refused, view } = world
afterAll(() => app.close())
await world.inTenant(async (tx) => {
  for (const one of requestRecurring(app.services)) await one.schedule(tx, app.now())
})

const property = { organisationId: organisations.property }
async function inWork() {
  const { id } = await submit(people.resident)
  await take(people.desk, id, 'dispatch', { handler: property })
  await take(people.unit, id, 'takeOn')
  return id as string
}
const inDays = (days: number) => new Date(app.now().getTime() + days * DAY).toISOString()
const handleClock = async (id: string) =>
  (await view(people.desk, id)).clocks.find(({ kind }: { kind: string }) => kind === 'handle')

test('more time is asked by who does it and granted by the desk, never by themself', async () => {
  const id = await inWork()
  const due = (await handleClock(id)).dueAt
  const until = inDays(20)
  expect(await refused(people.unit, id, 'askTime', { until: inDays(-1), note: '缺料' })).toBe('date_in_past')
  await take(people.unit, id, 'askTime', { until, note: '缺配件' })
  expect(await refused(people.unit, id, 'askPause', { until, note: '再问一次' })).toBe('ask_pending')
  expect(await refused(people.unit, id, 'grant', { note: '同意' })).toBe('not_permitted')
  expect((await view(people.desk, id)).askDetail).toMatchObject({ kind: 'time', until, reason: '缺配件' })
  expect((await view(people.neighbour, id)).askDetail).toBeNull()
  await take(people.desk, id, 'grant', { note: '同意' })
  expect((await handleClock(id)).dueAt).toBe(until)
  expect(Date.parse(until)).toBeGreaterThan(Date.parse(due))
})

test('the desk does not approve what its own organisation asks for', async () => {
  const { id } = await submit(people.resident)
  await take(people.secretary, id, 'dispatch', { handler: { organisationId: organisations.community } })
  await take(people.desk, id, 'takeOn')
  await take(people.desk, id, 'askTime', { until: inDays(10), note: '人手不足' })
  for (const action of ['grant', 'refuse'] as const)
    expect(await refused(people.desk, id, action, { note: '自批' })).toBe('handler_cannot_decide')
  expect(await refused(people.desk, id, 'close', { outcome: 'explained', reasonCode: 'advised', note: '自结' })).toBe(
    'handler_cannot_decide',
  )
  expect(await refused(people.desk, id, 'supervise', { until: inDays(1), note: '自督' })).toBe(
    'handler_cannot_supervise',
  )
  await take(people.secretary, id, 'refuse', { note: '按期完成' })
  expect((await view(people.secretary, id)).ask).toBeNull()
})

test('an approved pause stops the clocks and ends by itself on its day', async () => {
  const id = await inWork()
  await take(people.unit, id, 'askPause', { until: inDays(3), note: '等雨停' })
  await take(people.desk, id, 'grant', { note: '同意' })
  expect(await view(people.desk, id)).toMatchObject({ status: 'paused', dueAt: null })
  expect((await handleClock(id)).standing).toBe('paused')
  app.wait(2 * DAY)
  await world.drain()
  expect((await view(people.desk, id)).status).toBe('paused')
  app.wait(2 * DAY)
  await world.drain()
  expect(await view(people.desk, id)).toMatchObject({ status: 'handling', reviewOn: null, dueAt: expect.any(String) })
})

test('on the shelf with a review day, and off it again: still open, never counted as solved', async () => {
  const id = await inWork()
  await take(people.unit, id, 'askShelve', {
    reviewOn: inDays(60).slice(0, 10),
    reasonCode: 'noMoney',
    note: '经费未落实',
  })
  const shelved = await take(people.desk, id, 'grant', { note: '同意挂账' })
  expect(shelved).toMatchObject({
    status: 'shelved',
    outcome: 'shelved',
    reviewOn: inDays(60).slice(0, 10),
    closedAt: null,
  })
  app.wait(61 * DAY)
  await world.drain()
  const { json } = await world.call(people.desk, '/api/home')
  expect(json().waiting.map((one: Record<string, unknown>) => one.question)).toContain('reviewShelved')
  expect(await take(people.desk, id, 'resume')).toMatchObject({ status: 'handling', outcome: null, reviewOn: null })
})

test('a hard one climbs three rungs, upwards only, and comes back to who had it', async () => {
  const id = await inWork()
  const up = (level: 'areaDispatch' | 'weekendCouncil' | 'jointConference') =>
    take(people.desk, id, 'escalate', { level, note: '需多方协调' })
  expect(await up('areaDispatch')).toMatchObject({ status: 'onLadder', level: 'areaDispatch', dueAt: null })
  await up('weekendCouncil')
  expect(await refused(people.desk, id, 'escalate', { level: 'areaDispatch', note: '退一级' })).toBe('ladder_order')
  await up('jointConference')
  expect(await refused(people.desk, id, 'escalate', { level: 'jointConference', note: '再上' })).toBe('ladder_top')
  expect(await refused(people.unit, id, 'escalate', { level: 'jointConference', note: '自己上会' })).toBe(
    'not_permitted',
  )
  const back = await take(people.desk, id, 'bringBack', { note: '议定：物业一周内完成' })
  expect(back).toMatchObject({ status: 'handling', level: 'jointConference', handlerName: '桂园物业' })
  expect(back.events.filter(({ action }: { action: string }) => action === 'escalate')).toHaveLength(3)
  const { allowedActions } = await view(people.desk, id)
  const again = allowedActions.find(({ action }: { action: string }) => action === 'escalate')
  expect(again.blocked).toBe('ladder_top')
})

test('supervision has its own deadline, is answered by who does it, lifted only from above', async () => {
  const id = await inWork()
  expect(await refused(people.unit, id, 'supervise', { until: inDays(1), note: '快办' })).toBe('not_permitted')
  await take(people.subdistrict, id, 'supervise', { until: inDays(2), note: '三天内办结' })
  expect((await view(people.unit, id)).supervision).toMatchObject({
    dueAt: inDays(2),
    reason: '三天内办结',
    answeredAt: null,
  })
  await world.drain()
  const told = await world.rows<{ to: string }>(
    `SELECT coalesce(post_id, person_id) AS to FROM notice WHERE tenant_id = $1 AND request_id = $2 AND what = 'request.supervise'`,
    [id],
  )
  expect(told.map(({ to }) => to)).toContain(people.unit.postId)
  await take(people.unit, id, 'answerSupervision', { note: '今晚完成' })
  expect(await refused(people.unit, id, 'liftSupervision', { note: '撤销' })).toBe('not_permitted')
  await take(people.subdistrict, id, 'liftSupervision', { note: '已整改' })
  expect((await view(people.desk, id)).supervised).toBe(false)
})

test('asked back, the reporter has the word and the clocks wait', async () => {
  const id = await inWork()
  await take(people.unit, id, 'askReporter', { note: '哪个单元？' })
  expect(await view(people.unit, id)).toMatchObject({ status: 'waiting', dueAt: null })
  app.wait(HOUR)
  await take(people.resident, id, 'answer', { note: '2 单元' })
  expect(await view(people.unit, id)).toMatchObject({ status: 'handling', dueAt: expect.any(String) })
})

test('who leaves a post leaves its requests too: the successor has them', async () => {
  const leaving = await person({
    kind: 'unitUser',
    placeId: made.compound.id,
    organisationId: organisations.property,
    title: '保洁班',
  })
  const { id } = await submit(people.resident)
  await take(people.desk, id, 'dispatch', { handler: { postId: leaving.postId } })
  await take(leaving, id, 'takeOn')
  await world.inTenant((tx) =>
    tx.run({
      text: `UPDATE post_term SET from_on = '2020-01-01', to_on = '2020-01-02' WHERE tenant_id = $1 AND post_id = $2`,
      values: [tx.tenantId, leaving.postId],
    }),
  )
  app.services.forgetActors(world.tenantId, leaving.personId)
  app.wait(2000)
  expect(await refused(leaving, id, 'finish', { note: '好了', cause: 'wear' })).toBe('not_permitted')
  expect((await view(leaving, id)).relations).toEqual(['neighbour'])
  const mine = (await world.call(leaving, '/api/requests/mine?role=handling')).json()
  expect(mine.rows).toEqual([])
  await take(people.resident, id, 'urge')
  await world.drain()
  const told = await world.rows<{ to: string }>(
    `SELECT coalesce(post_id, person_id) AS to FROM notice WHERE tenant_id = $1 AND request_id = $2 AND what = 'request.urge'`,
    [id],
  )
  expect(told.map(({ to }) => to)).not.toContain(leaving.personId)
  expect(told.map(({ to }) => to)).toContain(leaving.postId)
})

test('what is asked and not yet decided ends with the work itself', async () => {
  for (const [action, more] of [
    ['finish', { note: '提前完成', cause: 'wear' }],
    ['giveBack', { reasonCode: 'beyondPower', note: '办不了' }],
  ] as const) {
    const id = await inWork()
    await take(people.unit, id, 'askTime', { until: inDays(9), note: '缺料' })
    await take(people.unit, id, action, more)
    expect((await view(people.desk, id)).ask).toBeNull()
  }
})

test('a long note with a picture sign at the cut is told like any other', async () => {
  const id = await inWork()
  await take(people.unit, id, 'progress', { note: '好'.repeat(99) + '👍' + '好'.repeat(20) })
  await world.drain()
  expect(await world.rows('SELECT job, last_error FROM outbox WHERE tenant_id = $1 AND attempts > 0')).toEqual([])
})

/**
 * The loop as people live it, through HTTP on a real database: each story asserts what is answered, what stands in the
 * history, and who is told. Races and urgent calls: loop-races.test.ts; laying aside, ladder, supervision: loop-aside.test.ts.
 */
import { afterAll, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { sendPhoto } from '#server/test/trust/photo.ts'
import { makeWorld } from '#server/test/trust/world.ts'
import { requestRecurring } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, submit, take, refused, view, call } = world
afterAll(() => app.close())

const property = { organisationId: organisations.property }
const history = (id: string) =>
  world.rows<{ seq: number; action: string; status: string; capacity: string; round: number }>(
    'SELECT seq, action, status, capacity, round FROM request_event WHERE tenant_id = $1 AND request_id = $2 ORDER BY seq',
    [id],
  )
const verbs = async (id: string) => (await history(id)).map(({ action }) => action)
/** What is told of the request, to whom: post or person. */
const told = async (id: string, action: string) => {
  await world.drain()
  const rows = await world.rows<{ to: string }>(
    'SELECT coalesce(post_id, person_id) AS to FROM notice WHERE tenant_id = $1 AND request_id = $2 AND what = $3',
    [id, `request.${action}`],
  )
  return rows.map(({ to }) => to)
}
/** Dispatched to the property company and taken on. */
async function inWork(more = {}) {
  const { id } = await submit(people.resident, more)
  await take(people.desk, id, 'dispatch', { handler: property })
  await take(people.unit, id, 'takeOn')
  return id as string
}
const finished = { note: '已疏通下水口', cause: 'upkeep' }

test('the puddle: seen with a photo, sent on its way, done, confirmed', async () => {
  const photo = (await sendPhoto(await people.resident.as())).json()
  const sent = await submit(people.resident, { photoIds: [photo.id], categoryCode: 'road.puddle' })
  expect(sent).toMatchObject({
    status: 'submitted',
    round: 1,
    seq: 1,
    categoryName: expect.any(String),
    dueKind: 'accept',
  })
  expect(sent.before.id).toBe(photo.id)
  expect(await told(sent.id, 'submit')).toEqual(expect.arrayContaining([people.desk.postId, people.secretary.postId]))

  await take(people.desk, sent.id, 'accept')
  await take(people.desk, sent.id, 'dispatch', { handler: property, publicWords: '两天内处理' })
  expect(await told(sent.id, 'dispatch')).toEqual(
    expect.arrayContaining([people.unit.postId, people.resident.personId]),
  )
  await take(people.unit, sent.id, 'takeOn')
  await take(people.unit, sent.id, 'contact')
  await take(people.unit, sent.id, 'progress', { note: '正在抽水' })
  const after = (await sendPhoto(await people.unit.as())).json()
  const done = await take(people.unit, sent.id, 'finish', { ...finished, photoIds: [after.id] })
  expect(done).toMatchObject({ status: 'finished', outcome: null, dueAt: null })
  expect(done.clocks.map(({ standing }: { standing: string }) => standing)).toEqual(['met', 'met', 'met', 'met'])

  const closed = await take(people.resident, sent.id, 'confirm', { stars: 5 })
  expect(closed).toMatchObject({
    status: 'closed',
    outcome: 'solved',
    confirmedBy: 'reporter',
    allowedActions: expect.anything(),
  })
  expect(closed.after.id).toBe(after.id)
  expect(await history(sent.id)).toEqual([
    { seq: 1, action: 'submit', status: 'submitted', capacity: '居民', round: 1 },
    { seq: 2, action: 'accept', status: 'accepted', capacity: '桂园社区居委会 受理岗', round: 1 },
    { seq: 3, action: 'dispatch', status: 'dispatched', capacity: '桂园社区居委会 受理岗', round: 1 },
    { seq: 4, action: 'takeOn', status: 'handling', capacity: '桂园物业 工程班', round: 1 },
    { seq: 5, action: 'contact', status: 'handling', capacity: '桂园物业 工程班', round: 1 },
    { seq: 6, action: 'progress', status: 'handling', capacity: '桂园物业 工程班', round: 1 },
    { seq: 7, action: 'finish', status: 'finished', capacity: '桂园物业 工程班', round: 1 },
    { seq: 8, action: 'confirm', status: 'closed', capacity: '居民', round: 1 },
  ])
  await world.drain()
  expect(
    await world.rows('SELECT 1 FROM outbox WHERE tenant_id = $1 AND (dead_at IS NOT NULL OR attempts > 0)'),
  ).toEqual([])
})

test('not satisfied begins a second round with the same company; a call-back closes it', async () => {
  const id = await inWork()
  await take(people.unit, id, 'finish', finished)
  const again = await take(people.resident, id, 'notSatisfied', { note: '还在积水' })
  expect(again).toMatchObject({ status: 'dispatched', round: 2, handlerName: '桂园物业', finishedAt: null })
  expect(again.clocks.map(({ kind }: { kind: string }) => kind)).toEqual(['accept', 'contact', 'handle', 'answer'])
  expect(await told(id, 'notSatisfied')).toEqual(expect.arrayContaining([people.unit.postId, people.desk.postId]))

  await take(people.unit, id, 'takeOn')
  await take(people.unit, id, 'finish', finished)
  expect(await refused(people.unit, id, 'callBack', { reached: true, solved: true, satisfied: true })).toBe(
    'not_permitted',
  )
  await take(people.followUp, id, 'callBack', { reached: false })
  expect((await view(people.followUp, id)).status).toBe('finished')
  expect(await refused(people.followUp, id, 'callBack', { reached: true })).toBe('field_required')
  const closed = await take(people.followUp, id, 'callBack', { reached: true, solved: true, satisfied: true })
  expect(closed).toMatchObject({ status: 'closed', outcome: 'solved', confirmedBy: 'callBack', round: 2 })
  expect(closed.ratings).toMatchObject([
    { round: 1, by: 'reporter', solved: false, satisfied: false },
    { round: 2, by: 'callBack', solved: true, satisfied: true },
  ])
})

test('a call-back that hears "not solved" begins the next round', async () => {
  const id = await inWork()
  await take(people.unit, id, 'finish', finished)
  const again = await take(people.followUp, id, 'callBack', {
    reached: true,
    solved: false,
    satisfied: false,
    note: '没修好',
  })
  expect(again).toMatchObject({ status: 'dispatched', round: 2, confirmedBy: null, outcome: null })
})

test('a whistle: two co-handlers report in and do their part beside the lead', async () => {
  const { id } = await submit(people.resident)
  const sent = await take(people.desk, id, 'whistle', {
    handler: property,
    coHandlers: [
      { organisationId: organisations.street, task: '协调占道车辆' },
      { postId: people.gridWorker.postId, task: '现场引导' },
    ],
  })
  expect(sent.assignments.map(({ part, state }: Record<string, string>) => [part, state])).toEqual([
    ['lead', 'called'],
    ['co', 'called'],
    ['co', 'called'],
  ])
  expect(await told(id, 'whistle')).toEqual(
    expect.arrayContaining([people.unit.postId, people.streetUnit.postId, people.gridWorker.postId]),
  )
  expect(
    (await call(people.streetUnit, '/api/home')).json().waiting.map((one: Record<string, unknown>) => one.question),
  ).toContain('reportIn')

  await take(people.unit, id, 'takeOn')
  expect(await refused(people.streetUnit, id, 'partDone', { note: '好了' })).toBe('step_not_available')
  for (const co of [people.streetUnit, people.gridWorker]) {
    await take(co, id, 'reportIn')
    expect(await refused(co, id, 'reportIn')).toBe('step_not_available')
    await take(co, id, 'partDone', { note: '已完成' })
  }
  const seen = await view(people.desk, id)
  expect(seen.status).toBe('handling')
  expect(seen.assignments.map(({ state }: { state: string }) => state)).toEqual(['reportedIn', 'partDone', 'partDone'])
  expect(await verbs(id)).toEqual(['submit', 'whistle', 'takeOn', 'reportIn', 'partDone', 'reportIn', 'partDone'])
})

test('given back, sent on, disputed, ruled: then there is no way back', async () => {
  const { id } = await submit(people.resident)
  await take(people.desk, id, 'dispatch', { handler: property })
  await take(people.unit, id, 'giveBack', { reasonCode: 'notMyDuty', note: '市政管网' })
  await take(people.desk, id, 'dispatch', { handler: { organisationId: organisations.street } })
  expect(await refused(people.streetUnit, id, 'giveBack', { reasonCode: 'notMyDuty', note: '不是我们' })).toBe(
    'step_not_available',
  )
  await take(people.streetUnit, id, 'dispute', { note: '属物业' })
  expect(await told(id, 'dispute')).toEqual(expect.arrayContaining([people.subdistrict.postId, people.desk.postId]))
  expect(await refused(people.desk, id, 'rule', { handler: property, note: '由物业办理' })).toBe('step_not_available')
  const ruled = await take(people.subdistrict, id, 'rule', { handler: property, note: '由物业办理' })
  expect(ruled).toMatchObject({ status: 'dispatched', handlerName: '桂园物业' })
  expect(await refused(people.unit, id, 'giveBack', { reasonCode: 'notMyDuty', note: '不行' })).toBe('decision_binding')
  expect(await refused(people.unit, id, 'dispute', { note: '不服' })).toBe('decision_binding')
  await take(people.unit, id, 'takeOn')
  expect(await refused(people.unit, id, 'giveBack', { reasonCode: 'notMyDuty', note: '不行' })).toBe('decision_binding')
})

test('declined with a signpost counts as not ours, never as solved', async () => {
  const { id } = await submit(people.resident)
  expect(await refused(people.desk, id, 'decline', { reasonCode: 'becauseISaySo', note: '不收' })).toBe(
    'reason_not_listed',
  )
  const closed = await take(people.desk, id, 'decline', { reasonCode: 'notOurDuty', note: '请拨打市政热线' })
  expect(closed).toMatchObject({ status: 'closed', outcome: 'notOurs', confirmedBy: 'staff' })
  expect(closed.events[0].facts.signpost).toEqual(expect.any(String))
  app.wait(DAY) // texts wait for duty hours
  expect(await told(id, 'decline')).toEqual([people.resident.personId])
  expect(app.sms.sent.at(-1)).toMatchObject({ template: 'requestStep' })
})

test('a limited request is invisible to neighbours, on every way to it', async () => {
  const photo = (await sendPhoto(await people.resident.as())).json()
  const { id } = await submit(people.resident, {
    categoryCode: 'care.hardship',
    text: '家里困难',
    photoIds: [photo.id],
    kind: 'help',
  })
  const { id: open } = await submit(people.resident)
  const nearby = async (who: typeof people.neighbour) =>
    (await call(who, '/api/requests/nearby?solved=false')).json().rows.map((row: { id: string }) => row.id)
  expect(await nearby(people.neighbour)).toContain(open)
  expect(await nearby(people.neighbour)).not.toContain(id)
  for (const path of [`/api/requests/${id}`, `/api/photos/${photo.id}`]) {
    expect((await call(people.neighbour, path)).statusCode, path).toBe(404)
    expect((await call(people.desk, path)).statusCode, path).toBe(200)
  }
  expect((await call(people.neighbour, `/api/requests/${id}/joiners`, {})).statusCode).toBe(404)
  expect(await refused(people.neighbour, id, 'supplement', { note: '我也是' })).toBe('not_found')
  const { similar } = (await call(people.neighbour, '/api/requests/proposals', {
    kind: 'help', text: '家里困难', location: { placeId: world.made.buildings[0]?.id },
  })).json() // prettier-ignore
  expect(similar.map((one: { id: string }) => one.id)).not.toContain(id)
})

test('urged: once an hour, and the third time the supervisor hears of it', async () => {
  const id = await inWork()
  await take(people.resident, id, 'urge')
  expect(await refused(people.resident, id, 'urge')).toBe('urge_too_soon')
  const { allowedActions } = await view(people.resident, id)
  const blocked = allowedActions.find(({ action }: { action: string }) => action === 'urge')
  expect(blocked).toMatchObject({ blocked: 'urge_too_soon', until: new Date(app.now().getTime() + HOUR).toISOString() })
  app.wait(61 * MINUTE)
  await take(people.resident, id, 'urge')
  expect(await told(id, 'urge')).not.toContain(people.subdistrict.postId)
  app.wait(61 * MINUTE)
  expect((await take(people.resident, id, 'urge')).urgeCount).toBe(3)
  expect(await told(id, 'urge')).toContain(people.subdistrict.postId)
})

test('others join, and each rates for themself once a round', async () => {
  const { id } = await submit(people.resident)
  const joined = (await call(people.neighbour, `/api/requests/${id}/joiners`, { note: '我家门口也是' })).json()
  expect(joined).toMatchObject({ joined: true, joinerCount: 1 })
  expect((await call(people.neighbour, `/api/requests/${id}/joiners`, {})).json().code).toBe('already_joined')
  expect((await call(people.resident, `/api/requests/${id}/joiners`, {})).json().code).toBe('join_own')
  await take(people.desk, id, 'dispatch', { handler: property })
  await take(people.unit, id, 'takeOn')
  await take(people.unit, id, 'finish', finished)
  expect(await told(id, 'finish')).toEqual(
    expect.arrayContaining([people.resident.personId, people.neighbour.personId]),
  )
  expect(await refused(people.neighbour, id, 'confirm')).toBe('not_permitted')
  await take(people.neighbour, id, 'rate', { solved: true, satisfied: true, stars: 4 })
  expect(await refused(people.neighbour, id, 'rate', { solved: false })).toBe('already_rated')
  expect(await refused(people.resident, id, 'rate', { solved: true })).toBe('not_permitted')
  expect((await view(people.resident, id)).status).toBe('finished')
})

test('a week of silence closes it, counted as silence; within thirty days it can be reopened, not later', async () => {
  const id = await inWork()
  await take(people.unit, id, 'finish', finished)
  await world.inTenant(async (tx) => {
    for (const one of requestRecurring(app.services)) await one.schedule(tx, app.now())
  })
  const later = async () => {
    await world.drain()
    return view(people.resident, id)
  }
  app.wait(7 * DAY - MINUTE)
  expect((await later()).status).toBe('finished')
  app.wait(MINUTE)
  expect(await later()).toMatchObject({ status: 'closed', outcome: 'solved', confirmedBy: 'silence', ratings: [] })
  expect(await verbs(id)).toContain('closeSilently')

  app.wait(29 * DAY)
  const again = await take(people.resident, id, 'reopen', { note: '又积水了' })
  expect(again).toMatchObject({ status: 'dispatched', round: 2, outcome: null, closedAt: null, confirmedBy: null })
  await take(people.unit, id, 'takeOn')
  await take(people.unit, id, 'finish', finished)
  await take(people.resident, id, 'confirm')
  app.wait(31 * DAY)
  expect(await refused(people.resident, id, 'reopen', { note: '又' })).toBe('reopen_too_late')
  expect((await take(people.desk, id, 'reopen', { note: '复核发现未修' })).round).toBe(3)
})

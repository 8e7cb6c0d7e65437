/** Plans through HTTP, with the real solver in its process: wished, solved, changed by hand, applied, stopped, explained. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { PlanView } from '#contracts/planner.ts'
import { makePerson, makeTenant, signIn, type Client } from '#modules/accounts/make.ts'
import { makeMember } from '#modules/members/make.ts'
import { makeDistrict, makePlace, type MadePlace } from '#modules/places/make.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { ok, refusal } from '#server/test/two-districts.ts'
import { makeHomes, makeRows } from './make.ts'

// The solver has its time; a machine with other work on it takes a while longer.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
afterAll(() => app.close())

let desk: Client
let operator: Client
let compound: MadePlace
let buildings: MadePlace[]
let tenantId: number
let homes: MadePlace[]
const members: { personId: string; client: Client; home: MadePlace }[] = []

beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl)
  const made = await app.db.withTenant(tenantId, (tx) => makeDistrict(tx))
  ;({ compound, buildings, homes } = await app.db.withTenant(tenantId, async (tx) => {
    const place = await makePlace(tx, { level: 'compound', name: '梧桐苑', parent: made.community, number: 9 })
    const grid = await makePlace(tx, { level: 'grid', name: '第 1 网格', parent: place, gridLevel: 2 })
    const rows = await makeRows(tx, {
      parent: grid,
      columns: 6,
      rows: 3,
      households: (number) => 30 + (number % 5) * 10,
    })
    const entered: MadePlace[] = []
    for (const building of rows.slice(0, 4)) entered.push(...(await makeHomes(tx, building, 10)))
    return { compound: place, buildings: rows, homes: entered }
  }))
  const staff = await makePerson(app, tenantId, { posts: [{ kind: 'communityStaff', placeId: made.community.id }] })
  desk = await signIn(app, tenantId, staff.personId)
  const admin = await makePerson(app, tenantId, { posts: [{ kind: 'operator', placeId: made.district.id }] })
  operator = await signIn(app, tenantId, admin.personId)
  for (const home of homes.filter((_, at) => at % 8 === 0)) {
    const { personId } = await makePerson(app, tenantId, { homePlaceId: home.id, name: '周正' })
    await app.db.withTenant(tenantId, (tx) => makeMember(tx, { personId }))
    members.push({ personId, home, client: await signIn(app, tenantId, personId) })
  }
})

/** Until the solver has answered. */
async function solved(id: string, by = desk): Promise<PlanView> {
  for (let round = 0; round < 240; round++) {
    await app.dispatcher.drain(tenantId)
    const plan: PlanView = await ok(by.inject('GET', `/api/plans/${id}`))
    if (plan.status !== 'waiting' && plan.status !== 'solving') return plan
    await new Promise((resolve) => setTimeout(resolve, 250))
    app.wait(250) // the queue looks by the application’s clock
  }
  throw new Error('not solved in a minute')
}
const wish = async (wanted: object, placeId = compound.id) => {
  const { id } = await ok(desk.inject('POST', '/api/plans', { placeId, wanted }))
  return solved(id)
}
const weigh = { even: 2, near: 1, stay: 1 }

test('a compound is cut into even, whole grids, changed by hand, and redrawn', async () => {
  const start = await ok(desk.inject('GET', `/api/plans/start?placeId=${compound.id}`))
  expect(start).toMatchObject({ buildings: 18, gridsToday: 1, homes: 40, members: 5 })
  const plan = await wish({ grids: { level: 2, count: 3, weigh } })
  expect(plan).toMatchObject({ status: 'solved', solver: { optimal: true, gap: 0, edited: false } })
  const { proposal, figures, today } = plan.grids ?? expect.fail('no proposal')
  expect(proposal.units.map(({ id }) => id).sort()).toEqual(buildings.map(({ id }) => id).sort())
  expect(figures.grids.map(({ pieces }) => pieces)).toEqual([1, 1, 1])
  expect(figures.spread).toBeLessThanOrEqual(20)
  expect(today.grids).toHaveLength(1)

  const [unit] = proposal.units
  const key = proposal.grids.find((grid) => grid.key !== unit?.grid)?.key
  const edited: PlanView = await ok(
    desk.inject('PATCH', `/api/plans/${plan.id}`, {
      seq: plan.seq,
      moves: [{ unitId: unit?.id, key }],
      names: [{ key, name: '东网格' }],
    }),
  )
  expect(edited).toMatchObject({ solver: { edited: true }, seq: plan.seq + 1 })
  expect(edited.grids?.proposal.units[0]?.grid).toBe(key)
  expect(await refusal(desk.inject('PATCH', `/api/plans/${plan.id}`, { seq: plan.seq, moves: [] }))).toEqual([
    409,
    'plan_moved_on',
  ])
  const nowhere = { seq: edited.seq, moves: [{ unitId: unit?.id, key: 'nowhere' }] }
  expect(await refusal(desk.inject('PATCH', `/api/plans/${plan.id}`, nowhere))).toEqual([422, 'plan_edit_wrong'])

  const past = { seq: edited.seq, effectiveOn: '2020-01-01', reason: '重新划分' }
  expect(await refusal(desk.inject('POST', `/api/plans/${plan.id}/apply`, past))).toEqual([422, 'plan_date_past'])
  const applied = await ok(desk.inject('POST', `/api/plans/${plan.id}/apply`, { seq: edited.seq, reason: '重新划分' }))
  expect(applied).toMatchObject({ status: 'applied', allowedActions: [] })
  const grids = await ok(desk.inject('GET', `/api/plans/start?placeId=${compound.id}`))
  expect(grids.gridsToday).toBe(3)
  const again = await wish({ grids: { level: 2, count: 3, weigh: { even: 0, near: 0, stay: 2 } } })
  // At most the building that was moved by hand comes back: cut off there, it made its grid lie in two pieces.
  expect(again.grids?.figures.movedUnits).toBeLessThanOrEqual(1)
})

test('what cannot be met says why and what would relax it', async () => {
  const small = await wish({ grids: { level: 2, count: 3, band: [400, 500], weigh } })
  expect(small.status).toBe('infeasible')
  expect(small.failure?.reasons).toEqual([
    { code: 'gridsTooSmall', facts: { households: 730, count: 3, mean: 243, from: 400 } },
  ])
  expect(small.failure?.relaxations.map(({ code }) => code)).toEqual(['band', 'noBand'])
  const many = await ok(
    desk.inject('POST', '/api/plans', { placeId: compound.id, wanted: { grids: { level: 2, count: 19, weigh } } }),
  )
  expect(many.failure).toMatchObject({
    reasons: [{ code: 'tooManyGrids' }],
    relaxations: [{ code: 'count', facts: { count: 18 } }],
  })

  const few = await wish({ pairings: { bounds: [4, 7], keep: true, partly: false, weigh } })
  expect(few.failure).toEqual({
    reasons: [{ code: 'tooFewMembers', facts: { members: 5, highest: 7, room: 35, homes: 40, left: 5 } }],
    relaxations: [
      {
        code: 'upperBound',
        facts: { highest: 8 },
        wanted: { pairings: { bounds: [4, 8], keep: true, partly: false, weigh } },
      },
      { code: 'addMembers', facts: { members: 1, homes: 5 } },
      {
        code: 'partly',
        facts: { unpaired: 5, below: 0 },
        wanted: { pairings: { bounds: [4, 7], keep: true, partly: true, weigh } },
      },
    ],
  })
  expect(few.pairings?.figures).toMatchObject({ unpaired: 5, above: 0 })
  expect(few.allowedActions).not.toContain('apply')
})

test('members are asked, accept or decline, and nobody is paired without having accepted', async () => {
  const plan = await wish({ pairings: { bounds: [4, 8], keep: true, partly: false, weigh } })
  expect(plan).toMatchObject({ status: 'solved', solver: { optimal: true } })
  const { proposal, figures } = plan.pairings ?? expect.fail('no proposal')
  expect(figures).toMatchObject({ homes: 40, paired: 40, loads: [0, 0, 0, 0, 0, 0, 0, 0, 5] })
  for (const { member, homePlaceId } of proposal.homes)
    expect(proposal.members[member ?? -1]?.homePlaceId).not.toBe(homePlaceId)
  await ok(desk.inject('POST', `/api/plans/${plan.id}/apply`, { seq: plan.seq, reason: '结对' }))

  const [first] = members
  if (!first) throw new Error('no member')
  const mine = async () => (await ok(first.client.inject('GET', '/api/pairings/mine'))).asMember
  const asked = await mine()
  expect(asked).toHaveLength(8)
  expect(asked[0]).toMatchObject({ status: 'proposed', homeName: null, allowedActions: ['accept', 'decline'] })
  const step = (id: string, action: string, by = first.client) =>
    by.inject('POST', `/api/pairings/${id}/steps`, { action })
  expect(await refusal(step(asked[0].id, 'accept', members[1]?.client))).toEqual([404, 'not_found'])
  expect(await refusal(step(asked[0].id, 'accept', desk))).toEqual([403, 'not_permitted'])
  const accepted = await ok(step(asked[0].id, 'accept'))
  expect(accepted).toMatchObject({
    status: 'accepted',
    homeName: expect.stringContaining('室'),
    allowedActions: ['end'],
  })
  expect(await refusal(step(asked[0].id, 'accept'))).toEqual([409, 'step_not_available'])
  await ok(step(asked[1].id, 'decline'))
  expect(await mine()).toHaveLength(7)
  expect((await ok(first.client.inject('GET', '/api/notices'))).rows[0]).toMatchObject({
    what: 'pairing.proposed',
    facts: { count: 8 },
  })

  const share = await ok(desk.inject('GET', `/api/pairings/share?placeId=${compound.id}`))
  expect(share).toMatchObject({ members: 5, paired: 1, proposed: 38, loads: [4, 1] })
  const list = await ok(desk.inject('GET', `/api/pairings?placeId=${compound.id}&status=declined`))
  expect(list.rows).toHaveLength(1)

  // Declined is not proposed again, and what was accepted stays.
  const next = await wish({
    pairings: { bounds: [0, 8], keep: false, partly: true, weigh: { even: 0, near: 2, stay: 0 } },
  })
  const pairs = next.pairings?.proposal ?? expect.fail('no proposal')
  const refusedHome = proposal.homes.find(({ name }) => name === list.rows[0].homeName)?.homePlaceId
  const again = pairs.homes.find(({ homePlaceId }) => homePlaceId === refusedHome)
  expect(pairs.members[again?.member ?? -1]?.personId).not.toBe(first.personId)
})

test('a household hears who accepted and may end it; what one may not see is not there', async () => {
  const { personId, client, home } = members[2] ?? expect.fail('no member')
  const target =
    homes.find(({ id }) => !members.some((one) => one.home.id === id) && id !== home.id) ?? expect.fail('no home')
  const resident = await makePerson(app, tenantId, { homePlaceId: target.id, name: '李红' })
  const household = await signIn(app, tenantId, resident.personId)
  const listed = (await ok(desk.inject('GET', `/api/pairings?placeId=${target.id}`))).rows
  for (const { id, allowedActions } of listed)
    if (allowedActions.includes('withdraw'))
      await ok(desk.inject('POST', `/api/pairings/${id}/steps`, { action: 'withdraw' }))
    else if (allowedActions.includes('end'))
      await ok(desk.inject('POST', `/api/pairings/${id}/steps`, { action: 'end' }))

  const own = { personId, homePlaceId: home.id }
  expect(await refusal(desk.inject('POST', '/api/pairings', own))).toEqual([422, 'pairing_own_home'])
  const declined = (await ok(desk.inject('GET', `/api/pairings?placeId=${compound.id}&status=declined`))).rows
  expect(declined.length).toBeGreaterThan(0)
  const asked = await ok(desk.inject('POST', '/api/pairings', { personId, homePlaceId: target.id }))
  expect(await refusal(desk.inject('POST', '/api/pairings', { personId, homePlaceId: target.id }))).toEqual([
    409,
    'home_already_paired',
  ])
  expect((await ok(household.inject('GET', '/api/pairings/mine'))).myHousehold).toEqual([])
  await ok(client.inject('POST', `/api/pairings/${asked.id}/steps`, { action: 'accept' }))
  const [told] = (await ok(household.inject('GET', '/api/pairings/mine'))).myHousehold
  expect(told).toMatchObject({ memberName: '周＊', allowedActions: ['end'] })
  await ok(household.inject('POST', `/api/pairings/${asked.id}/steps`, { action: 'end' }))
  expect(await refusal(desk.inject('POST', '/api/pairings', { personId, homePlaceId: target.id }))).toEqual([
    409,
    'pairing_refused_before',
  ])
  expect((await ok(client.inject('GET', '/api/notices'))).rows[0]).toMatchObject({
    what: 'pairing.ended',
    facts: { by: 'household' },
  })

  const [pairing] = (await ok(desk.inject('GET', '/api/plans'))).rows.filter(
    ({ kind }: PlanView) => kind === 'pairings',
  )
  expect(await refusal(operator.inject('GET', `/api/plans/${pairing.id}`))).toEqual([404, 'not_found'])
  const wanted = { pairings: { bounds: [4, 8], keep: true, partly: false, weigh } }
  expect(await refusal(operator.inject('POST', '/api/plans', { placeId: compound.id, wanted }))).toEqual([
    403,
    'plan_not_permitted',
  ])
  expect(await refusal(client.inject('GET', '/api/plans'))).toEqual([403, 'right_required'])
})

test('dropping stops the solver, and the next plan takes its turn', async () => {
  const body = { placeId: compound.id, wanted: { grids: { level: 2, count: 6, weigh: { even: 2, near: 2, stay: 0 } } } }
  const { id } = await ok(desk.inject('POST', '/api/plans', body))
  await app.dispatcher.drain(tenantId)
  expect(await ok(desk.inject('POST', `/api/plans/${id}/drop`))).toMatchObject({ status: 'dropped' })
  expect(await refusal(desk.inject('POST', `/api/plans/${id}/drop`))).toEqual([409, 'step_not_available'])
  const next = await wish({ grids: { level: 2, count: 2, weigh } })
  expect(next.status).toBe('solved')
  expect(await ok(desk.inject('GET', `/api/plans/${id}`))).toMatchObject({ status: 'dropped' })
})

/** Finding each other and reporting in, through HTTP, as stories: one side says, the other confirms; taking back leaves nothing. */
import { afterAll, expect, test } from 'vitest'
import { MEMBERSHIP_NOTICE } from '#contracts/members.ts'
import type { Client } from '#modules/accounts/make.ts'
import { makeOrganisation } from '#modules/people/make.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts, TODAY } from '#server/test/two-districts.ts'
import { memberRoutes, membersBelow, membersByOrganisation } from './index.ts'
import { makeMember } from './make.ts'

const { app, here, enter, inTenant, logOf } = await startTwoDistricts(await useDatabase(), { also: memberRoutes })
afterAll(() => app.close())
const { made } = here
const keeper = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id, title: '社区受理岗' }] })
const branchId = await inTenant((tx) =>
  makeOrganisation(tx, { kind: 'partyOrganisation', name: '桂园小区党支部', placeId: made.compound.id }),
)
const secretary = await enter({
  name: '钱多多',
  posts: [{ kind: 'branchSecretary', placeId: made.compound.id, title: '支部书记', organisationId: branchId }],
})

const claim = {
  stage: 'formal',
  inService: true,
  elsewhere: '区水务局机关党支部',
  agreed: true,
  noticeVersion: MEMBERSHIP_NOTICE,
}
const card = {
  unitName: '区水务局',
  skills: ['electrics'],
  freeTimes: ['saturday', 'sunday'],
  wants: [],
  words: '',
  tellsUnit: false,
}
const mine = (client: Client) => ok(client.inject('GET', '/api/members/mine'))
const noticesOf = async (client: Client): Promise<string[]> =>
  (await ok(client.inject('GET', '/api/notices'))).rows.map(({ what }: { what: string }) => what)
const resident = (home = 0, name?: string) => enter({ homePlaceId: made.homes[home]?.id, ...(name && { name }) })

test('a member finds the organisation: by the home, with whom to ask, and is confirmed there', async () => {
  const { client, personId } = await resident(0, '赵晓梅')
  const before = await mine(client)
  expect(before).toMatchObject({ hasHome: true, member: null, placeName: '桂园小区 1 栋' })
  expect(before.organisations).toMatchObject([{ id: branchId, ask: [{ title: '支部书记', name: '钱＊＊' }] }])

  expect(await refusal(client.inject('POST', '/api/members/mine', { ...claim, agreed: false }))).toEqual([
    400,
    'malformed',
  ])
  expect(await refusal(client.inject('POST', '/api/members/mine', { ...claim, noticeVersion: 99 }))).toEqual([
    409,
    'notice_changed',
  ])
  expect(await refusal(client.inject('POST', '/api/members/mine', { ...claim, organisationId: branchId }))).toEqual([
    422,
    'relation_one_of_two',
  ])
  await ok(client.inject('POST', '/api/members/mine', claim))
  expect(await refusal(client.inject('POST', '/api/members/mine', claim))).toEqual([409, 'already_member'])
  expect((await mine(client)).member.state).toBe('waitsForOrganisation')
  // Nearest held post first: the secretary of the compound, and not the community above
  expect(await noticesOf(secretary.client)).toContain('members.claimed')
  expect(await noticesOf(keeper.client)).not.toContain('members.claimed')

  const waiting = await ok(keeper.client.inject('GET', `/api/members?filter=waiting&placeId=${made.compound.id}`))
  expect(waiting.rows).toMatchObject([
    { id: personId, name: '赵＊＊', state: 'waitsForOrganisation', buildingName: '桂园小区 1 栋' },
  ])
  const step = (body: object) => secretary.client.inject('POST', `/api/members/${personId}/steps`, body)
  expect(await refusal(step({ action: 'leave', words: '迁走' }))).toEqual([409, 'step_not_available'])
  expect(await refusal(step({ action: 'return' }))).toEqual([422, 'field_required'])
  const confirmed = await ok(step({ action: 'confirm' }))
  expect(confirmed).toMatchObject({ state: 'confirmed', confirmedOn: TODAY, allowedActions: ['change', 'leave'] })
  expect(await noticesOf(client)).toContain('members.confirm')
  expect((await logOf('member.confirm'))[0]).toEqual({
    capacity: '桂园小区党支部 支部书记',
    subject: '桂园小区 1 栋',
    personId,
  })
})

test('a claim is returned with a reason and may be made again', async () => {
  const { client, personId } = await resident(1)
  await ok(client.inject('POST', '/api/members/mine', claim))
  await ok(
    secretary.client.inject('POST', `/api/members/${personId}/steps`, { action: 'return', words: '请写清支部全名' }),
  )
  expect((await mine(client)).member).toMatchObject({ state: 'returned', answer: '请写清支部全名' })
  await ok(client.inject('POST', '/api/members/mine', { ...claim, elsewhere: '区水务局机关第一党支部' }))
  expect((await mine(client)).member).toMatchObject({ state: 'waitsForOrganisation', answer: null })
  await ok(client.inject('POST', '/api/members/mine/steps', { action: 'withdraw' }))
})

test('the organisation finds a member: signed on paper at once, or asked on the phone', async () => {
  const asked = await resident(2, '周明')
  const phone = '16012340001'
  const entry = {
    name: '吴桂兰',
    phone,
    homePlaceId: made.homes[3]?.id,
    stage: 'formal',
    organisationId: branchId,
    inService: false,
  }
  const paper = await ok(keeper.client.inject('POST', '/api/members', { ...entry, agreed: 'paper' }))
  expect(paper).toMatchObject({
    state: 'confirmed',
    name: '吴＊＊',
    phoneMasked: '160****0001',
    organisation: { id: branchId },
  })
  expect(await refusal(keeper.client.inject('POST', '/api/members', { ...entry, agreed: 'paper' }))).toEqual([
    409,
    'already_member',
  ])
  expect(
    await refusal(keeper.client.inject('POST', '/api/members', { ...entry, name: '别人', agreed: 'paper' })),
  ).toEqual([409, 'phone_taken'])
  const outside = { ...entry, phone: '16012340002', organisationId: undefined, homePlaceId: undefined, agreed: 'paper' }
  expect(await refusal(keeper.client.inject('POST', '/api/members', outside))).toEqual([403, 'not_permitted'])
  expect(
    await refusal(keeper.client.inject('POST', '/api/members', { ...outside, homePlaceId: made.buildings[0]?.id })),
  ).toEqual([422, 'place_not_a_home'])

  await inTenant((tx) => makeMember(tx, { personId: asked.personId, organisationId: branchId, confirmedOn: null }))
  expect((await mine(asked.client)).member).toMatchObject({
    state: 'waitsForMember',
    allowedActions: ['agree', 'withdraw'],
  })
  // Nobody agrees for them; only a signed paper counts
  const steps = `/api/members/${asked.personId}/steps`
  expect(await refusal(keeper.client.inject('POST', steps, { action: 'confirm' }))).toEqual([409, 'step_not_available'])
  expect(await refusal(asked.client.inject('POST', '/api/members/mine/steps', { action: 'agree' }))).toEqual([
    409,
    'notice_changed',
  ])
  await ok(
    asked.client.inject('POST', '/api/members/mine/steps', { action: 'agree', noticeVersion: MEMBERSHIP_NOTICE }),
  )
  expect((await mine(asked.client)).member.state).toBe('confirmed')
})

test('taking it back leaves no entry, card, plate or question, and counts follow in the same call', async () => {
  const { client, personId } = await resident(4)
  const neighbour = await resident(5)
  await inTenant((tx) => makeMember(tx, { personId, organisationId: branchId }))
  await ok(client.inject('POST', '/api/members/mine/card', card))
  const { code } = await ok(client.inject('POST', '/api/plates/mine', { words: '有事喊一声', canHelp: ['repairs'] }))
  await ok(neighbour.client.inject('POST', `/api/plates/${code}/questions`, { words: '水管漏水怎么办？' }))
  const counted = () => inTenant((tx) => membersBelow(tx, made.compound.id, TODAY))
  const before = await counted()
  await ok(client.inject('POST', '/api/members/mine/steps', { action: 'withdraw' }))
  expect(await mine(client)).toMatchObject({ member: null, card: null, plate: null })
  expect((await counted()).formal).toBe(before.formal - 1)
  expect(await refusal(neighbour.client.inject('GET', `/api/plates/${code}`))).toEqual([404, 'not_found'])
  for (const table of ['member', 'report_card', 'plate'] as const) expect(await left(table, personId)).toBe(0)
  const [consent] = await inTenant((tx) =>
    tx.many<{ open: number }>({
      text: `SELECT count(*) AS open FROM consent WHERE tenant_id = $1 AND person_id = $2 AND withdrawn_at IS NULL`,
      values: [tx.tenantId, personId],
    }),
  )
  expect(consent?.open).toBe(0)
})

const left = async (table: 'member' | 'report_card' | 'plate', personId: string) => {
  const [row] = await inTenant((tx) =>
    tx.many<{ n: number }>({
      text: `SELECT count(*) AS n FROM ${table} WHERE tenant_id = $1 AND person_id = $2`,
      values: [tx.tenantId, personId],
    }),
  )
  return row?.n
}

test('reporting in moves no organisational relation: what S-R1 counts stays the same', async () => {
  const { client, personId } = await resident(6)
  await inTenant((tx) => makeMember(tx, { personId, elsewhere: '市三中党支部', inService: true }))
  const counts = () =>
    inTenant(async (tx) => ({
      below: await membersBelow(tx, made.compound.id, TODAY),
      by: await membersByOrganisation(tx, made.district.path, TODAY),
    }))
  const before = await counts()
  const sent = await ok(client.inject('POST', '/api/members/mine/card', card))
  expect(sent.status).toBe('sent')
  const answer = (body: object) => keeper.client.inject('POST', `/api/members/${personId}/card`, body)
  expect(await refusal(answer({ action: 'return' }))).toEqual([422, 'field_required'])
  expect((await ok(answer({ action: 'accept' }))).card.status).toBe('accepted')
  expect(await counts()).toEqual(before)
  expect(await noticesOf(client)).toContain('members.card.accept')

  // A new card takes the place of the old one
  await ok(client.inject('POST', '/api/members/mine/card', { ...card, skills: ['law'], tellsUnit: true }))
  expect(await refusal(client.inject('POST', '/api/members/mine/card', { ...card, skills: ['magic'] }))).toEqual([
    422,
    'choice_not_listed',
  ])
  await ok(answer({ action: 'accept' }))
  const cell = await ok(
    keeper.client.inject('GET', `/api/members/willingness?placeId=${made.compound.id}&skill=law&freeTime=saturday`),
  )
  expect(cell.cells).toContainEqual({ skill: 'law', freeTime: 'sunday', count: 1 })
  expect(cell.people).toMatchObject([{ id: personId, name: '王＊＊', buildingName: '桂园小区 2 栋' }])
  const sheet = await ok(keeper.client.inject('POST', `/api/members/${personId}/feedback`, { year: 2026, quarter: 4 }))
  expect(sheet).toMatchObject({
    name: '王晓燕',
    unitName: '区水务局',
    communityName: '桂园社区',
    reportedOn: TODAY,
    acceptedOn: TODAY,
    posts: [],
  })
  const own = await ok(client.inject('GET', '/api/members/mine/feedback?year=2026&quarter=4'))
  expect(own).toEqual(sheet)
  await ok(client.inject('DELETE', '/api/members/mine/card'))
  expect(await refusal(client.inject('DELETE', '/api/members/mine/card'))).toEqual([409, 'step_not_available'])
  expect(
    await refusal(keeper.client.inject('POST', `/api/members/${personId}/feedback`, { year: 2026, quarter: 4 })),
  ).toEqual([409, 'unit_not_told'])
})

test('a card needs an entry, and is accepted only of a confirmed member', async () => {
  const stranger = await resident(7)
  expect(await refusal(stranger.client.inject('POST', '/api/members/mine/card', card))).toEqual([409, 'not_a_member'])
  await ok(stranger.client.inject('POST', '/api/members/mine', claim))
  await ok(stranger.client.inject('POST', '/api/members/mine/card', card))
  const answer = () => keeper.client.inject('POST', `/api/members/${stranger.personId}/card`, { action: 'accept' })
  expect(await refusal(answer())).toEqual([409, 'member_not_confirmed'])
  await ok(keeper.client.inject('POST', `/api/members/${stranger.personId}/steps`, { action: 'confirm' }))
  await ok(answer())
})

test('opening a name takes a reason, is in the log, and the member reads it', async () => {
  const { client, personId } = await resident(8, '孙立')
  await inTenant((tx) => makeMember(tx, { personId }))
  const reveal = () => keeper.client.inject('POST', `/api/members/${personId}/reveals`, { reason: '约周六值班' })
  expect(await ok(reveal())).toMatchObject({ name: '孙立' })
  expect(await ok(client.inject('GET', '/api/me/reveals'))).toMatchObject([
    { field: 'phone', capacity: '社区受理岗', reason: '约周六值班' },
  ])
})

test('who opens much in a short time is told to the auditors, and stops at the limit of the day', async () => {
  const { personId } = await resident(9, '孙立')
  await inTenant((tx) => makeMember(tx, { personId }))
  const busy = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id, title: '社区受理岗' }] })
  const open = () => busy.client.inject('POST', `/api/members/${personId}/reveals`, { reason: '约周六值班' })
  const alarms = () =>
    inTenant((tx) =>
      tx.many({
        text: `SELECT subject FROM audit_entry WHERE tenant_id = $1 AND what = 'revealAlarm' AND actor_person_id = $2`,
        values: [tx.tenantId, busy.personId],
      }),
    )
  for (let time = 1; time < 30; time++) await ok(open())
  expect(await alarms()).toEqual([])
  for (let time = 30; time <= 50; time++) await ok(open())
  expect(await alarms()).toHaveLength(1)
  expect(await refusal(open())).toEqual([429, 'reveal_limit'])
})

test('both counts, by building and grid, and what each filter asks', async () => {
  const compound = here.made.compound.id
  const [gridOne, gridTwo] = made.grids
  const branchInTwo = await inTenant((tx) =>
    makeOrganisation(tx, { kind: 'partyOrganisation', name: '第 2 网格党支部', placeId: gridTwo?.id ?? '' }),
  )
  const inTwo = await enter({ homePlaceId: first(made.homes).id, name: '郑二' })
  const nowhere = await enter({ name: '冯三' })
  await inTenant(async (tx) => {
    // The test district draws its buildings below grids and names them; production names both.
    await tx.run({
      text: `UPDATE place SET grid_id = $2 WHERE tenant_id = $1 AND level = 'building' AND parent_id = $2`,
      values: [tx.tenantId, gridOne?.id],
    })
    await makeMember(tx, { personId: inTwo.personId, organisationId: branchInTwo })
    await makeMember(tx, { personId: nowhere.personId, organisationId: branchId, stage: 'probationary' })
  })
  const idsOf = async (filter: string): Promise<string[]> =>
    (await ok(keeper.client.inject('GET', `/api/members?placeId=${compound}&filter=${filter}`))).rows.map(
      ({ id }: { id: string }) => id,
    )
  expect(await idsOf('gridTrouble')).toEqual(expect.arrayContaining([inTwo.personId, nowhere.personId]))
  expect(await idsOf('livesElsewhere')).toEqual([nowhere.personId])
  expect(await idsOf('relationElsewhere')).not.toContain(inTwo.personId)
  expect(await idsOf('noBranch')).not.toContain(nowhere.personId)
  const counts = await ok(keeper.client.inject('GET', `/api/members/counts?placeId=${compound}`))
  expect(counts.related).toMatchObject({ probationary: 1 })
  expect(counts.resident.formal).toBeGreaterThan(0)
  expect(counts.byBuilding.map(({ placeName }: { placeName: string }) => placeName)).toContain('桂园小区 1 栋')
})

test('a list turns page by page without gap or repeat', async () => {
  const ids: string[] = []
  for (let n = 0; n < 60; n++) {
    const { personId } = await enter({ homePlaceId: made.homes[n % 8]?.id })
    await inTenant((tx) => makeMember(tx, { personId, organisationId: branchId }))
  }
  for (let after = ''; ;) {
    const page = await ok(keeper.client.inject('GET', `/api/members?placeId=${made.community.id}${after}`))
    ids.push(...page.rows.map(({ id }: { id: string }) => id))
    if (!page.next) break
    after = `&after=${page.next}`
  }
  expect(ids.length).toBeGreaterThan(60)
  expect(new Set(ids).size).toBe(ids.length)
})

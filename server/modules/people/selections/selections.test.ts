/** Choosing leaders, through HTTP, from opening to the posts: the four channels, consent, vetting with reasons, the result. */
import { afterAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts, TODAY } from '#server/test/two-districts.ts'
import { addOrganisation, addPost, appointTo } from '../index.ts'

const { app, here, other, enter, inTenant, logOf, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made } = here
const staff = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id, title: '受理岗' }] })
const homeId = first(made.homes).id
const STEPS = ['资格审查', '街道联审']

type Person = Awaited<ReturnType<typeof enter>>
const call = (who: Person, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) =>
  who.client.inject(method, `/api/selections${path}`, body)

/** An owners' committee with a chair of before and three seats, and a selection open for both. */
async function open(more: object = {}) {
  const { organisationId, chair, seats, before } = await inTenant(async (tx) => {
    const organisation = await addOrganisation(
      tx,
      { kind: 'ownersCommittee', name: `业委会 ${newId().slice(-4)}`, placeId: made.compound.id },
      now(),
    )
    const over = { organisationId: organisation, placeId: made.compound.id }
    const chairId = await addPost(tx, { ...over, kind: 'committeeChair', title: '主任' }, now())
    const seatsId = await addPost(tx, { ...over, kind: 'committeeMember', title: '委员', seats: 3 }, now())
    const old = await enter({ name: '老主任' })
    await appointTo(tx, { postId: chairId, personId: old.personId, fromOn: '2023-01-01' }, now())
    return { organisationId: organisation, chair: chairId, seats: seatsId, before: old }
  })
  const body = {
    title: '业委会换届', organisationId, vettingSteps: STEPS, fromOn: TODAY, nominateUntil: '2026-11-30', termUntil: '2031-11-30',
    seats: [{ postId: chair, seats: 1 }, { postId: seats, seats: 2 }], ...more,
  } // prettier-ignore
  return { body, organisationId, chair, seats, before }
}

test('from the four channels through vetting into the posts', async () => {
  const { body, chair, seats, before } = await open()
  const { id } = await ok(call(staff, 'POST', '', body))
  const [self, recommended, unwilling, refused, late] = [
    await enter({ name: '自荐人', homePlaceId: homeId }), await enter({ name: '群众荐' }), await enter({ name: '不愿意' }), await enter({ name: '没过关' }), await enter({ name: '社区荐' }),
  ] // prettier-ignore

  // a resident sees what stands open around their home, without its candidates, and puts themself forward
  const [seen] = await ok(call(self, 'GET', ''))
  expect(seen).toMatchObject({ id, status: 'nominating', allowedActions: ['stand'], mine: null, candidates: [] })
  expect((await ok(call(self, 'POST', `/${id}/candidacy`, { statement: '愿意出力' }))).mine).toMatchObject({
    state: 'standing',
    channel: 'self',
  })
  expect(await refusal(call(self, 'POST', `/${id}/candidacy`, { statement: '' }))).toEqual([409, 'candidate_already'])
  expect(await refusal(call(recommended, 'POST', `/${id}/candidacy`, { statement: '' }))).toEqual([404, 'not_found'])

  const put = (who: Person, channel: string, supporters = 0) =>
    call(staff, 'POST', `/${id}/candidates`, { personId: who.personId, channel, statement: '', supporters })
  await ok(put(recommended, 'residents', 23))
  await ok(put(unwilling, 'openAssessment'))
  await ok(put(refused, 'community'))
  await ok(put(late, 'community'))
  expect(await refusal(put(refused, 'residents'))).toEqual([409, 'candidate_already'])
  expect(
    await refusal(
      call(staff, 'POST', `/${id}/candidates`, {
        personId: newId(),
        channel: 'community',
        statement: '',
        supporters: 0,
      }),
    ),
  ).toEqual([422, 'person_not_found'])
  const [asked] = (await ok(recommended.client.inject('GET', '/api/notices'))).rows
  expect(asked).toMatchObject({ what: 'selection.nominated', facts: { title: '业委会换届' } })
  for (const who of [recommended, refused])
    expect((await ok(call(who, 'PATCH', `/${id}/candidacy`, { answer: 'agree' }))).mine.state).toBe('standing')
  expect((await ok(call(unwilling, 'PATCH', `/${id}/candidacy`, { answer: 'withdraw' }))).mine.state).toBe('withdrawn')
  expect(await refusal(call(unwilling, 'PATCH', `/${id}/candidacy`, { answer: 'agree' }))).toEqual([404, 'not_found'])

  const move = (action: string) => call(staff, 'POST', `/${id}/steps`, { action, note: '' })
  expect(await refusal(move('beginDeciding'))).toEqual([409, 'step_not_available'])
  const vetting = await ok(move('beginVetting'))
  expect(await refusal(put(await enter(), 'community'))).toEqual([409, 'step_not_available'])
  const idOf = (who: Person) =>
    vetting.candidates.find(({ personId }: { personId: string }) => personId === who.personId).id
  const vet = (who: Person, step: string, passed = true, reason = '材料齐全') =>
    call(staff, 'POST', `/${id}/candidates/${idOf(who)}/vetting`, { step, passed, reason })
  expect(await refusal(vet(self, '街道联审'))).toEqual(
    [422, 'vetting_step_taken'].map((_, at) => [409, 'vetting_step_taken'][at]),
  )
  for (const who of [self, recommended]) for (const step of STEPS) await ok(vet(who, step))
  expect(await refusal(vet(self, '资格审查'))).toEqual([409, 'candidate_not_ready'])
  expect(await refusal(vet(unwilling, '资格审查'))).toEqual([409, 'candidate_not_ready'])
  expect(await refusal(vet(late, '资格审查'))).toEqual([409, 'candidate_not_ready']) // never agreed
  await ok(vet(refused, '资格审查', false, '欠缴维修资金，未满一年'))
  expect(await refusal(vet(refused, '街道联审'))).toEqual([409, 'candidate_not_ready'])

  // whoever is refused reads why; nobody else of the residents does
  const theirs = (await ok(call(refused, 'GET', `/${id}`))).mine
  expect(theirs).toMatchObject({
    state: 'refused',
    steps: [{ step: '资格审查', passed: false, reason: '欠缴维修资金，未满一年', by: '受理岗' }],
  })
  expect(JSON.stringify(await ok(call(self, 'GET', `/${id}`)))).not.toContain('欠缴')
  expect((await ok(refused.client.inject('GET', '/api/notices'))).rows[0]).toMatchObject({ what: 'selection.refused' })

  const deciding = await ok(move('beginDeciding'))
  expect(deciding.candidates.map(({ state }: { state: string }) => state)).toEqual([
    'passed',
    'passed',
    'withdrawn',
    'refused',
    'asked',
  ])
  const elect = (elected: object[], who = staff) =>
    call(who, 'POST', `/${id}/result`, { elected, fromOn: '2026-12-01', note: '会议 11 月 28 日' })
  expect(await refusal(elect([{ candidateId: idOf(refused), postId: chair }]))).toEqual([409, 'candidate_not_ready'])
  expect(await refusal(elect([{ candidateId: idOf(self), postId: newId() }]))).toEqual([422, 'selection_seats_wrong'])
  expect(
    await refusal(
      elect([
        { candidateId: idOf(self), postId: chair },
        { candidateId: idOf(recommended), postId: chair },
      ]),
    ),
  ).toEqual([422, 'selection_seats_wrong'])
  const closed = await ok(
    elect([
      { candidateId: idOf(self), postId: chair },
      { candidateId: idOf(recommended), postId: seats },
    ]),
  )
  expect(closed).toMatchObject({ status: 'closed', resultNote: '会议 11 月 28 日', allowedActions: [] })
  expect(closed.candidates.map(({ electedTo }: { electedTo: string | null }) => electedTo)).toEqual([
    '主任',
    '委员',
    null,
    null,
    null,
  ])

  const post = await ok(staff.client.inject('GET', `/api/posts/${chair}`))
  expect(post.holders).toMatchObject([{ personId: before.personId, toOn: '2026-11-30' }])
  expect(post.coming).toMatchObject([{ personId: self.personId, fromOn: '2026-12-01', toOn: '2031-11-30' }])
  expect((await logOf('vet')).length).toBe(5)
  expect((await logOf('decideSelection'))[0]).toMatchObject({ capacity: '受理岗', subject: '业委会换届' })
  expect(await refusal(move('cancel'))).toEqual([409, 'step_not_available'])
})

test('a selection is opened within reach, for posts of its organisation, with dates in order', async () => {
  const { body, chair } = await open()
  const asked = (more: object, who = staff) => refusal(call(who, 'POST', '', { ...body, ...more }))
  expect(await asked({ nominateUntil: '2026-11-01' })).toEqual([422, 'selection_dates_wrong'])
  expect(await asked({ termUntil: '2026-11-25' })).toEqual([422, 'selection_dates_wrong'])
  expect(await asked({ seats: [{ postId: chair, seats: 2 }] })).toEqual([422, 'selection_seats_wrong'])
  expect(await asked({ seats: [{ postId: here.canary.postId, seats: 1 }] })).toEqual([422, 'selection_seats_wrong'])
  expect(await asked({ organisationId: newId() })).toEqual([422, 'organisation_not_found'])
  const far = await enter({ posts: [{ kind: 'compoundSecretary', placeId: first(made.grids).id }] })
  expect(await asked({}, far)).toEqual([403, 'not_permitted'])

  const { id } = await ok(call(staff, 'POST', '', body))
  expect(await refusal(call(await enter(), 'GET', `/${id}`))).toEqual([404, 'not_found'])
  expect(await refusal(other.operator.inject('GET', `/api/selections/${id}`))).toEqual([404, 'not_found'])
  expect(await refusal(call(staff, 'POST', `/${id}/steps`, { action: 'beginVetting', note: '' }))).toEqual([
    409,
    'candidate_not_ready',
  ])
  await ok(call(staff, 'POST', `/${id}/candidacy`, { statement: '' })) // whoever runs it may stand, but not vet themself
  await ok(call(staff, 'POST', `/${id}/steps`, { action: 'beginVetting', note: '' }))
  const own = (await ok(call(staff, 'GET', `/${id}`))).candidates[0].id
  expect(
    await refusal(
      call(staff, 'POST', `/${id}/candidates/${own}/vetting`, { step: '资格审查', passed: true, reason: '好' }),
    ),
  ).toEqual([403, 'appoint_oneself'])
  expect((await ok(call(staff, 'POST', `/${id}/steps`, { action: 'cancel', note: '筹备组未成立' }))).status).toBe(
    'cancelled',
  )
  expect(await ok(call(await enter({ homePlaceId: homeId }), 'GET', ''))).toEqual([])
})

/** Stories of a household's file, through HTTP: opened, filled, read masked, opened with a reason, agreed to and taken back. */
import { afterAll, describe, expect, test } from 'vitest'
import { NOTICE_VERSIONS } from '#contracts/households.ts'
import { signIn } from '#modules/accounts/make.ts'
import { DAY, MINUTE } from '#platform/calendar/calendar.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { householdRecurring, householdsBelow } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
afterAll(() => app.close())

const homeAt = (at: number) => {
  const home = world.made.homes[at]
  if (!home) throw new Error('no such home')
  return home.id
}
type Method = 'GET' | 'POST' | 'PATCH'
const call = async (who: Somebody, method: Method, path: string, body?: object) =>
  (await who.as()).inject(method, path, body)
const ok = async (who: Somebody, method: Method, path: string, body?: object) => {
  const answer = await call(who, method, path, body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const code = async (who: Somebody, method: Method, path: string, body?: object) =>
  (await call(who, method, path, body)).json().code
const file = (at: number) => `/api/households/${homeAt(at)}`

/** A home with one who lives there and has signed in before, as found by their number. */
async function livedIn(at: number, name: string, phone: string) {
  const opened = await ok(world.people.desk, 'POST', `${file(at)}/people`, { name, phone, fromOn: '2020-05-01', contact: true }) // prettier-ignore
  const { personId } = opened.people[0]
  return { opened, personId }
}
/** In whose browser the person themself is. */
async function asPerson(personId: string): Promise<Somebody> {
  return { personId, postId: '', as: () => signIn(app, world.tenantId, personId) }
}

describe('a file', () => {
  test('is opened by the desk, and masks everybody', async () => {
    const { opened } = await livedIn(0, '柳青禾', '16012340001')
    expect(opened.people).toMatchObject([{ name: '柳＊＊', phone: '160****0001', fromOn: '2020-05-01' }])
    expect(opened.contactPersonId).toBe(opened.people[0].personId)
    const body = JSON.stringify(opened)
    expect(body).not.toContain('柳青禾')
    expect(body).not.toContain('16012340001')
    const changed = await ok(world.people.desk, 'PATCH', file(0), { holds: 'owner', occupants: 3, confirmed: true })
    expect(changed).toMatchObject({ holds: 'owner', occupants: 3, confirmedOn: '2026-11-18' })
    const [person] = await world.rows<{ home: string }>(
      'SELECT home_place_id AS home FROM person WHERE tenant_id = $1 AND id = $2',
      [opened.people[0].personId],
    )
    expect(person?.home).toBe(homeAt(0))
  })

  test('is counted, listed by building, and filtered', async () => {
    const list = await ok(world.people.desk, 'GET', `/api/households?placeId=${world.made.compound.id}`)
    expect(list.counts).toMatchObject({ homes: 16, households: 1, people: 1, noContact: 0, unconfirmed: 0 })
    expect(list.rows[0]).toMatchObject({ buildingName: '桂园小区 1 栋', door: '1 单元 101 室', contactName: '柳＊＊' })
    const empty = await ok(world.people.desk, 'GET', `/api/households?only=noHousehold`)
    expect(empty.rows).toHaveLength(15)
    expect(await ok(world.people.desk, 'GET', `/api/households?only=noContact`)).toMatchObject({ rows: [] })
    const counts = await world.inTenant((tx) => householdsBelow(tx, world.made.compound.id))
    expect(counts).toEqual({ homes: 16, households: 1, people: 1, withContact: 1 })
  })

  test('shows the secretary the building only, and nobody of the next area anything', async () => {
    const list = await ok(world.people.secretary, 'GET', `/api/households`)
    expect(list.rows.every(({ door }: { door: string | null }) => door === null)).toBe(true)
    expect((await ok(world.people.secretary, 'GET', file(0))).placeName).toBe('桂园小区 1 栋')
    const elsewhere = await world.person({ kind: 'communityStaff', placeId: world.sibling.community.id })
    expect((await ok(elsewhere, 'GET', `/api/households?placeId=${world.made.compound.id}`)).rows).toEqual([])
    expect(await code(elsewhere, 'GET', file(0))).toBe('not_found')
    expect(await code(world.people.resident, 'GET', file(0))).toBe('right_required')
    expect(await code(world.people.secretary, 'PATCH', file(0), { occupants: 2 })).toBe('right_required')
  })

  test('lets people move: they live in one home at a time, and the old contact goes', async () => {
    const { personId } = await livedIn(2, '卫南烛', '16012340002')
    const moved = await ok(world.people.desk, 'POST', `${file(3)}/people`, { name: '卫南烛', phone: '16012340002', fromOn: '2026-11-01' }) // prettier-ignore
    expect(moved.people).toMatchObject([{ personId }])
    expect(await ok(world.people.desk, 'GET', file(2))).toMatchObject({ people: [], contactPersonId: null })
    const left = await ok(world.people.desk, 'POST', `${file(3)}/people/${personId}/left`, { on: '2026-11-10' })
    expect(left.people).toEqual([])
    expect(await code(world.people.desk, 'PATCH', file(3), { contactPersonId: personId })).toBe('contact_not_in_household') // prettier-ignore
  })
})

describe('opening a value', () => {
  test('takes a reason, is in the log with the household, and is read by whoever it is about', async () => {
    const { personId } = (await ok(world.people.desk, 'GET', file(0))).people[0]
    const worker = world.people.gridWorker
    const opened = await ok(worker, 'POST', `${file(0)}/reveals`, { personId, field: 'phone', reason: 'beforeVisit' })
    expect(opened.value).toBe('16012340001')
    const own = await ok(await asPerson(personId), 'GET', '/api/household')
    expect(own.opened).toMatchObject([{ capacity: '网格员', field: 'phone', reason: '上门前联系' }])
    expect(await code(worker, 'POST', `${file(0)}/reveals`, { personId, field: 'careNeed', reason: 'careCall' })).toBe('not_found') // prettier-ignore
    expect(await code(worker, 'POST', `${file(0)}/reveals`, { personId, field: 'phone' })).toBe('malformed')
    const head = await call(world.people.buildingHead, 'POST', `${file(0)}/reveals`, { personId, field: 'phone', reason: 'beforeVisit' }) // prettier-ignore
    expect(head.statusCode).toBe(403)
  })

  test('is refused after reassignment in the next call', async () => {
    const { personId } = (await ok(world.people.desk, 'GET', file(0))).people[0]
    const worker = await world.person({ kind: 'gridWorker', placeId: world.made.grids[0]?.id ?? '' })
    await ok(worker, 'GET', file(0))
    await world.inTenant((tx) =>
      tx.run({
        text: 'UPDATE post SET place_id = $3 WHERE tenant_id = $1 AND id = $2',
        values: [world.tenantId, worker.postId, world.made.grids[1]?.id],
      }),
    )
    app.services.forgetActors(world.tenantId, worker.personId)
    expect(await code(worker, 'GET', file(0))).toBe('not_found')
    expect(await code(worker, 'POST', `${file(0)}/reveals`, { personId, field: 'phone', reason: 'beforeVisit' })).toBe('not_found') // prettier-ignore
  })

  test('rings the auditors at thirty in ten minutes, and stops at fifty a day', async () => {
    const { personId } = (await ok(world.people.desk, 'GET', file(0))).people[0]
    const worker = await world.person({ kind: 'gridWorker', placeId: world.made.grids[0]?.id ?? '', title: '网格员乙' })
    const open = () => call(worker, 'POST', `${file(0)}/reveals`, { personId, field: 'name', reason: 'checkFacts' })
    const codes: number[] = []
    for (let at = 0; at < 52; at += 1) codes.push((await open()).statusCode)
    expect(codes.filter((status) => status === 200)).toHaveLength(50)
    expect(codes.slice(50)).toEqual([429, 429])
    const rows = await world.rows('SELECT 1 FROM audit_entry WHERE tenant_id = $1 AND actor_person_id = $2 AND what = $3', [worker.personId, 'reveal']) // prettier-ignore
    expect(rows).toHaveLength(50)
    const { rows: told } = await ok(world.people.auditor, 'GET', '/api/notices')
    expect(told.filter(({ what }: { what: string }) => what === 'audit.revealAlarm')).toMatchObject([
      { facts: { capacity: '网格员乙', count: 30, minutes: 10 } },
    ])
  })
})

describe('consent', () => {
  const care = { purpose: 'care', noticeVersion: NOTICE_VERSIONS.care }

  test('comes before care is kept, and taking it back empties the field in the same moment', async () => {
    const { personId } = await livedIn(4, '何望舒', '16012340004')
    const resident = await asPerson(personId)
    const need = { personId, field: 'careNeed', value: 'fetchMedicine,dailyCall' }
    expect(await code(world.people.desk, 'POST', `${file(4)}/values`, need)).toBe('consent_missing')
    expect(await code(resident, 'POST', '/api/household/consents', { ...care, noticeVersion: 999 })).toBe('notice_outdated') // prettier-ignore
    await ok(resident, 'POST', '/api/household/consents', care)
    const kept = await ok(world.people.desk, 'POST', `${file(4)}/values`, need)
    expect(kept.kept).toMatchObject([{ personId, field: 'careNeed' }])
    expect(JSON.stringify(kept)).not.toContain('fetchMedicine')
    const opened = await ok(world.people.desk, 'POST', `${file(4)}/reveals`, { personId, field: 'careNeed', reason: 'careCall' }) // prettier-ignore
    expect(opened.value).toBe('dailyCall,fetchMedicine')
    for (const value of ['糖尿病', '独居'])
      expect(await code(world.people.desk, 'POST', `${file(4)}/values`, { ...need, value })).toBe('value_not_allowed')
    const helper = { personId, field: 'careHelper', value: '有高血压病史，李姐照看' }
    expect(await code(world.people.desk, 'POST', `${file(4)}/values`, helper)).toBe('value_not_allowed')

    const own = await ok(resident, 'POST', '/api/household/consents/withdrawn', { purpose: 'care' })
    expect(own.lines.map(({ field }: { field: string }) => field)).not.toContain('careNeed')
    expect(await world.rows('SELECT 1 FROM household_value WHERE tenant_id = $1 AND person_id = $2', [personId])).toEqual([]) // prettier-ignore
    expect((await ok(world.people.desk, 'GET', file(4))).kept).toEqual([])
    const [entry] = await world.rows<{ reason: string }>(
      `SELECT reason FROM audit_entry WHERE tenant_id = $1 AND what = 'withdrawConsent' AND subject_person_id = $2`,
      [personId],
    )
    expect(entry?.reason).toBe('care 1')
  })

  test('is given at the door by a code to one’s own phone, good for this purpose alone', async () => {
    const { personId } = (await ok(world.people.desk, 'GET', file(4))).people[0]
    const by = world.people.gridWorker
    const { attemptId, phoneMasked } = await ok(by, 'POST', `${file(4)}/consent-codes`, { personId, purpose: 'care' })
    expect(phoneMasked).toBe('160****0004')
    await world.drain()
    const message = app.sms.sent.at(-1)
    expect(message).toMatchObject({ phone: '16012340004', template: 'consentCode' })
    const words = message?.words['code'] ?? ''
    const record = { personId, ...care, by: 'code', attemptId }
    const wrong = words === '111111' ? '222222' : '111111'
    expect(await code(by, 'POST', `${file(4)}/consents`, { ...record, code: wrong })).toBe('code_wrong')
    expect(await code(by, 'POST', `${file(4)}/consents`, { ...record, purpose: 'reach', code: words })).toBe('code_wrong') // prettier-ignore
    const entering = await app.fastify.inject({
      method: 'POST',
      url: '/api/sign-in/code',
      headers: { host: 'localhost', origin: 'http://localhost' },
      payload: { attemptId, code: words },
    })
    expect(entering.statusCode).toBe(401)
    const given = await ok(by, 'POST', `${file(4)}/consents`, { ...record, code: words })
    expect(given.people[0].agreed).toEqual(['care'])
    expect(given.consents[0]).toMatchObject({ givenBy: 'code', purpose: 'care', withdrawnAt: null })
    const taken = await ok(by, 'POST', `${file(4)}/consents/${given.consents[0].id}/withdrawn`, {})
    expect(taken.people[0].agreed).toEqual([])
  })

  test('on paper needs the photo of it, and without any consent everything else works', async () => {
    const { personId } = (await ok(world.people.desk, 'GET', file(4))).people[0]
    const paper = { personId, ...care, by: 'paper' }
    expect(await code(world.people.desk, 'POST', `${file(4)}/consents`, paper)).toBe('photo_not_found')
    const resident = await asPerson(personId)
    await ok(resident, 'POST', '/api/requests', { kind: 'problem', text: '楼道灯坏了', location: { placeId: homeAt(4) } }) // prettier-ignore
  })
})

describe('one’s own file', () => {
  test('says what is written, why, on what ground and how long; a copy can be taken along', async () => {
    const { personId } = await livedIn(6, '罗听雨', '16012340006')
    const resident = await asPerson(personId)
    await ok(resident, 'POST', '/api/household/consents', { purpose: 'reach', noticeVersion: NOTICE_VERSIONS.reach })
    const own = await ok(resident, 'POST', '/api/household/values', {
      field: 'speaking',
      value: 'readAloud,largePrint',
    })
    const byField = Object.fromEntries(own.lines.map((line: { field: string }) => [line.field, line]))
    expect(byField['name']).toMatchObject({ value: '罗听雨', purpose: 'reach', basis: 'duty', keep: 'account' })
    expect(byField['speaking']).toMatchObject({ value: 'largePrint,readAloud', basis: 'consent', consent: 'reach' })
    const copy = await ok(resident, 'GET', '/api/household/export')
    expect(copy).toMatchObject({ district: '云桥区', requests: [], owned: [] })
    expect(copy.lines.length).toBe(own.lines.length)
  })

  test('can be asked about, and the answer is promised within fifteen working days and told', async () => {
    const { personId } = (await ok(world.people.desk, 'GET', file(6))).people[0]
    const resident = await asPerson(personId)
    const own = await ok(resident, 'POST', '/api/household/asks', { kind: 'correct', field: 'occupants', words: '我们家住四个人' }) // prettier-ignore
    expect(own.asks).toMatchObject([{ kind: 'correct', status: 'open', dueOn: '2026-12-09', words: '我们家住四个人' }])
    const [ask] = await ok(world.people.desk, 'GET', '/api/households/asks')
    expect(ask).toMatchObject({ name: '罗＊＊', words: '我们家住四个人' })
    const elsewhere = await world.person({ kind: 'communityStaff', placeId: world.sibling.community.id })
    expect(await ok(elsewhere, 'GET', '/api/households/asks')).toEqual([])
    const answer = { done: true, answer: '已改为四人' }
    expect(await code(elsewhere, 'POST', `/api/households/asks/${ask.id}/answer`, answer)).toBe('not_found')
    await ok(world.people.desk, 'POST', `/api/households/asks/${ask.id}/answer`, answer)
    expect(await code(world.people.desk, 'POST', `/api/households/asks/${ask.id}/answer`, answer)).toBe('ask_already_answered') // prettier-ignore
    expect((await ok(resident, 'GET', '/api/household')).asks).toMatchObject([{ status: 'done', answer: '已改为四人' }])
    expect((await ok(resident, 'GET', '/api/notices')).rows[0]).toMatchObject({ what: 'household.askAnswered' })
    expect(await ok(world.people.desk, 'GET', '/api/households/asks?status=answered')).toHaveLength(1)
  })
})

test('a household that moved out is deleted ninety days later, said a week before, and counted in the log', async () => {
  const { personId } = await livedIn(8, '施半夏', '16012340008')
  const out = await ok(world.people.desk, 'POST', `${file(8)}/moved-out`, { on: '2026-11-18' })
  expect(out).toMatchObject({ householdId: null, people: [] })
  const ahead = async () =>
    (await ok(world.people.operator, 'GET', '/api/households/fields')).ahead.filter(({ what }: { what: string }) => what === 'households')[0] // prettier-ignore
  app.wait(85 * DAY)
  expect(await ahead()).toEqual({ what: 'households', today: 0, withinAWeek: 1 })
  app.wait(7 * DAY)
  const [nightly] = householdRecurring(app.services, { erasers: [], retention: [], requestsBy: async () => [] })
  await world.inTenant(async (tx) => nightly?.schedule(tx, app.now()))
  await world.drain()
  app.wait(MINUTE)
  expect(await world.rows('SELECT 1 FROM household WHERE tenant_id = $1 AND moved_out_on IS NOT NULL')).toEqual([])
  const [person] = await world.rows<{ name: string; erased: boolean }>(
    'SELECT name_masked AS name, erased_at IS NOT NULL AS erased FROM person WHERE tenant_id = $1 AND id = $2',
    [personId],
  )
  expect(person).toEqual({ name: '已注销', erased: true })
  const counted = await world.rows(`SELECT subject, reason FROM audit_entry WHERE tenant_id = $1 AND what = 'retention' ORDER BY id`) // prettier-ignore
  expect(counted).toEqual([
    { subject: 'people', reason: '1' },
    { subject: 'households', reason: '1' },
  ])
})

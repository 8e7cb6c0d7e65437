/** Bulletins through HTTP: made by the clock and by one click, edited by two, published, corrected, withdrawn, printed; no names. */
import { afterAll, describe, expect, test } from 'vitest'
import type { DraftView } from '#contracts/bulletins.ts'
import { makePerson, signIn } from '#modules/accounts/make.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { textOf } from '#platform/documents/make/read-text.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { sendPhoto } from '#server/test/trust/photo.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'
import { bulletinRecurring } from './index.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, sibling, submit, take, call } = world
afterAll(() => app.close())

// Wednesday 18 November 2026, 10:00 in Shanghai
const CANARIES = ['王秀英', '13912345678', '8-2-301', '李奶奶']
const photo = async (who: Somebody) => (await sendPhoto(await who.as())).json().id as string // the contract's reply
const ok = async <T>(answer: ReturnType<typeof call>): Promise<T> => {
  const { statusCode, body } = await answer
  expect(statusCode, body).toBe(200)
  return JSON.parse(body) as T // the contract's reply
}
const code = async (answer: ReturnType<typeof call>) => (await answer).json().code
const patch = async (who: Somebody, id: string, body: object) =>
  (await who.as()).inject('PATCH', `/api/bulletins/${id}`, body)
const draft = (id: string, who = people.desk) => ok<DraftView>(call(who, `/api/bulletins/${id}/draft`))
const compose = (who: Somebody, kind: string, placeId: string, on = '2026-11-18') =>
  call(who, '/api/bulletins', { kind, placeId, on })
const pdf = async (who: Somebody, id: string, query = '') =>
  (await who.as()).inject('GET', `/api/bulletins/${id}/pdf?${query}`)

// One thing put right with photos, whose words name people and doors; one overdue with the property company; one at the ladder.
const solvedId = await solve(`8-2-301李奶奶家门口积水`)
async function solve(title: string) {
  const { id } = await submit(people.resident, {
    title,
    text: `我是王秀英，电话 13912345678，${title}`,
    photoIds: [await photo(people.resident)],
  })
  await take(people.desk, id, 'dispatch', { handler: { organisationId: organisations.property } })
  await take(people.unit, id, 'takeOn')
  await take(people.unit, id, 'finish', { note: '已疏通', cause: 'upkeep', photoIds: [await photo(people.unit)] })
  await take(people.resident, id, 'confirm', { stars: 5 })
  return id
}
const late = await submit(people.neighbour, { title: '王秀英家楼上漏水', text: '13912345678' })
await take(people.desk, late.id, 'dispatch', { handler: { organisationId: organisations.property } })
const hard = await submit(people.neighbour, { title: '充电桩迁移' })
await take(people.desk, hard.id, 'accept', { categoryCode: 'road.puddle' })
await take(people.desk, hard.id, 'escalate', { level: 'areaDispatch', note: '要各方一起商量' })

let id = ''
describe('one click', () => {
  test('composes the week of a community; again gives the same one', async () => {
    const first = await ok<{ id: string; made: boolean }>(compose(people.desk, 'weekly', made.community.id))
    expect(first.made).toBe(true)
    expect(await ok(compose(people.desk, 'weekly', made.community.id, '2026-11-16'))).toEqual({
      id: first.id,
      made: false,
    })
    ;({ id } = first)
    const one = await draft(id)
    expect(one.material.counts.find(({ measure }) => measure === 'received')).toEqual({
      measure: 'received',
      now: 3,
      before: 0,
    })
    expect(one.material.rates.find(({ rate }) => rate === 'satisfied')).toMatchObject({ of: 1, n: 1 })
    expect(one.material.solved.map((item) => item.id)).toEqual([solvedId])
    expect(one.material.ladder).toEqual([{ level: 'areaDispatch', count: 1, oldestOn: '2026-11-18' }])
    expect(one.blocks.map(({ kind }) => kind)).toEqual([
      'text',
      'text',
      'figures',
      'chart',
      'solved',
      'ladder',
      'thanks',
    ])
    expect(one.readers).toMatchObject({ placeName: made.community.name })
  })
  test('who is late is named by organisation once it is late; taking figures anew changes nothing that was written', async () => {
    app.wait(20 * DAY)
    const one = await draft(id)
    const fresh = await ok<DraftView>(call(people.desk, `/api/bulletins/${id}/refresh`, { seq: one.seq }))
    expect(fresh.material.overdue).toEqual([
      { holder: 'organisation', name: '桂园物业', count: 1, oldestDueOn: expect.any(String) },
    ])
    app.wait(-20 * DAY)
  })
  test('no resident’s name, door or number is in anything that was gathered', async () => {
    const text = JSON.stringify(await draft(id))
    for (const personal of CANARIES) expect(text).not.toContain(personal)
    expect(text).toContain('门口积水')
  })
  test.each([
    ['a wall newspaper of a community', 'wall', () => made.community.id, '2026-11-18', 'bulletin_kind_wrong'],
    ['a weekly one of a compound', 'weekly', () => made.compound.id, '2026-11-18', 'bulletin_kind_wrong'],
    ['next week', 'weekly', () => made.community.id, '2026-11-25', 'bulletin_period_wrong'],
    ['five years ago', 'weekly', () => made.community.id, '2021-11-25', 'bulletin_period_wrong'],
    ['a community of others', 'weekly', () => sibling.community.id, '2026-11-18', 'place_not_found'],
  ])('not %s', async (_, kind, placeId, on, refusal) =>
    expect(await code(compose(people.desk, kind, placeId(), on))).toBe(refusal),
  )
})

describe('writing', () => {
  test('two editors: the second is told, and nothing of the first is lost', async () => {
    const { seq, title, blocks } = await draft(id)
    const [opening, own, ...rest] = blocks
    const written = [opening, { ...own, text: '周六上午广场义诊。' }, ...rest]
    expect((await patch(people.desk, id, { seq, title, blocks: written })).json()).toMatchObject({
      seq: seq + 1,
      lacking: [],
    })
    const second = await patch(people.subdistrict, id, { seq, title: '别的标题', blocks })
    expect([second.statusCode, second.json().code]).toEqual([409, 'bulletin_changed'])
    expect((await draft(id)).title).toBe(title)
  })
  test('figures are not written by hand: a body that brings its own is refused', async () => {
    const { seq, title, blocks, material } = await draft(id)
    expect((await patch(people.desk, id, { seq, title, blocks, material })).statusCode).toBe(400)
  })
  test('what cannot be printed is named', async () => {
    const { seq, title, blocks } = await draft(id)
    const odd = await patch(people.desk, id, { seq, title: `${title}😭`, blocks })
    expect(odd.json().lacking).toEqual(['😭'])
    expect((await call(people.desk, `/api/bulletins/${id}/publish`, { seq: seq + 1, note: '' })).json()).toMatchObject({
      code: 'document_characters_missing',
      details: { characters: ['😭'] },
    })
    expect((await pdf(people.desk, id, 'draft=true')).json().code).toBe('document_characters_missing')
    expect((await patch(people.desk, id, { seq: seq + 1, title, blocks })).statusCode).toBe(200)
  })
})

describe('published', () => {
  test('nobody reads a draft; residents of the place read what was published, others do not learn of it', async () => {
    expect(await code(call(people.resident, `/api/bulletins/${id}`))).toBe('not_found')
    expect(await code(call(people.resident, `/api/bulletins/${id}/draft`))).toBe('right_required')
    const { seq } = await draft(id)
    await ok(call(people.desk, `/api/bulletins/${id}/publish`, { seq, note: '' }))
    const seen = await ok<{ version: number; blocks: { text: string }[] }>(
      call(people.resident, `/api/bulletins/${id}`),
    )
    expect(seen.version).toBe(1)
    expect(seen.blocks.map(({ text }) => text)).toContain('周六上午广场义诊。')
    expect((await ok<{ rows: object[] }>(call(people.resident, '/api/bulletins'))).rows).toHaveLength(1)
    const { personId } = await makePerson(app, world.tenantId)
    const elsewhere = await signIn(app, world.tenantId, personId)
    expect((await elsewhere.inject('GET', `/api/bulletins/${id}`)).statusCode).toBe(404)
    expect((await elsewhere.inject('GET', '/api/bulletins')).json().rows).toEqual([])
    const [entry] = await world.rows<{ what: string; capacity: string }>(
      `SELECT what, capacity FROM audit_entry WHERE tenant_id = $1 AND what LIKE 'bulletin%'`,
    )
    expect(entry).toMatchObject({ what: 'bulletinPublished', capacity: expect.stringContaining('受理岗') })
  })
  test('its photos are shown to its readers, what was left out is not', async () => {
    const [item] = (await draft(id)).material.solved
    const photoPath = `/api/bulletins/${id}/photos/${item?.before.id}`
    expect((await call(people.resident, photoPath)).headers['content-type']).toBe('image/jpeg')
    expect((await call(people.resident, `/api/bulletins/${id}/photos/${id}`)).statusCode).toBe(404)
  })
  test('it stays as it was when figures move on', async () => {
    const before = (await call(people.resident, `/api/bulletins/${id}`)).body
    await solve('东门路灯')
    expect((await call(people.resident, `/api/bulletins/${id}`)).body).toBe(before)
    await expect(world.rows('UPDATE bulletin_version SET title = title WHERE tenant_id = $1')).rejects.toThrow(
      'permission denied',
    )
    await expect(world.rows('DELETE FROM bulletin_version WHERE tenant_id = $1')).rejects.toThrow('permission denied')
  })
  test('a correction says what it corrects, and the first version stays to be read', async () => {
    const { seq, title, blocks } = await draft(id)
    expect(await code(call(people.desk, `/api/bulletins/${id}/publish`, { seq, note: '又一次' }))).toBe(
      'bulletin_nothing_changed',
    )
    await patch(people.desk, id, { seq, title: `${title}（更正）`, blocks })
    expect(await code(call(people.desk, `/api/bulletins/${id}/publish`, { seq: seq + 1, note: ' ' }))).toBe(
      'bulletin_correction_needs_note',
    )
    await ok(call(people.desk, `/api/bulletins/${id}/publish`, { seq: seq + 1, note: '义诊改在周日' }))
    const now = await ok<{ version: number; note: string; title: string }>(
      call(people.resident, `/api/bulletins/${id}`),
    )
    expect(now).toMatchObject({ version: 2, note: '义诊改在周日', title: `${title}（更正）` })
    expect(await ok(call(people.resident, `/api/bulletins/${id}?version=1`))).toMatchObject({ version: 1, title })
  })
  test('as PDF: the same words, pages with numbers, kept after the first time; the wall is one page', async () => {
    const answer = await pdf(people.resident, id)
    expect(answer.headers['content-type']).toBe('application/pdf')
    const pages = textOf(answer.rawPayload)
    const text = pages.join('')
    for (const words of [
      '周六上午广场义诊。',
      '更正（第2版）：义诊改在周日',
      '响应率',
      '门口积水',
      `第1页，共${pages.length}页`,
    ])
      expect(text).toContain(words)
    for (const personal of CANARIES) expect(text).not.toContain(personal)
    expect((await pdf(people.resident, id)).rawPayload.equals(answer.rawPayload)).toBe(true)
    const wall = await pdf(people.resident, id, 'as=wall&paper=A3')
    expect(textOf(wall.rawPayload)).toHaveLength(1)
    expect(await code(pdf(people.resident, id, 'draft=true'))).toBe('not_found')
  }, 60_000)
  test('withdrawn with a reason: listed, without its content, and for good', async () => {
    await ok(call(people.desk, `/api/bulletins/${id}/withdraw`, { reason: '照片里有人脸' }))
    expect(await ok(call(people.resident, `/api/bulletins/${id}`))).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '照片里有人脸',
      blocks: [],
      material: null,
    })
    expect((await ok<{ rows: { state: string }[] }>(call(people.resident, '/api/bulletins'))).rows).toMatchObject([
      { state: 'withdrawn' },
    ])
    expect((await pdf(people.resident, id)).statusCode).toBe(404)
    const { seq, title, blocks } = await draft(id)
    expect((await patch(people.desk, id, { seq, title, blocks })).json().code).toBe('bulletin_withdrawn')
    expect(await code(call(people.desk, `/api/bulletins/${id}/withdraw`, { reason: '再一次' }))).toBe(
      'bulletin_not_published',
    )
  })
})

test('on Monday each community and subdistrict has its draft, once, whoever looks first', async () => {
  const [monday] = bulletinRecurring
  if (!monday) throw new Error('it recurs')
  const drafts = () =>
    world.rows<{ kind: string; from: string }>(
      `SELECT kind, from_on AS from FROM bulletin WHERE tenant_id = $1 AND made_by = 'clock' ORDER BY kind, from_on`,
    )
  app.wait(5 * DAY + HOUR) // Monday 23 November
  const context = { outboxId: '00000000-0000-7000-8000-000000000000', now: app.now(), log: app.services.log }
  // two processes at the same moment, each with a connection of its own
  await Promise.all([1, 2].map(() => world.inTenant((tx) => monday.job.run(tx, {}, context))))
  await world.drain()
  const weekly = (await drafts()).filter(({ kind, from }) => kind === 'weekly' && from === '2026-11-16')
  // two communities and two subdistricts; one community's was made by hand before
  expect(weekly).toHaveLength(3)
  await world.inTenant((tx) => monday.job.run(tx, {}, { ...context, now: app.now() }))
  await world.drain()
  expect((await drafts()).filter(({ kind, from }) => kind === 'weekly' && from === '2026-11-16')).toHaveLength(3)
}, 60_000)

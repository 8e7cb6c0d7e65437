/** A create sent twenty times at once with one key happens once, and every caller gets the one answer. */
import { afterAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '../database.ts'
import { startApp } from '../make-app.ts'
import { ROWS, type Things } from './matrix.ts'
import { sendPhoto } from './photo.ts'
import { makeWorld } from './world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, made, submit } = world
afterAll(() => app.close())

const TIMES = 20
const ROUNDS = Number(process.env['LINLI_REPEATS'] ?? 3)
type Answer = { statusCode: number; body: string; headers: Record<string, unknown> }
const twenty = (send: (key: string) => Promise<Answer>) => {
  const key = newId()
  return Promise.all(Array.from({ length: TIMES }, () => send(key)))
}
const count = async (table: string, where: string, value: string) => {
  const [found] = await world.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1 AND ${where} = $2`,
    [value],
  )
  return found?.count
}
const allEqual = (answers: readonly Answer[]) => {
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(TIMES).fill(200))
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(TIMES - 1)
  return JSON.parse(answers[0]?.body ?? '')
}
const report = (text: string) => ({ kind: 'problem', text, location: { placeId: made.buildings[0]?.id } })

test('twenty equal creates with one key: one row, twenty equal answers', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const text = `重复提交 ${newId()}`
    const resident = await people.resident.as()
    allEqual(await twenty((key) => resident.inject('POST', '/api/requests', report(text), { key })))
    expect(await count('request', 'text', text)).toBe(1)

    const { id } = await submit(people.resident)
    const desk = await people.desk.as()
    const noted = allEqual(
      await twenty((key) =>
        desk.inject('POST', `/api/requests/${id}/steps`, { action: 'noteInside', note: '一次' }, { key }),
      ),
    )
    expect(noted.seq).toBe(2)
    expect(await count('request_event', 'request_id', id)).toBe(2)

    const neighbour = await people.neighbour.as()
    const joined = allEqual(await twenty((key) => neighbour.inject('POST', `/api/requests/${id}/joiners`, {}, { key })))
    expect(joined.joinerCount).toBe(1)
    expect(await count('request_joiner', 'request_id', id)).toBe(1)
  }
}, 60_000)

test('twenty equal photos with one key: one row', async () => {
  const sender = await world.person()
  const client = await sender.as()
  // Pictures wait for their turn, and who waits too long is asked to come again; the key makes that harmless.
  const patiently = async (key: string): Promise<Answer> => {
    const answer = await sendPhoto(client, { key })
    return answer.statusCode === 503 ? patiently(key) : answer
  }
  allEqual(await twenty(patiently))
  expect(await count('photo', 'uploader_id', sender.personId)).toBe(1)
}, 60_000)

test('the same key with other words is refused, without a key nothing is created, and keys are one’s own', async () => {
  const [resident, neighbour] = [await people.resident.as(), await people.neighbour.as()]
  const key = newId()
  const [text, other] = [`第一次 ${key}`, `第二次 ${key}`]
  expect((await resident.inject('POST', '/api/requests', report(text), { key })).statusCode).toBe(200)
  const again = await resident.inject('POST', '/api/requests', report(other), { key })
  expect([again.statusCode, again.json().code]).toEqual([422, 'idempotency_key_reused'])
  expect(await count('request', 'text', other)).toBe(0)
  expect((await neighbour.inject('POST', '/api/requests', report(other), { key })).statusCode).toBe(200)

  for (const headers of [
    { 'idempotency-key': '' },
    { 'idempotency-key': 'short' },
    { 'idempotency-key': 'x'.repeat(101) },
  ]) {
    const answer = await resident.inject('POST', '/api/requests', report('无键'), { headers })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency_key_required'])
  }
  expect(await count('request', 'text', '无键')).toBe(0)
})

test('a refusal is not kept: the same key succeeds once the reason is gone', async () => {
  const { id } = await submit(people.resident)
  const [unit, desk] = [await people.unit.as(), await people.desk.as()]
  const key = newId()
  const take = () => unit.inject('POST', `/api/requests/${id}/steps`, { action: 'takeOn' }, { key })
  expect((await take()).statusCode).toBe(403)
  const sent = { action: 'dispatch', handler: { organisationId: world.organisations.property } }
  expect((await desk.inject('POST', `/api/requests/${id}/steps`, sent)).statusCode).toBe(200)
  expect((await take()).statusCode).toBe(200)
})

/** Looked at before the key: without a file there is nothing to do once. */
const FILES = ['/api/photos', '/api/imports']
/** An id for whatever a row asks for. */
const nothing = new Proxy({} as Things, { get: () => newId() }) // every one of its fields is an id

test('every creating route asks for a key', async () => {
  const operator = await people.operator.as()
  const desk = await people.desk.as()
  for (const { method, path, creates, access } of app.routes.filter((route) => route.creates)) {
    expect([method, creates]).toEqual(['POST', true])
    const who = access === 'people.manage' || access === 'connections.manage' ? operator : desk
    const row = ROWS[`${method} ${path}`]?.call(nothing, 'desk')
    const body = FILES.includes(path) ? undefined : row?.body
    const answer = await who.inject('POST', row?.path ?? path, body, { headers: { 'idempotency-key': '' } })
    expect([answer.statusCode, answer.json().code], path).toEqual(
      FILES.includes(path) ? [415, 'media_type_not_allowed'] : [400, 'idempotency_key_required'],
    )
  }
})

test('what was opened is kept nowhere: no reveal is a create whose reply stays with its key', async () => {
  const reveals = app.routes.filter(({ path }) => path.endsWith('/reveals') && path !== '/api/me/reveals')
  expect(reveals.map(({ creates }) => creates)).toEqual([false, false, false])
  const { id } = await submit(people.resident)
  const desk = await people.desk.as()
  const opened = (await desk.inject('POST', `/api/requests/${id}/reveals`, { reason: '上门' })).json()
  expect(opened.phone).toMatch(/^160/)
  expect(
    await world.rows(`SELECT 1 FROM idempotency_key WHERE tenant_id = $1 AND position($2 in reply) > 0`, [
      opened.phone,
    ]),
  ).toEqual([])
})

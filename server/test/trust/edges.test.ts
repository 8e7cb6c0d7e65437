/** Words that pass for dates and characters until somebody stores them: each is refused at the door, or stored as it is. */
import { afterAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '../database.ts'
import { startApp } from '../make-app.ts'
import { makeWorld } from './world.ts'

const databaseUrl = await useDatabase()
const app = await startApp(databaseUrl)
const world = await makeWorld(app, databaseUrl)
const { people, organisations, made, submit, take, step, call } = world
afterAll(() => app.close())
const property = { organisationId: organisations.property }

/** Not a moment of any calendar. */
const NO_INSTANTS = [
  'tomorrow',
  '2027',
  'Dec 25, 2027',
  '2027-02-30T10:00:00Z',
  '2027-12-01T25:00:00Z',
  '+120000-01-01T00:00:00Z',
  '2027-12-01T10:00:00',
]
const NO_DAYS = ['2027-02-30', '2027-13-01', '2027-00-10', '0000-00-00']

test('a moment that is none is refused wherever a step takes one', async () => {
  const { id } = await submit(people.resident)
  for (const dueAt of NO_INSTANTS) {
    const coHandlers = [{ organisationId: organisations.street, task: '配合', dueAt }]
    expect((await step(people.desk, id, 'whistle', { handler: property, coHandlers })).statusCode, dueAt).toBe(400)
  }
  await take(people.desk, id, 'dispatch', { handler: property })
  await take(people.unit, id, 'takeOn')
  for (const until of NO_INSTANTS) {
    for (const action of ['askTime', 'askPause'] as const)
      expect((await step(people.unit, id, action, { until, note: '缺料' })).statusCode, until).toBe(400)
    expect((await step(people.subdistrict, id, 'supervise', { until, note: '快办' })).statusCode, until).toBe(400)
  }
  for (const reviewOn of NO_DAYS)
    expect(
      (await step(people.unit, id, 'askShelve', { reviewOn, reasonCode: 'noMoney', note: '缺钱' })).statusCode,
      reviewOn,
    ).toBe(400)
  for (const fromOn of NO_DAYS) {
    const term = { personId: people.neighbour.personId, fromOn }
    expect((await call(people.operator, `/api/posts/${people.member.postId}/terms`, term)).statusCode, fromOn).toBe(400)
  }
})

test('half a character and control characters are refused, whole ones kept', async () => {
  const report = (more: object) =>
    call(people.resident, '/api/requests', {
      kind: 'problem',
      text: '积水',
      location: { placeId: made.compound.id },
      ...more,
    })
  for (const broken of ['a\ud800b', '\udc00', 'a\u0000b', '\u001b[31m']) {
    expect((await report({ text: broken })).statusCode).toBe(400)
    expect((await report({ title: broken })).statusCode).toBe(400)
    expect((await report({ answers: [{ question: 'q', answer: broken }] })).statusCode).toBe(400)
  }
  const kept = (await report({ text: '👨‍👩‍👧 家门口 🌊\n第二行' })).json()
  expect(kept.text).toBe('👨‍👩‍👧 家门口 🌊\n第二行')
})

test('odd words in queries are refused or find nothing', async () => {
  const odd = ['%00', '%ED%A0%80', 'a%00b', '%F0%9F%8C%8A', '%27%3B--', newId()]
  for (const path of [
    '/api/requests/work?q=',
    '/api/requests/work?status=',
    '/api/requests/work?categoryCode=',
    '/api/requests/work?after=',
    '/api/places/search?q=',
    '/api/people?q=',
    '/api/posts?q=',
    '/api/notices?after=',
    '/api/requests/mine?after=',
  ])
    for (const words of odd) expect((await call(people.desk, path + words)).statusCode, path + words).toBeLessThan(500)
  for (const words of odd) expect((await call(people.auditor, `/api/audit?what=${words}`)).statusCode).toBeLessThan(500)
})

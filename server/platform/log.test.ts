/** What may stand in a log line, on planted faults. The whole suite's lines go through test/log-sieve.ts. */
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { leakIn } from '#server/test/log-sieve.ts'
import { createLog } from './log.ts'

const written = (...given: [fields: object, words: string]) => {
  const lines: string[] = []
  const to = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  createLog('trace', to).info(...given)
  return JSON.parse(lines.join('')) as Record<string, unknown>
}

test('a field that is not listed is named and not written', () => {
  const line = written({ route: '/api/requests', phone: '13800001234', body: { text: '路灯' } }, 'answered')
  expect(line).toMatchObject({ route: '/api/requests', unlisted: ['phone', 'body'] })
  expect(JSON.stringify(line)).not.toMatch(/1380|路灯/)
})

test('an error keeps its place and loses what people typed', () => {
  const error = Object.assign(new Error('duplicate key "王建国" for 13800001234 and 11010519491231002X'), {
    severity: 'ERROR',
    code: '23505',
    table: 'person',
    constraint: 'person_phone_key',
    detail: 'Key (phone)=(13800001234) already exists.',
    where: '王建国',
  })
  const line = written({ err: error }, 'bug')
  expect(line['err']).toMatchObject({ code: '23505', table: 'person', constraint: 'person_phone_key', type: 'Error' })
  expect(JSON.stringify(line)).not.toMatch(/1380|1101|王|already exists/)
  expect(JSON.stringify(line['err'])).toContain('log.test.ts')
})

test('a cause is treated alike, and what is no error says nothing', () => {
  const error = new Error('no photo', { cause: new Error('{"name":"李四的家"} 是坏的') })
  expect(JSON.stringify(written({ err: error }, 'bug'))).not.toMatch(/李四|坏/)
  expect(written({ err: '王建国' }, 'bug')['err']).toEqual({ type: 'string' })
})

test.each([
  ['{"to":"13800001234"}', 'a phone number'],
  ['{"id":"11010519491231002X"}', 'an identity number'],
  ['{"name":"王建国"}', 'somebody’s words or name'],
  [`{"cookie":"1.${'aB3-_'.repeat(8)}xyz"}`, 'a session, link or key'],
  ['{"time":1763517600000,"requestId":"019a0000-0000-7000-8000-138000012340"}', undefined],
])('the sieve finds %s', (line, found) => expect(leakIn(line)).toBe(found))

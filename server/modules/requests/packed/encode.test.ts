/** What is packed comes back as it was: any history, and files of every version that was ever written. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFile } from './decode.ts'
import { encodeFile } from './encode.ts'
import type { History, Owner } from './history.ts'
import { without } from './without.ts'

/** One file of each version, as it was written then, and what it holds. Only added to. */
type Golden = { version: number; owner: Owner; history: History; file: string }
const GOLDEN = JSON.parse(readFileSync(join(import.meta.dirname, 'golden.json'), 'utf8')) as Golden[] // written by this test's format

const owner: Owner = { id: '01a204b6-ecb2-70ca-a5d9-f912f456105b', reporterPersonId: null, createdAt: '2026-09-16T10:20:00.000Z' } // prettier-ignore

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('accept', '居民', '桂园物业', '2026-11-20', '2026-13-40T00:00:00.000Z', '', '𬭎㛃骉'),
)
const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const id = fc.uuid()
const oneOfFew = fc.constantFrom(...Array.from({ length: 4 }, (_, nth) => `0190a000-0000-7000-8000-00000000000${nth}`))
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    text,
    instant,
    id,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(text, fc.constantFrom('at', 'start', 'outcome', 'handler')).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one)
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 6 })
const small = fc.integer({ min: 0, max: 40_000 })

const histories = fc.record({
  events: few(
    fc.record({
      seq: small,
      at: instant,
      action: text,
      round: small,
      status: text,
      actor_person_id: maybe(oneOfFew),
      capacity: text,
      note: maybe(text),
      internal: fc.boolean(),
      facts: json,
      clock_event: json,
    }),
  ),
  assignments: few(
    fc.record({
      id,
      round: small,
      part: text,
      organisation_id: maybe(id),
      post_id: maybe(oneOfFew),
      name: text,
      task: maybe(text),
      state: text,
      due_at: maybe(instant),
      called_at: instant,
      reported_in_at: maybe(instant),
      ended_at: maybe(instant),
      end_reason: maybe(text),
    }),
  ),
  ratings: few(
    fc.record({
      round: small,
      by: text,
      person_id: oneOfFew,
      solved: maybe(fc.boolean()),
      satisfied: maybe(fc.boolean()),
      stars: maybe(small),
      note: maybe(text),
      at: instant,
    }),
  ),
  clocks: json,
}) as unknown as fc.Arbitrary<History> // any JSON stands for clocks: the format knows nothing of them
// prettier-ignore

test('any history comes back as it was', () => {
  fc.assert(
    fc.property(histories, maybe(oneOfFew), instant, (history, reporterPersonId, createdAt) => {
      const own = { ...owner, reporterPersonId, createdAt }
      expect(decodeFile(encodeFile(history, own), own)).toEqual(history)
    }),
  )
})

describe('files that were written once', () => {
  test.each(GOLDEN)('version $version is read', ({ version, file, history, owner: own }) => {
    expect(decodeFile(Buffer.from(file, 'base64'), own)).toEqual(history)
    expect(encodeFile(history, own, version).toString('base64')).toBe(file)
  })
})

test('a file names the people of its history but not its reporter', () => {
  fc.assert(
    fc.property(histories, oneOfFew, (history, reporterPersonId) => {
      const file = encodeFile(history, { ...owner, reporterPersonId })
      const people = Array.from({ length: file[1] ?? 0 }, (_, nth) => file.toString('hex', 3 + nth * 16, 19 + nth * 16))
      const expected = [
        ...history.events.map((one) => one.actor_person_id),
        ...history.ratings.map((one) => one.person_id),
      ]
        .flatMap((one) => one ?? [])
        .filter((one) => one !== reporterPersonId)
      expect(new Set(people)).toEqual(new Set(expected.map((one) => one.replaceAll('-', ''))))
    }),
  )
})

test('bytes that are no file are refused, not read as another history', () => {
  const file = encodeFile({ events: [], assignments: [], ratings: [], clocks: {} as History['clocks'] }, owner) // empty clocks are enough here
  expect(() => decodeFile(Buffer.from([9, ...file.subarray(1)]), owner)).toThrow('version 9')
  expect(() => decodeFile(file.subarray(0, -2), owner)).toThrow()
  expect(() => decodeFile(Buffer.alloc(0), owner)).toThrow()
})

test('words of a person who is erased go from what they did and reported, and from nothing else', () => {
  const [golden] = GOLDEN
  if (!golden) throw new Error('no golden file')
  const { history, owner: own } = golden
  const name = '王小敏'
  const leaving = { personId: own.reporterPersonId ?? '', name, phone: '13800000000' }
  const left = without(history, leaving, own)
  expect(JSON.stringify(history)).toContain(name)
  expect(JSON.stringify(left)).not.toContain(name)
  expect(left.events.filter((one) => one.actor_person_id === leaving.personId && one.note !== null)).toEqual([])
  expect(left.ratings.filter((one) => one.person_id === leaving.personId && one.note !== null)).toEqual([])
  expect(left.events.map((one) => one.action)).toEqual(history.events.map((one) => one.action))
  expect(left.clocks).toEqual(history.clocks)
  const stranger = { personId: '0190a000-0000-7000-8000-00000000000f', name: '无关', phone: null }
  expect(without(history, stranger, own)).toEqual(history)
})

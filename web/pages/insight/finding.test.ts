import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Counts } from '#contracts/figures.ts'
import { findingOf, type Told } from './finding.ts'

const NOTHING: Told = { counts: {}, before: {}, points: [], times: [], stuck: [] }
const week = (received: number, closed: number): Counts => ({ received, closed })
const remarksOf = (told: Partial<Told>) => findingOf({ ...NOTHING, ...told }).remarks

it('of nothing it says nothing', () => {
  expect(findingOf(NOTHING)).toEqual({ received: 0, done: 0, remarks: [] })
})

it('what is past its time comes first, and with whom most of it lies', () => {
  const stuck = [
    { organisationId: 'a', name: '城管中队', count: 2 },
    { organisationId: 'b', name: '桂园物业', count: 9 },
  ]
  expect(remarksOf({ stuck })).toEqual([{ is: 'stuck', count: 11, name: '桂园物业', most: 9, organisationId: 'b' }])
})

it.each<[string, Partial<Told>, string[]]>([
  ['more came than went', { points: [week(50, 40), week(50, 40), week(50, 40)] }, ['behind']],
  ['more went than came', { points: [week(40, 50), week(40, 50), week(40, 50)] }, ['caughtUp']],
  ['as much as came', { points: [week(40, 41), week(40, 39), week(40, 40)] }, []],
  ['too few to tell', { points: [week(3, 0), week(3, 0), week(3, 0)] }, []],
  ['two weeks only', { points: [week(50, 10), week(50, 10)] }, []],
])('%s', (_name, told, remarks) => {
  expect(remarksOf(told).map(({ is }) => is)).toEqual(remarks)
})

it('a rate that fell is named by how much, only where enough answered', () => {
  const counts = { asked: 20, saidSolved: 14, saidSatisfied: 20 }
  expect(remarksOf({ counts, before: { asked: 20, saidSolved: 18, saidSatisfied: 20 } })).toMatchObject([
    { is: 'fell', rate: 'solved', points: expect.closeTo(20) },
  ])
  expect(remarksOf({ counts, before: { asked: 9, saidSolved: 9, saidSatisfied: 9 } })).toEqual([])
})

it('the slowest step is one that enough have gone', () => {
  const times: Told['times'] = [
    { stage: 'sent', n: 100, medianMinutes: 18 },
    { stage: 'done', n: 90, medianMinutes: 1260 },
    { stage: 'heard', n: 4, medianMinutes: 90_000 },
  ]
  expect(remarksOf({ times })).toEqual([{ is: 'slowest', stage: 'done', minutes: 1260 }])
})

it('two remarks at most, whatever there is', () => {
  const count = fc.nat(200)
  const counts = fc.record({ received: count, done: count, closed: count, asked: count, saidSolved: count })
  const times = fc.array(
    fc.record({
      stage: fc.constantFrom('sent', 'takenOn', 'done', 'heard'),
      n: count,
      medianMinutes: fc.option(count),
    }),
  )
  const stuck = fc.array(fc.record({ organisationId: fc.constant(null), name: fc.string(), count }))
  fc.assert(
    fc.property(fc.record({ counts, before: counts, points: fc.array(counts), times, stuck }), (told) => {
      const { remarks } = findingOf(told)
      expect(remarks.length).toBeLessThanOrEqual(2)
      for (const remark of remarks) if (remark.is === 'stuck') expect(remark.most).toBeLessThanOrEqual(remark.count)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { HOUR, MINUTE } from '#platform/calendar/calendar.ts'
import { shanghaiCalendar } from '#platform/calendar/shanghai.ts'
import {
  advance,
  nextDue,
  noClocks,
  recompute,
  underCalendar,
  type ClockEffect,
  type ClockEvent,
  type Clocks,
} from './clocks.ts'
import { CLOCK_KINDS, type ClockKind } from '#contracts/requests.ts'
import { LEVELS, SOURCES, limitsFor, sourceOf } from './limits.ts'

const calendar = shanghaiCalendar()
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const shown = (instant: string | undefined) =>
  instant && new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
const story = (events: [string, ClockEffect][]) =>
  recompute(events.map(([text, effect]) => ({ at: at(text), ...effect })), limitsFor('problem'), calendar) // prettier-ignore
const outcomes = (clocks: Clocks) =>
  Object.fromEntries(Object.values(clocks.current).map((one) => [one.kind, one.outcome]))

const reported: [string, ClockEffect] = ['2026-11-23 09:30', { start: ['accept', 'answer'] }]
const accepted: [string, ClockEffect] = ['2026-11-23 10:00', { stop: ['accept'], start: ['contact', 'handle'] }]

describe('a request', () => {
  it('has each clock run by itself: an answer in time is met whatever the others do', () => {
    const clocks = story([reported, accepted, ['2026-11-23 15:00', { stop: ['contact'] }], ['2026-12-01 10:00', { stop: ['handle', 'answer'] }]]) // prettier-ignore
    expect(outcomes(clocks)).toEqual({ accept: 'met', contact: 'met', handle: 'missed', answer: 'missed' })
    expect(nextDue(clocks)).toBeNull()
  })

  it('sorts by the clock that is due first', () => {
    expect(nextDue(story([reported]))).toMatchObject({ kind: 'accept', dueAt: at('2026-11-23 11:30') })
    expect(nextDue(story([reported, accepted]))).toMatchObject({ kind: 'contact', dueAt: at('2026-11-24 17:00') })
  })

  it('leaves the list of deadlines while it waits for the reporter, unless it was late already', () => {
    expect(nextDue(story([reported, accepted, ['2026-11-23 11:00', { pause: true }]]))).toBeNull()
    expect(nextDue(story([reported, accepted, ['2026-11-25 11:00', { pause: true }]]))?.kind).toBe('contact')
  })

  it('does not lose a pause when its category changes', () => {
    const clocks = story([reported, accepted, ['2026-11-24 09:00', { pause: true }], ['2026-11-24 12:00', { limits: limitsFor('help', { level: 'complex' }) }], ['2026-11-25 09:00', { resume: true }]]) // prettier-ignore
    expect(shown(clocks.current.handle?.dueAt)).toBe('2026-12-15 17:00') // 15 working days, and the one it stood still
    expect(clocks.current.accept).toMatchObject({ outcome: 'met', limit: { amount: 2 } })
  })

  it('keeps a running clock when it is begun again, and begins an ended one anew', () => {
    const twice = story([reported, accepted, ['2026-11-24 09:00', { start: ['handle'] }]])
    expect(shown(twice.current.handle?.startedAt)).toBe('2026-11-23 10:00')
    const returned = story([reported, accepted, ['2026-11-24 09:00', { cancel: ['handle'] }], ['2026-11-24 10:00', { start: ['handle'] }]]) // prettier-ignore
    expect(shown(returned.current.handle?.startedAt)).toBe('2026-11-24 10:00')
    expect(returned.past).toMatchObject([{ kind: 'handle', outcome: 'cancelled', round: 1 }])
  })

  it('begins a new round with new clocks and keeps the old ones for the figures', () => {
    const clocks = story([reported, accepted, ['2026-11-26 10:00', { newRound: true, start: ['handle', 'answer'] }]])
    expect([clocks.round, outcomes(clocks)]).toEqual([2, { handle: 'running', answer: 'running' }])
    expect(clocks.past.map((one) => [one.kind, one.round, one.outcome])).toEqual([
      ['accept', 1, 'met'],
      ['contact', 1, 'missed'],
      ['handle', 1, 'cancelled'],
      ['answer', 1, 'cancelled'],
    ])
  })

  it('is given more time, for the clocks that are named', () => {
    const clocks = story([reported, accepted, ['2026-11-24 09:00', { extend: { kinds: ['handle'], to: at('2026-12-04 17:00') } }]]) // prettier-ignore
    expect([shown(clocks.current.handle?.dueAt), shown(clocks.current.answer?.dueAt)]).toEqual(['2026-12-04 17:00', '2026-11-30 17:00']) // prettier-ignore
  })

  it('takes an event that claims to be older than the last one as happening then', () => {
    const clocks = story([accepted, ['2026-11-23 09:59', { pause: true }]])
    expect(shown(clocks.current.handle?.pausedAt ?? undefined)).toBe('2026-11-23 10:00')
  })

  it('is worked out anew when a holiday is announced, except where the verdict stands', () => {
    const typhoon = shanghaiCalendar({ extraDays: { '2026-11-25': 'holiday' } })
    const before = story([reported, accepted, ['2026-11-24 10:00', { stop: ['answer'] }]])
    const clocks = underCalendar(before, typhoon)
    expect(shown(clocks.current.handle?.dueAt)).toBe('2026-12-01 17:00')
    expect(clocks.current.answer).toEqual(before.current.answer)
  })
})

describe('limits', () => {
  it('name a source for every number', () => {
    for (const level of Object.values(LEVELS))
      for (const kind of CLOCK_KINDS) expect(Object.values(SOURCES)).toContain(sourceOf(level[kind]))
  })

  it('come from the category, then from its level, then from the kind', () => {
    expect(limitsFor('problem').handle).toMatchObject({ amount: 5, unit: 'workingDays' })
    expect(limitsFor('problem', { level: 'utility' }).handle).toMatchObject({ amount: 24, unit: 'naturalHours' })
    const own = limitsFor('urgent', { handle: { amount: 30, unit: 'naturalMinutes', source: '本区规定' } })
    expect([own.handle.amount, own.accept.amount, sourceOf(own.handle)]).toEqual([30, 3, undefined])
  })
})

test('advancing the stored clocks step by step is the same as recomputing them from the history', () => {
  const kinds = fc.subarray<ClockKind>([...CLOCK_KINDS])
  const yes = fc.constant<true>(true)
  const effect: fc.Arbitrary<ClockEffect> = fc.oneof(
    fc.record({ start: kinds, stop: kinds }),
    fc.record({ pause: yes }),
    fc.record({ resume: yes }),
    fc.record({ cancel: kinds }),
    fc.record({ newRound: yes, start: kinds }),
    fc.record({ limits: fc.constantFrom(...Object.values(LEVELS)) }),
    fc.record({ extend: fc.record({ kinds, to: fc.record({ amount: fc.integer({ min: 1, max: 9 }), unit: fc.constant('workingHours' as const) }) }) }), // prettier-ignore
  )
  const gap = fc.integer({ min: 0, max: 3 * 24 * 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(gap, effect), { maxLength: 15 }), (steps) => {
      let now = Date.parse('2026-09-25T00:00:00Z')
      const events = steps.map(([minutes, one]): ClockEvent => ({
        at: new Date((now += minutes * MINUTE)).toISOString(),
        ...one,
      }))
      let stored = JSON.stringify(noClocks(limitsFor('problem')))
      for (const event of events) stored = JSON.stringify(advance(JSON.parse(stored), event, calendar))
      const clocks = recompute(events, limitsFor('problem'), calendar)
      expect(JSON.parse(stored)).toEqual(clocks)
      expect(underCalendar(clocks, calendar)).toEqual(clocks)
      for (const one of clocks.past) expect(['met', 'missed', 'cancelled']).toContain(one.outcome)
    }),
  )
})

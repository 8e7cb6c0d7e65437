import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { HOUR, MINUTE, isWorkingMoment } from '#platform/calendar/calendar.ts'
import { addDuration, durationBetween, isWorkingUnit, type Unit } from '#platform/calendar/duration.ts'
import { shanghaiCalendar } from '#platform/calendar/shanghai.ts'
import { begun, cancelled, extended, limited, paused, resumed, standing, stopped, type ClockState } from './clock.ts'

const calendar = shanghaiCalendar()
const local = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const at = (text: string) => local(text).toISOString()
const shown = (instant: string) => new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
const handle = (amount: number, unit: Unit, from: string) => begun('handle', 1, { amount, unit }, at(from), calendar)
const pausedFrom = (clock: ClockState, from: string, to: string) =>
  resumed(paused(clock, at(from), calendar), at(to), calendar)

// prettier-ignore
test.each<[string, number, Unit, string, string, string]>([
  ['amber in working time, due at close', 10, 'workingHours',   '2026-11-23 09:00', '2026-11-24 10:00', '2026-11-24 12:00'],
  ['amber in clock time',                 10, 'naturalHours',   '2026-11-23 20:00', '2026-11-24 04:00', '2026-11-24 06:00'],
  ['urgent calls count minutes',          10, 'naturalMinutes', '2026-10-01 23:55', '2026-10-02 00:03', '2026-10-02 00:05'],
  ['five working days from an opening',   5,  'workingDays',    '2026-11-23 09:00', '2026-11-27 15:36', '2026-11-30 17:00'],
  ['five working days over a holiday',    5,  'workingDays',    '2026-09-29 17:00', '2026-10-10 17:00', '2026-10-12 17:00'],
])('%s: %s %s', (_why, amount, unit, from, amber, due) => {
  const clock = handle(amount, unit, from)
  expect([shown(clock.amberAt), shown(clock.dueAt)]).toEqual([amber, due])
})

// prettier-ignore
test.each<[string, number, Unit, string, [string, string][], string]>([
  ['the same working time is left after a pause', 10, 'workingHours', '2026-11-23 09:00', [['2026-11-23 16:00', '2026-11-25 09:00']], '2026-11-25 14:00'],
  ['a pause at night costs nothing',     10, 'workingHours', '2026-11-23 09:00', [['2026-11-23 20:00', '2026-11-24 07:00']], '2026-11-24 12:00'],
  ['a pause over National Day',          10, 'workingHours', '2026-09-30 16:00', [['2026-09-30 17:00', '2026-10-08 09:00']], '2026-10-09 11:00'],
  ['two pauses add up',                  4,  'naturalHours', '2026-11-23 08:00', [['2026-11-23 09:00', '2026-11-23 10:00'], ['2026-11-23 11:00', '2026-11-23 14:00']], '2026-11-23 16:00'],
  ['working days go on where they stood', 2, 'workingDays',  '2026-11-23 17:00', [['2026-11-24 12:00', '2026-11-26 13:00']], '2026-11-27 17:00'],
  ['a pause after the deadline is too late', 1, 'naturalHours', '2026-11-23 09:00', [['2026-11-23 11:00', '2026-11-23 12:00']], '2026-11-23 10:00'],
])('%s', (_why, amount, unit, from, pauses, due) => {
  const clock = pauses.reduce((one, [begin, end]) => pausedFrom(one, begin, end), handle(amount, unit, from))
  expect(shown(clock.dueAt)).toBe(due)
})

describe('the end of a clock', () => {
  const clock = handle(2, 'naturalHours', '2026-11-23 09:00')
  const late = '2026-11-23 11:01'

  it('is met at the deadline itself and missed after it', () => {
    expect(stopped(clock, at('2026-11-23 11:00'), calendar).outcome).toBe('met')
    expect(stopped(clock, at(late), calendar).outcome).toBe('missed')
  })

  it('is met from a pause that began in time, and stays missed after one that did not', () => {
    const waiting = paused(clock, at('2026-11-23 10:30'), calendar)
    expect(stopped(waiting, at('2026-11-25 10:30'), calendar).outcome).toBe('met')
    expect(stopped(paused(clock, at(late), calendar), at('2026-11-25 10:30'), calendar).outcome).toBe('missed')
  })

  it('is cancelled only while nothing was missed', () => {
    expect(cancelled(clock, at('2026-11-23 10:00'), calendar).outcome).toBe('cancelled')
    expect(cancelled(clock, at(late), calendar).outcome).toBe('missed')
  })

  it('is final', () => {
    const ended = stopped(clock, at('2026-11-23 10:00'), calendar)
    const later = at('2026-11-23 10:30')
    for (const change of [stopped, cancelled, paused, resumed]) expect(change(ended, later, calendar)).toBe(ended)
    expect(extended(ended, at('2026-11-30 10:00'), later, calendar)).toBe(ended)
    expect(limited(ended, { amount: 1, unit: 'naturalMinutes' }, calendar)).toBe(ended)
  })
})

describe('more time', () => {
  const clock = handle(10, 'workingHours', '2026-11-23 09:00') // due 11-24 12:00

  it('is given to a date, or by an amount from the present deadline', () => {
    const toDate = extended(clock, '2026-11-25T17:00:00+08:00', at('2026-11-23 16:00'), calendar)
    const byAmount = extended(clock, { amount: 2, unit: 'workingHours' }, at('2026-11-23 16:00'), calendar)
    expect([shown(toDate.dueAt), shown(byAmount.dueAt)]).toEqual(['2026-11-25 17:00', '2026-11-24 15:00'])
    expect(shown(toDate.amberAt)).toBe('2026-11-25 11:48') // 80 % of the 21 working hours it now has
  })

  it('moves with later pauses', () => {
    const longer = extended(clock, at('2026-11-25 17:00'), at('2026-11-23 16:00'), calendar)
    expect(shown(pausedFrom(longer, '2026-11-25 09:00', '2026-11-26 09:00').dueAt)).toBe('2026-11-26 17:00')
  })

  it('can be given during a pause, for a deadline the rest of the pause moves on', () => {
    const waiting = extended(
      paused(clock, at('2026-11-24 09:00'), calendar),
      at('2026-11-24 17:00'),
      at('2026-11-24 10:00'),
      calendar,
    )
    expect(shown(waiting.dueAt)).toBe('2026-11-24 17:00')
    expect(shown(resumed(waiting, at('2026-11-25 09:00'), calendar).dueAt)).toBe('2026-11-25 17:00')
  })

  it('never shortens, and never undoes a deadline that has passed', () => {
    expect(extended(clock, at('2026-11-24 09:00'), at('2026-11-23 10:00'), calendar)).toBe(clock)
    expect(extended(clock, at('2026-11-30 09:00'), at('2026-11-24 12:01'), calendar)).toBe(clock)
  })
})

describe('another limit', () => {
  it('counts from the same start and keeps the pauses, also into another kind of time', () => {
    const clock = pausedFrom(handle(10, 'workingHours', '2026-11-23 09:00'), '2026-11-23 10:00', '2026-11-23 15:00')
    expect(shown(limited(clock, { amount: 4, unit: 'workingHours' }, calendar).dueAt)).toBe('2026-11-24 10:00')
    expect(shown(limited(clock, { amount: 24, unit: 'naturalHours' }, calendar).dueAt)).toBe('2026-11-24 14:00')
  })

  it('keeps an extension that was promised where it gives more time', () => {
    const clock = extended(
      handle(4, 'workingHours', '2026-11-23 09:00'),
      at('2026-11-25 12:00'),
      at('2026-11-23 10:00'),
      calendar,
    )
    expect(shown(limited(clock, { amount: 8, unit: 'workingHours' }, calendar).dueAt)).toBe('2026-11-25 12:00')
    expect(shown(limited(clock, { amount: 20, unit: 'workingHours' }, calendar).dueAt)).toBe('2026-11-25 16:00')
  })
})

test('standing goes through running, amber and late; a pause shows as one only if it began in time', () => {
  const clock = handle(10, 'naturalHours', '2026-11-23 08:00')
  const seen = (text: string, one = clock) => standing(one, local(text))
  expect(['15:59', '16:00', '18:00', '18:01'].map((time) => seen(`2026-11-23 ${time}`))).toEqual(['running', 'amber', 'amber', 'late']) // prettier-ignore
  expect(seen('2026-12-01 00:00', paused(clock, at('2026-11-23 17:00'), calendar))).toBe('paused')
  expect(seen('2026-12-01 00:00', paused(clock, at('2026-11-23 18:01'), calendar))).toBe('late')
})

describe('properties', () => {
  const base = Date.parse('2026-09-15T00:00:00Z') // the weeks around National Day, with both make-up days
  const minutes = (max: number) => fc.integer({ min: 0, max })
  const limit = fc.oneof(
    fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom<Unit>('workingHours', 'naturalHours') }),
    fc.record({ amount: fc.integer({ min: 1, max: 5 }), unit: fc.constantFrom<Unit>('workingDays', 'naturalDays') }),
  )
  const start = minutes(20 * 24 * 60).map((n) => new Date(base + n * MINUTE).toISOString())
  const pauses = fc.array(fc.tuple(minutes(3000), minutes(6000)), { maxLength: 3 })
  const later = (instant: string, n: number) => new Date(Date.parse(instant) + n * MINUTE).toISOString()

  type Pause = { from: string; to: string }
  const spread = (from: string, gaps: [number, number][]) =>
    gaps.reduce<Pause[]>((all, [gap, length]) => {
      const begin = later(all.at(-1)?.to ?? from, gap)
      return [...all, { from: begin, to: later(begin, length) }]
    }, [])
  const withPauses = (clock: ClockState, all: Pause[]) =>
    all.reduce((one, pause) => resumed(paused(one, pause.from, calendar), pause.to, calendar), clock)

  test('a minute-by-minute count of the history gives the same deadline', () => {
    const slowly = (clock: ClockState, all: Pause[]) => {
      const end = addDuration(new Date(clock.startedAt), clock.limit, calendar)
      let left = durationBetween(new Date(clock.startedAt), end, clock.limit.unit, calendar)
      let now = clock.startedAt
      for (; left > 0; now = later(now, 1)) {
        const isPaused = all.some((pause) => pause.from <= now && now < pause.to)
        const counts = !isWorkingUnit(clock.limit.unit) || isWorkingMoment(new Date(now), calendar)
        if (counts && !isPaused) left -= MINUTE
      }
      return now
    }
    fc.assert(
      fc.property(start, limit, pauses, (from, one, gaps) => {
        const clock = begun('handle', 1, one, from, calendar)
        const all = spread(from, gaps)
        const due = withPauses(clock, all).dueAt
        // At a pause that begins in the very minute of the deadline nothing is left to count; it moves the deadline.
        fc.pre(!all.some((pause) => pause.to === due || pause.from === due))
        expect(due).toBe(slowly(clock, all))
      }),
      { numRuns: 40 },
    )
  })

  test('pausing never makes a deadline earlier, and not at all when it has no length', () => {
    fc.assert(
      fc.property(start, limit, pauses, minutes(9000), minutes(6000), (from, one, gaps, gap, length) => {
        const clock = withPauses(begun('handle', 1, one, from, calendar), spread(from, gaps))
        const begin = later(clock.pauses.at(-1)?.to ?? from, gap)
        const after = withPauses(clock, [{ from: begin, to: later(begin, length) }])
        expect(after.dueAt >= clock.dueAt).toBe(true)
        const { dueAt, amberAt } = withPauses(clock, [{ from: begin, to: begin }])
        expect({ dueAt, amberAt }).toEqual({ dueAt: clock.dueAt, amberAt: clock.amberAt })
      }),
    )
  })

  test('what is left when a pause begins is left when it ends', () => {
    fc.assert(
      fc.property(start, limit, minutes(9000), minutes(9000), (from, one, gap, length) => {
        const waiting = paused(begun('handle', 1, one, from, calendar), later(from, gap), calendar)
        const end = later(from, gap + length)
        const due = resumed(waiting, end, calendar).dueAt
        fc.pre(waiting.remainingMs !== 0)
        expect(durationBetween(new Date(end), new Date(due), one.unit, calendar)).toBe(waiting.remainingMs)
      }),
    )
  })

  test('amber is never after the deadline, and standing never goes back', () => {
    const order = ['running', 'amber', 'late']
    fc.assert(
      fc.property(start, limit, pauses, minutes(20_000), minutes(20_000), (from, one, gaps, a, b) => {
        const clock = withPauses(begun('handle', 1, one, from, calendar), spread(from, gaps))
        expect(clock.amberAt <= clock.dueAt).toBe(true)
        const rank = (n: number) => order.indexOf(standing(clock, new Date(later(from, n))))
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)))
      }),
    )
  })
})

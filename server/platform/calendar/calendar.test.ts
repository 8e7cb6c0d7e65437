import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DAY, HOUR, MINUTE, dateOn, isWorkday, isWorkingMoment, makeCalendar, nextDutyMoment } from './calendar.ts'
import { addDuration, addTime, durationBetween, isWorkingUnit, type Unit } from './duration.ts'
import { chineseHolidays, fixedByLaw, isAnnounced } from './holidays.ts'
import { SHANGHAI, shanghaiCalendar } from './shanghai.ts'

const calendar = shanghaiCalendar()
const local = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const shown = (at: Date) => new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

test.each([
  ['2026-09-30', true, 'the day before National Day'],
  ['2026-10-01', false, 'National Day'],
  ['2026-10-07', false, 'the last day of its week'],
  ['2026-10-10', true, 'make-up Saturday'],
  ['2026-09-20', true, 'make-up Sunday'],
  ['2026-10-11', false, 'an ordinary Sunday'],
  ['2027-01-01', false, 'New Year, not announced yet, by law'],
  ['2027-02-05', false, 'eve of the lunar year 2027, by law'],
  ['2027-02-08', false, 'third day of the lunar year 2027, by law'],
  ['2027-02-09', true, 'the day after'],
  ['2027-04-05', false, 'Qingming 2027, by law'],
])('%s is a workday: %s (%s)', (on, worked) => expect(isWorkday(on, calendar)).toBe(worked))

// prettier-ignore
test.each<[string, string, number, Unit, string]>([
  ['lunch is not worked',          '2026-11-23 11:00', 2,   'workingHours',   '2026-11-23 14:00'],
  ['ends before lunch, not after', '2026-11-23 11:00', 1,   'workingHours',   '2026-11-23 12:00'],
  ['begins during lunch',          '2026-11-23 12:30', 1,   'workingHours',   '2026-11-23 14:00'],
  ['ends at closing time',         '2026-11-23 09:00', 7,   'workingHours',   '2026-11-23 17:00'],
  ['half an hour more',            '2026-11-23 09:00', 7.5, 'workingHours',   '2026-11-24 09:30'],
  ['over a weekend',               '2026-11-20 16:00', 2,   'workingHours',   '2026-11-23 10:00'],
  ['begins at night',              '2026-11-23 22:00', 1,   'workingHours',   '2026-11-24 10:00'],
  ['begins on make-up Sunday eve', '2026-09-19 12:00', 2,   'workingHours',   '2026-09-20 11:00'],
  ['over National Day week',       '2026-09-30 16:00', 2,   'workingHours',   '2026-10-08 10:00'],
  ['over the year end',            '2026-12-31 16:00', 2,   'workingHours',   '2027-01-04 10:00'],
  ['nothing stays at night',       '2026-11-23 22:00', 0,   'workingHours',   '2026-11-23 22:00'],
  ['next workday, at its close',   '2026-11-23 10:00', 1,   'workingDays',    '2026-11-24 17:00'],
  ['first day never counts',       '2026-11-23 00:00', 1,   'workingDays',    '2026-11-24 17:00'],
  ['from a Saturday',              '2026-11-21 10:00', 5,   'workingDays',    '2026-11-27 17:00'],
  ['holiday week, make-up day',    '2026-09-29 15:00', 5,   'workingDays',    '2026-10-12 17:00'],
  ['fifteen over a holiday',       '2026-09-21 09:00', 15,  'workingDays',    '2026-10-19 17:00'],
  ['over Spring Festival by law',  '2027-02-04 10:00', 1,   'workingDays',    '2027-02-09 17:00'],
  ['leap day',                     '2028-02-28 12:00', 24,  'naturalHours',   '2028-02-29 12:00'],
  ['month end, same clock time',   '2026-01-31 08:15', 30,  'naturalDays',    '2026-03-02 08:15'],
  ['minutes over midnight',        '2026-12-31 23:58', 3,   'naturalMinutes', '2027-01-01 00:01'],
  ['emergencies know no holiday',  '2026-10-01 23:00', 2,   'emergencyHours', '2026-10-02 01:00'],
])('%s: %s + %s %s = %s', (_why, start, amount, unit, end) => {
  expect(shown(addDuration(local(start), { amount, unit }, calendar))).toBe(end)
})

describe('settings', () => {
  it('lets the district add days of its own, which win over the law', () => {
    const own = shanghaiCalendar({ extraDays: { '2026-11-24': 'holiday', '2026-10-02': 'workday' } })
    expect(shown(addDuration(local('2026-11-23 10:00'), { amount: 1, unit: 'workingDays' }, own))).toBe(
      '2026-11-25 17:00',
    )
    expect(isWorkday('2026-10-02', own)).toBe(true)
  })

  it('can count a working day as a full one from the moment the limit began', () => {
    const full = shanghaiCalendar({ workingDayLimit: 'fullDays' })
    const end = (start: string) => shown(addDuration(local(start), { amount: 1, unit: 'workingDays' }, full))
    expect(end('2026-11-20 16:00')).toBe('2026-11-23 16:00')
    expect(end('2026-11-21 16:00')).toBe('2026-11-23 17:00')
  })

  it('refuses hours that overlap or are no times, and limits that are no counts', () => {
    expect(() => shanghaiCalendar({ workingHours: [['09:00', '12:00'], ['11:00', '17:00']] })).toThrow(RangeError) // prettier-ignore
    expect(() => shanghaiCalendar({ workingHours: [] })).toThrow(RangeError)
    expect(() => shanghaiCalendar({ workingHours: [['9', '17:00']] })).toThrow(RangeError)
    expect(() => addDuration(local('2026-11-23 10:00'), { amount: -1, unit: 'workingHours' }, calendar)).toThrow(
      RangeError,
    )
    expect(() => addDuration(local('2026-11-23 10:00'), { amount: 1.5, unit: 'workingDays' }, calendar)).toThrow(
      RangeError,
    )
  })

  it('knows which years are announced, and reads the same days in any zone of the machine', () => {
    expect([isAnnounced(2026), isAnnounced(2099)]).toEqual([true, false])
    expect(chineseHolidays('2026-10-01')).toBe('holiday')
    expect(dateOn(new Date('2026-06-30T16:10:00Z'), calendar)).toBe('2026-07-01')
  })

  it.each([2025, 2026])('has for a year not announced the days that the arrangement of %i made holidays', (year) => {
    const days = [...fixedByLaw(year)]
    expect(days).toHaveLength(13)
    expect(days.map(chineseHolidays)).toEqual(days.map(() => 'holiday'))
  })

  it('counts opening times as working and closing times as not', () => {
    const at = ['08:59', '09:00', '12:00', '13:00', '17:00'].map((time) => local(`2026-11-23 ${time}`))
    expect(at.map((moment) => isWorkingMoment(moment, calendar))).toEqual([false, true, false, true, false])
    expect(isWorkingMoment(local('2026-11-22 10:00'), calendar)).toBe(false)
  })
})

describe('reminders', () => {
  it.each([
    ['2026-11-23 10:00', '2026-11-23 10:00'],
    ['2026-11-23 12:00', '2026-11-23 13:00'],
    ['2026-11-23 00:00', '2026-11-23 09:00'],
    ['2026-11-20 17:00', '2026-11-23 09:00'],
    ['2026-10-01 10:00', '2026-10-08 09:00'],
  ])('asked for at %s go out at %s', (at, sent) => expect(shown(nextDutyMoment(local(at), calendar))).toBe(sent))

  it('go out on weekends where somebody is on duty', () => {
    const duty = shanghaiCalendar({ duty: { hours: [['08:30', '20:30']], days: 'everyDay' } })
    expect(shown(nextDutyMoment(local('2026-11-21 22:00'), duty))).toBe('2026-11-22 08:30')
  })
})

describe('properties', () => {
  const start = fc.integer({ min: Date.parse('2025-12-01'), max: Date.parse('2027-03-01') }).map((ms) => new Date(ms))
  const timeLike = fc.constantFrom<Unit>(
    'naturalMinutes',
    'naturalHours',
    'naturalDays',
    'workingHours',
    'emergencyHours',
  )
  const anyUnit = fc.oneof(timeLike, fc.constant<Unit>('workingDays'))
  const amount = fc.integer({ min: 0, max: 120 })
  test('measuring what was added gives it back', () => {
    fc.assert(
      fc.property(start, amount, timeLike, (from, n, unit) => {
        const length = unit === 'naturalMinutes' ? MINUTE : unit === 'naturalDays' ? DAY : HOUR
        const to = addDuration(from, { amount: n, unit }, calendar)
        expect(durationBetween(from, to, unit, calendar)).toBe(n * length)
        expect(durationBetween(to, from, unit, calendar)).toBe(0 - n * length)
      }),
    )
  })

  test('later starts and larger amounts never end earlier', () => {
    fc.assert(
      fc.property(start, start, amount, amount, anyUnit, (a, b, n, m, unit) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        const end = (from: Date, count: number) => addDuration(from, { amount: count, unit }, calendar).getTime()
        expect(end(early, n)).toBeLessThanOrEqual(end(late, n))
        expect(end(early, Math.min(n, m))).toBeLessThanOrEqual(end(early, Math.max(n, m)))
      }),
    )
  })

  test('durations of one start add up', () => {
    fc.assert(
      fc.property(start, amount, amount, timeLike, (from, n, m, unit) => {
        const inTwo = addDuration(addDuration(from, { amount: n, unit }, calendar), { amount: m, unit }, calendar)
        expect(inTwo).toEqual(addDuration(from, { amount: n + m, unit }, calendar))
      }),
    )
  })

  test('a minute-by-minute count agrees', () => {
    const hours = fc.integer({ min: 1, max: 30 })
    const slowly = (from: Date, minutes: number) => {
      let at = from.getTime()
      for (let left = minutes; left > 0; at += MINUTE) if (isWorkingMoment(new Date(at), calendar)) left--
      return new Date(at)
    }
    const onTheMinute = start.map((from) => new Date(Math.floor(from.getTime() / MINUTE) * MINUTE))
    fc.assert(
      fc.property(onTheMinute, hours, (from, n) => {
        expect(addDuration(from, { amount: n, unit: 'workingHours' }, calendar)).toEqual(slowly(from, n * 60))
      }),
      { numRuns: 40 },
    )
  })

  test('a moment of duty is never earlier than asked, and is its own next one', () => {
    fc.assert(
      fc.property(start, (at) => {
        const next = nextDutyMoment(at, calendar)
        expect(next >= at && isWorkingMoment(next, calendar)).toBe(true)
        expect(nextDutyMoment(next, calendar)).toEqual(next)
      }),
    )
  })

  test('working units are those that stand still at night', () => {
    const night = local('2026-11-23 22:00')
    for (const unit of ['workingHours', 'workingDays', 'naturalDays'] as const)
      expect(addTime(night, MINUTE, unit, calendar).getTime() > night.getTime() + MINUTE).toBe(isWorkingUnit(unit))
  })
})

test('a deadline costs microseconds, so it can be worked out on every write', () => {
  const warm = makeCalendar(SHANGHAI)
  const runs = 20_000
  const run = () => {
    for (let i = 0; i < runs; i++)
      addDuration(new Date(1_790_000_000_000 + i * 100_000), { amount: 15, unit: 'workingDays' }, warm)
  }
  run()
  const began = process.hrtime.bigint()
  run()
  const microseconds = Number(process.hrtime.bigint() - began) / 1000 / runs
  console.info(`addDuration of 15 working days: ${microseconds.toFixed(2)} µs`)
  expect(microseconds).toBeLessThan(50) // five times the aim of 10 µs, so that a busy machine does not fail the test
})

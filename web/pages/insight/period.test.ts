import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  before,
  daysIn,
  isWhole,
  mondayOf,
  nameOf,
  PERIOD_NAMES,
  periodOf,
  todayIn,
  trendWindow,
} from './period.ts'

it('a day begins at midnight in Shanghai', () => {
  expect(todayIn(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20')
  expect(todayIn(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
})

it.each([
  ['month', '2026-11-22', '2026-11-01', '2026-11-22'],
  ['lastMonth', '2026-01-05', '2025-12-01', '2025-12-31'],
  ['lastMonth', '2028-03-31', '2028-02-01', '2028-02-29'],
  ['days30', '2026-11-22', '2026-10-24', '2026-11-22'],
  ['quarter', '2026-11-22', '2026-10-01', '2026-11-22'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['year', '2026-11-22', '2026-01-01', '2026-11-22'],
] as const)('%s on %s runs from %s to %s', (name, today, from, to) => {
  expect(periodOf(name, today)).toEqual({ from, to })
})

it.each([
  ['2026-11-01', '2026-11-22', '2026-10-10', '2026-10-31'],
  ['2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
  ['2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
])('before %s to %s was %s to %s', (from, to, earlierFrom, earlierTo) => {
  expect(before({ from, to })).toEqual({ from: earlierFrom, to: earlierTo })
})

it('a week begins on Monday', () => {
  expect([mondayOf('2026-11-22'), mondayOf('2026-11-23'), mondayOf('2026-11-24')]).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-23',
  ])
})

it('a trend holds its period, never fewer than twelve weeks and never more than some thirty points', () => {
  expect(trendWindow({ from: '2026-11-01', to: '2026-11-22' })).toEqual({
    from: '2026-08-31',
    to: '2026-11-22',
    by: 'week',
  })
  expect(trendWindow({ from: '2026-01-01', to: '2026-11-22' })).toEqual({
    from: '2025-11-01',
    to: '2026-11-22',
    by: 'month',
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1094 }), (start, length) => {
      const from = addDays('2023-01-01', start)
      const period = { from, to: addDays(from, length) }
      const window = trendWindow(period)
      expect(window.from <= period.from).toBe(true)
      expect(daysIn(window) / (window.by === 'week' ? 7 : 31)).toBeLessThanOrEqual(38)
    }),
  )
})

it('every named period is recognised by its days', () => {
  for (const name of PERIOD_NAMES) expect(nameOf(periodOf(name, '2026-11-22'), '2026-11-22')).toBe(name)
  expect(nameOf({ from: '2026-11-02', to: '2026-11-22' }, '2026-11-22')).toBeUndefined()
})

it.each([
  ['2026-11-09', '2026-11-15', 'week', true],
  ['2026-11-10', '2026-11-15', 'week', false],
  ['2026-11-16', '2026-11-22', 'week', false],
  ['2026-10-01', '2026-10-31', 'month', true],
  ['2026-10-01', '2026-10-30', 'month', false],
] as const)('on 22 November, %s to %s is a whole %s: %s', (from, to, by, whole) => {
  expect(isWhole({ from, to }, by, '2026-11-22')).toBe(whole)
})

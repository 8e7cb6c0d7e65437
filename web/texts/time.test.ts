/** Time in people's words, in the place's zone whatever the zone of the device. */
import { describe, expect, it } from 'vitest'
import { clockText, day, dayTime, distance, duration, leftText, number, span, weekday } from './time.ts'

const now = new Date('2026-11-25T02:42:00Z') // Wednesday 10:42 in Shanghai
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

describe('clockText', () => {
  it.each([
    [50, '还剩 50 分钟', '50 min left'],
    [110, '还剩 1 时 50 分', '1 h 50 min left'],
    [438, '今天 18:00 前', 'by 18:00 today'],
    [1368, '明天 9:30 前', 'by 9:30 tomorrow'],
    [4 * 1440, '周日 10:42 前', 'by Sun 10:42'],
    [8 * 1440, '12 月 3 日 10:42 前', 'by 3 Dec 10:42'],
    [-20, '超 20 分钟', '20 min over'],
    [-72, '超 1 时 12 分', '1 h 12 min over'],
    [-27 * 60, '超 1 天 3 时', '1 day 3 h over'],
    [-3 * 1440, '超 3 天', '3 days over'],
  ])('%i minutes from now is %s', (offset, zh, en) => {
    expect(clockText(minutes(offset), now)).toBe(zh)
    expect(clockText(minutes(offset), now, 'en')).toBe(en)
  })
})

it.each([
  ['2026-11-24T08:20:00Z', '昨天 16:20', '16:20 yesterday'],
  ['2026-11-24T16:00:00Z', '今天 0:00', '0:00 today'],
  ['2026-11-23T08:20:00Z', '前天 16:20', '23 Nov 16:20'],
  ['2026-11-03T08:20:00Z', '11 月 3 日 16:20', '3 Nov 16:20'],
  ['2025-11-03T08:20:00Z', '2025 年 11 月 3 日 16:20', '3 Nov 2025 16:20'],
])('%s is %s', (at, zh, en) => {
  expect(dayTime(at, now)).toBe(zh)
  expect(dayTime(at, now, 'en')).toBe(en)
})

it('reads a calendar date as the day it names', () => {
  expect(day('2026-11-26', now)).toBe('明天')
  expect(weekday('2026-11-28')).toBe('周六')
})

it('rounds stories and keeps clocks exact', () => {
  expect(duration(552 * 60_000)).toBe('9 小时')
  expect(span(552 * 60_000)).toBe('9 时 12 分')
  expect(leftText(minutes(2 * 1440), now)).toBe('剩 2 天')
})

it.each([
  [8, '8 米'],
  [212, '210 米'],
  [999, '1.0 公里'],
  [12_340, '12 公里'],
])('%i metres is %s', (metres, words) => expect(distance(metres)).toBe(words))

it('groups numbers', () => {
  expect(number(12_345)).toBe('12,345')
  expect(number(123_456)).toBe('12.3 万')
})

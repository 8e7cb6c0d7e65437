/**
 * Time, distance and numbers in the words people use: 明天 9:30 前, 还剩 50 分钟, 超 1 时 12 分, 昨天 16:20, 80 米.
 * Pure functions of what is given; components take them from `useTime()`, which knows language and present moment.
 * Clock times are those of the place, Asia/Shanghai (architecture.md: instants are stored in UTC).
 */
import type { Lang } from '#web/platform/settings.ts'

const ZONE = 'Asia/Shanghai'
/** Without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Below this a deadline is told as time left, above it as the hour it falls on. */
const TELL_LEFT_MS = 2 * HOUR_MS

export type Instant = string | Date

/** 明天 9:30 前, 还剩 50 分钟, 超 1 时 12 分. */
export function clockText(dueAt: Instant, now: Date, lang: Lang = 'zh-CN'): string {
  const leftMs = new Date(dueAt).getTime() - now.getTime()
  if (leftMs < 0) return lang === 'en' ? `${span(-leftMs, lang)} over` : `超 ${span(-leftMs, lang)}`
  if (leftMs < TELL_LEFT_MS) return lang === 'en' ? `${span(leftMs, lang)} left` : `还剩 ${span(leftMs, lang)}`
  return lang === 'en' ? `by ${dayTime(dueAt, now, lang)}` : `${dayTime(dueAt, now, lang)} 前`
}

/** For a narrow pill: 剩 2 天, 剩 50 分钟, 超 20 分钟. */
export function leftText(dueAt: Instant, now: Date, lang: Lang = 'zh-CN'): string {
  const leftMs = new Date(dueAt).getTime() - now.getTime()
  if (lang === 'en') return `${duration(Math.abs(leftMs), lang)} ${leftMs < 0 ? 'over' : 'left'}`
  return `${leftMs < 0 ? '超' : '剩'} ${duration(Math.abs(leftMs), lang)}`
}

/** 昨天 16:20, 周五 18:00 (this coming week), 11 月 3 日 16:20, 2025 年 11 月 3 日 16:20. */
export function dayTime(at: Instant, now: Date, lang: Lang = 'zh-CN'): string {
  const { hour, minute } = partsOf(at)
  const clock = `${hour}:${String(minute).padStart(2, '0')}`
  return lang === 'en' && dayOffset(at, now) <= 1 && dayOffset(at, now) >= -1
    ? `${clock} ${day(at, now, lang)}`
    : `${day(at, now, lang)} ${clock}`
}

/** 今天, 昨天, 前天, 周五, 11 月 3 日. Takes an instant or a calendar date. */
export function day(at: Instant, now: Date, lang: Lang = 'zh-CN'): string {
  const offset = dayOffset(at, now)
  const near = NEAR[lang][String(offset)]
  if (near) return near
  const when = partsOf(at)
  if (offset > 0 && offset < 7) return weekday(at, lang)
  const sameYear = when.year === partsOf(now).year
  if (lang === 'en') return `${when.day} ${MONTHS[when.month - 1]}${sameYear ? '' : ` ${when.year}`}`
  return `${sameYear ? '' : `${when.year} 年 `}${when.month} 月 ${when.day} 日`
}

/** 16:20 */
export function hourMinute(at: Instant): string {
  const { hour, minute } = partsOf(at)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

/** 周六, Sat. */
export const weekday = (at: Instant, lang: Lang = 'zh-CN'): string => WEEKDAYS[lang][daysSince1970(at) % 7] ?? ''

/** The day of the month, for a calendar's square: 28. */
export const dayOfMonth = (at: Instant): number => partsOf(at).day

/** For a date written large: 11 and 26. */
export function monthAndDay(at: Instant): { month: number; day: number } {
  const { month, day } = partsOf(at)
  return { month, day }
}

/** When the day of this moment began. */
export const midnightBefore = (at: Instant): Date => new Date(daysSince1970(at) * DAY_MS - SHANGHAI_OFFSET_MS)

/** Exact below two days: 50 分钟, 1 时 12 分, 1 天 3 时. Clocks use it. */
export function span(ms: number, lang: Lang = 'zh-CN'): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const word = UNITS[lang]
  if (days >= 2) return `${days} ${word.day(days)}`
  if (days === 1) return `1 ${word.day(1)}${hours ? ` ${hours} ${word.h}` : ''}`
  if (hours > 0) return rest ? `${hours} ${word.h} ${rest} ${word.min}` : `${hours} ${word.hour(hours)}`
  return `${rest} ${word.minute}`
}

/** Rounded to its largest unit: 50 分钟, 9 小时, 2 天. Stories use it. */
export function duration(ms: number, lang: Lang = 'zh-CN'): string {
  const word = UNITS[lang]
  if (ms < HOUR_MS) return `${Math.max(1, Math.round(ms / MINUTE_MS))} ${word.minute}`
  if (ms < DAY_MS) return `${Math.round(ms / HOUR_MS)} ${word.hour(Math.round(ms / HOUR_MS))}`
  return `${Math.round(ms / DAY_MS)} ${word.day(Math.round(ms / DAY_MS))}`
}

/** 80 米, 1.2 公里. */
export function distance(metres: number, lang: Lang = 'zh-CN'): string {
  if (metres < 995)
    return `${metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10} ${lang === 'en' ? 'm' : '米'}`
  return `${(metres / 1000).toFixed(metres < 9_950 ? 1 : 0)} ${lang === 'en' ? 'km' : '公里'}`
}

/** 12,345 and, in Chinese, 12.3 万 from a hundred thousand on. */
export function number(value: number, lang: Lang = 'zh-CN'): string {
  if (lang === 'zh-CN' && Math.abs(value) >= 100_000) return `${(value / 10_000).toFixed(1)} 万`
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 })
}

/** 0.862 → 86%. */
export const share = (value: number): string => `${Math.round(value * 100)}%`

/** 12345 (fen) → 123.45 元. */
export const money = (amountFen: number, lang: Lang = 'zh-CN'): string =>
  lang === 'en' ? `CNY ${(amountFen / 100).toFixed(2)}` : `${(amountFen / 100).toFixed(2)} 元`

type Parts = { year: number; month: number; day: number; hour: number; minute: number }
// prettier-ignore
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23',
})

function partsOf(at: Instant): Parts {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of format.formatToParts(new Date(at))) if (isPart(type)) parts[type] = Number(value)
  return parts
}

const isPart = (type: string): type is keyof Parts => ['year', 'month', 'day', 'hour', 'minute'].includes(type)

const daysSince1970 = (at: Instant): number => {
  const { year, month, day } = partsOf(at)
  return Date.UTC(year, month - 1, day) / DAY_MS
}
const dayOffset = (at: Instant, now: Date) => daysSince1970(at) - daysSince1970(now)

const NEAR: Record<Lang, Record<string, string>> = {
  'zh-CN': { '-2': '前天', '-1': '昨天', '0': '今天', '1': '明天', '2': '后天' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}
// 1 January 1970 was a Thursday
const WEEKDAYS: Record<Lang, string[]> = {
  'zh-CN': ['周四', '周五', '周六', '周日', '周一', '周二', '周三'],
  en: ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'],
}
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const UNITS = {
  'zh-CN': { day: () => '天', hour: () => '小时', h: '时', minute: '分钟', min: '分' },
  en: {
    day: (n: number) => (n === 1 ? 'day' : 'days'),
    hour: (n: number) => (n === 1 ? 'hour' : 'hours'),
    h: 'h',
    minute: 'min',
    min: 'min',
  },
}

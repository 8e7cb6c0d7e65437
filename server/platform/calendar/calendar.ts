/**
 * The working calendar of a district: which days are worked, at which hours, and when people may be disturbed.
 *
 * Everything is integer arithmetic on local milliseconds and local day numbers (days since 1970-01-01 in the zone).
 * That is exact because the zone has one fixed offset: China has had no daylight saving time since 1991.
 */
import type { HolidayRule } from './holidays.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Opening and closing time of one span, `HH:MM`, half-open: work has stopped at the closing time itself. */
export type Hours = readonly (readonly [opens: string, closes: string])[]

export type CalendarSettings = {
  /** Minutes east of Greenwich, without daylight saving; 480 = Asia/Shanghai. */
  zoneOffsetMinutes: number
  workingHours: Hours
  /** When reminders may be sent; the default is the working hours of workdays. */
  duty?: { hours: Hours; days: 'workdays' | 'everyDay' }
  holidays: HolidayRule
  /** The tenant's own days, `YYYY-MM-DD`; they win over the law's (a typhoon day, a local festival, a weekend shift). */
  extraDays?: Readonly<Record<string, 'holiday' | 'workday'>>
  /**
   * Where a limit of n working days ends. Default: at the close of business of the n-th working day after the day it
   * began, the first day not counted (Civil Code Art. 201, 203). `fullDays` counts n days of working time from the
   * moment it began, as digital city management (数字城管) systems do.
   */
  workingDayLimit?: 'closeOfNthDay' | 'fullDays'
}

/** Milliseconds after local midnight. */
type Span = { from: number; to: number }

/** Made by `makeCalendar`; other files treat it as opaque and ask the functions of this folder. */
export type Calendar = {
  offset: number
  spans: readonly Span[]
  /** Working milliseconds of one workday. */
  dayLength: number
  duty: { spans: readonly Span[]; everyDay: boolean }
  workingDayLimit: 'closeOfNthDay' | 'fullDays'
  isWorkday: (day: number) => boolean
}

/** Monday to Friday is worked unless the holiday rule or the tenant's extra days say otherwise. */
export function makeCalendar(settings: CalendarSettings): Calendar {
  const { zoneOffsetMinutes, workingHours, duty, holidays, extraDays = {} } = settings
  const spans = parseHours(workingHours)
  const known = new Map<number, boolean>()

  const look = (day: number) => {
    const on = dateOfDay(day)
    const rule = extraDays[on] ?? holidays(on)
    return rule ? rule === 'workday' : isWeekday(day)
  }
  return {
    offset: zoneOffsetMinutes * MINUTE,
    spans,
    dayLength: spans.reduce((sum, span) => sum + span.to - span.from, 0),
    duty: { spans: duty ? parseHours(duty.hours) : spans, everyDay: duty?.days === 'everyDay' },
    workingDayLimit: settings.workingDayLimit ?? 'closeOfNthDay',
    isWorkday(day) {
      let answer = known.get(day)
      if (answer === undefined) known.set(day, (answer = look(day)))
      return answer
    },
  }
}

/** Whether a calendar date `YYYY-MM-DD` is worked. */
export const isWorkday = (on: string, calendar: Calendar) => calendar.isWorkday(Date.parse(on) / DAY)

/** The calendar date `YYYY-MM-DD` on which an instant falls in the calendar's zone. */
export const dateOn = (at: Date, calendar: Calendar) => dateOfDay(localDay(at, calendar))

/** Whether work is being done at this instant: opening times belong to it, closing times do not. */
export function isWorkingMoment(at: Date, calendar: Calendar): boolean {
  const time = localTime(at, calendar)
  return (
    calendar.isWorkday(localDay(at, calendar)) && calendar.spans.some((span) => span.from <= time && time < span.to)
  )
}

/** The instant itself when it lies in duty hours, else the next opening: the moment at which a reminder may be sent. */
export function nextDutyMoment(at: Date, calendar: Calendar): Date {
  const { spans, everyDay } = calendar.duty
  const isDuty = (day: number) => everyDay || calendar.isWorkday(day)
  const today = localDay(at, calendar)
  const time = localTime(at, calendar)

  const later = isDuty(today) ? spans.find((span) => time < span.to) : undefined
  if (later) return time >= later.from ? at : instant(today, later.from, calendar)
  let day = today + 1
  while (!isDuty(day)) day++
  return instant(day, openingTime(spans), calendar)
}

/** Another day of the calendar, told as its days are: 2026-11-20. */
export const plusDays = (on: string, days: number): string => dateOfDay(Date.parse(on) / DAY + days)

export const localDay = (at: Date, calendar: Calendar) => Math.floor((at.getTime() + calendar.offset) / DAY)
export const localTime = (at: Date, calendar: Calendar) => {
  const local = at.getTime() + calendar.offset
  return local - Math.floor(local / DAY) * DAY
}
export const instant = (day: number, time: number, calendar: Calendar) => new Date(day * DAY + time - calendar.offset)

const openingTime = (spans: readonly Span[]) => spans[0]?.from ?? 0
const dateOfDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)
const isWeekday = (day: number) => (((day + 3) % 7) + 7) % 7 < 5 // day 0, 1970-01-01, was a Thursday

function parseHours(hours: Hours): readonly Span[] {
  const spans = hours.map(([opens, closes]) => ({ from: parseTime(opens), to: parseTime(closes) }))
  const inOrder = spans.every((span, i) => (spans[i - 1]?.to ?? 0) <= span.from && span.from < span.to)
  if (spans.length === 0 || !inOrder) throw new RangeError(`hours must be in order and not overlap: ${hours.join(' ')}`)
  return spans
}

function parseTime(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? []
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE
  if (!(time <= DAY)) throw new RangeError(`not a time of day: ${text}`)
  return time
}

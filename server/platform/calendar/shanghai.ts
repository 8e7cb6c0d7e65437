/** The calendar a tenant has before it sets its own: Asia/Shanghai, the hours usual in community offices, public holidays. */
import { dateOn, makeCalendar, type CalendarSettings } from './calendar.ts'
import { chineseHolidays } from './holidays.ts'

export const SHANGHAI: CalendarSettings = {
  zoneOffsetMinutes: 480,
  workingHours: [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ], // customary; each tenant confirms its own
  holidays: chineseHolidays,
}

export const shanghaiCalendar = (own: Partial<CalendarSettings> = {}) => makeCalendar({ ...SHANGHAI, ...own })

const DEFAULT = shanghaiCalendar()
/** Calendar date in Shanghai: terms of posts and validity of places count in whole days. */
export const shanghaiToday = (now: Date): string => dateOn(now, DEFAULT)

/** The moment at which a day begins in Shanghai. */
export const shanghaiMidnight = (on: string): Date => new Date(`${on}T00:00:00+08:00`)

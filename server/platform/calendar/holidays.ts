/**
 * Which calendar dates are public holidays or make-up workdays in China: the only file that knows `chinese-days`.
 *
 * The State Council announces a year's arrangement (with the make-up weekends) about two months before it begins, and
 * the library learns it with an update. Until then the days fixed by law are used, so that a limit which runs over
 * New Year is not counted through it; make-up weekends and the shifted days of a long holiday are unknown till then.
 * Source of the fixed days: 全国年节及纪念日放假办法 Art. 2 (State Council Order 795, in force 2025-01-01).
 */
import chineseDays from 'chinese-days'

/** What the law says of a date `YYYY-MM-DD`; undefined = nothing special, the day of the week decides. */
export type HolidayRule = (on: string) => 'holiday' | 'workday' | undefined

export const chineseHolidays: HolidayRule = (on) => {
  const year = Number(on.slice(0, 4))
  if (!isAnnounced(year)) return fixedByLaw(year).has(on) ? 'holiday' : undefined
  const day = chineseDays.getDayDetail(on)
  if (!isSpecial(day.name)) return undefined
  return day.work ? 'workday' : 'holiday'
}

/** Whether the make-up days of a year are known; a page shows "provisional" beside a deadline in a year that is not. */
export const isAnnounced = remembered((year: number) => isSpecial(chineseDays.getDayDetail(`${year}-10-01`).name))

/** Exported for its test, which holds it against the years that were announced. */
export const fixedByLaw = remembered((year: number) => {
  const solar = ['01-01', qingming(year), '05-01', '05-02', '10-01', '10-02', '10-03']
  const lunar = daysOfYear(year).filter((on) => LUNAR.has(lunarDate(on)) || lunarDate(daysAfter(on, 1)) === '1/1')
  return new Set([...solar.map((day) => `${year}-${day}`), ...lunar])
})

/** 正月初一至初三、端午、中秋; the eve (除夕) is found as the day before 1/1. */
const LUNAR = new Set(['1/1', '1/2', '1/3', '5/5', '8/15'])

// The library's way from lunar to solar dates, and its solar terms, are a day off where the machine's zone is west of
// UTC; this way round is not. The platform's lunar calendar (Intl) begins the lunar year 2027 a day late.
function lunarDate(on: string): string {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(on)
  return `${isLeap ? 'leap ' : ''}${lunarMon}/${lunarDay}`
}

/** Day of the solar term 清明, by the customary approximation (寿星公式) for 2000 to 2099; always 4 or 5 April. */
function qingming(year: number): string {
  const inCentury = year % 100
  return `04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`
}

const daysOfYear = (year: number) => Array.from({ length: 366 }, (_, day) => daysAfter(`${year}-01-01`, day))

/** The library names an arranged day "English,中文,days" and any other day by its weekday alone. */
const isSpecial = (name: string) => name.includes(',')

const daysAfter = (on: string, days: number) => new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)

function remembered<T>(answer: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>()
  return (year) => {
    const found = known.get(year) ?? answer(year)
    known.set(year, found)
    return found
  }
}

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

const fixedByLaw = remembered((year: number) => {
  const newYear = chineseDays.getSolarDateFromLunar(`${year}-01-01`).date
  const springFestival = [-1, 0, 1, 2].map((days) => daysAfter(newYear, days)) // 除夕、正月初一至初三
  const lunar = ['05-05', '08-15'].map((day) => chineseDays.getSolarDateFromLunar(`${year}-${day}`).date)
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`)
  return new Set([...fixed, ...springFestival, ...lunar, chineseDays.getSolarTermDate(year, 4, 'pure_brightness')])
})

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

/**
 * Periods as people name them, as calendar days of the place, both ends included: this month so far, last month, thirty days,
 * the quarter, the year, or any two days. Pure: the present moment is given.
 */
const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000 // no summer time since 1991

export type Period = { from: string; to: string }
export const PERIOD_NAMES = ['month', 'lastMonth', 'days30', 'quarter', 'year'] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]

export const todayIn = (now: Date): string => new Date(now.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
export const daysIn = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
/** The Monday of the week of this day. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7))
const monthOf = (day: string) => day.slice(0, 7)
const firstOf = (day: string) => `${monthOf(day)}-01`

export function periodOf(name: PeriodName, today: string): Period {
  const [year = '', month = ''] = today.split('-')
  switch (name) {
    case 'month':
      return { from: firstOf(today), to: today }
    case 'lastMonth': {
      const to = addDays(firstOf(today), -1)
      return { from: firstOf(to), to }
    }
    case 'days30':
      return { from: addDays(today, -29), to: today }
    case 'quarter':
      return { from: `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`, to: today }
    case 'year':
      return { from: `${year}-01-01`, to: today }
  }
}

/** The name of a period, if it has one today; the first that fits. */
export const nameOf = ({ from, to }: Period, today: string): PeriodName | undefined =>
  PERIOD_NAMES.find((name) => {
    const period = periodOf(name, today)
    return period.from === from && period.to === to
  })

/** The period of equal length just before it; a whole month's is the month before. */
export function before({ from, to }: Period): Period {
  const whole = from === firstOf(from) && monthOf(addDays(to, 1)) !== monthOf(to) && monthOf(from) === monthOf(to)
  const end = addDays(from, -1)
  return whole ? { from: firstOf(end), to: end } : { from: addDays(from, -daysIn({ from, to })), to: end }
}

/** A week or month of which no day is missing, and which is over. */
export const isWhole = ({ from, to }: Period, by: 'week' | 'month', today: string): boolean =>
  to < today &&
  (by === 'week'
    ? from === mondayOf(from) && to === addDays(from, 6)
    : from === firstOf(from) && addDays(to, 1) === firstOf(addDays(to, 1)))

const FEW_WEEKS = 12
const MOST_WEEKS = 26

/** What a trend shows for a period: at least twelve weeks up to its end; months where weeks would be too many. */
export function trendWindow({ from, to }: Period): Period & { by: 'week' | 'month' } {
  if (daysIn({ from, to }) > MOST_WEEKS * 7) {
    const yearBack = `${Number(to.slice(0, 4)) - 1}${to.slice(4, 7)}-01`
    return { from: from < yearBack ? firstOf(from) : yearBack, to, by: 'month' }
  }
  const weeksBack = addDays(mondayOf(to), -7 * (FEW_WEEKS - 1))
  return { from: from < weeksBack ? mondayOf(from) : weeksBack, to, by: 'week' }
}

/** A period as whole months and the days at its edges: the fewest cells that hold it. Pure; days are calendar words. */
import { DAY, plusDays } from '#platform/calendar/calendar.ts'
import { AppError } from '#platform/errors.ts'

export type Grain = 'day' | 'month'
/** Cells of this grain that begin from one day to another. */
export type Span = { grain: Grain; from: string; to: string }

const FIRST_DAY = '2000-01-01' // before it nobody kept figures of this kind
const MOST_DAYS = 1100 // three years and their edges

export const daysIn = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY + 1
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`
export const plusMonths = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 10)
}
export const lastOfMonth = (day: string): string => plusDays(plusMonths(monthOf(day), 1), -1)

/** @throws figures_period */
export function checkPeriod({ from, to }: { from: string; to: string }): void {
  if (to < from || from < FIRST_DAY || daysIn(from, to) > MOST_DAYS)
    throw new AppError('figures_period', { field: 'from' })
}

export function spansOf(from: string, to: string): Span[] {
  const first = from === monthOf(from) ? from : plusMonths(monthOf(from), 1)
  const last = to === lastOfMonth(to) ? monthOf(to) : plusMonths(monthOf(to), -1)
  if (last < first) return [{ grain: 'day', from, to }]
  const spans: Span[] = [{ grain: 'month', from: first, to: lastOfMonth(last) }]
  if (from < first) spans.unshift({ grain: 'day', from, to: plusDays(first, -1) })
  if (to > lastOfMonth(last)) spans.push({ grain: 'day', from: plusMonths(last, 1), to })
  return spans
}

type Days = { from: string; to: string }
/** Whether every day at the edges of these periods is kept; `firstKept` undefined: all days are. Months always are. */
export const hasDays = (periods: readonly Days[], firstKept: string | undefined): boolean =>
  firstKept === undefined ||
  periods.every(({ from, to }) => spansOf(from, to).every((span) => span.grain === 'month' || span.from >= firstKept))

/** @throws figures_too_old */
export function checkDays(periods: readonly Days[], firstKept: string | undefined): void {
  if (!hasDays(periods, firstKept)) throw new AppError('figures_too_old', { from: firstKept ?? null })
}

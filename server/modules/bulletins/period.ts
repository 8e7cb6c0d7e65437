/** Weeks from Monday to Sunday and calendar months, in days of the district's zone; pure. A wall newspaper speaks of a month. */
import type { BulletinKind } from '#contracts/bulletins.ts'
import { DAY, plusDays } from '#platform/calendar/calendar.ts'

export type Period = { from: string; to: string }

const DAYS_A_WEEK = 7
const dayOf = (on: string) => Date.parse(on) / DAY
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

/** The week or month that holds this day. */
export function periodOf(kind: BulletinKind, on: string): Period {
  if (kind === 'weekly') {
    const monday = dayOf(on) - ((dayOf(on) + 3) % DAYS_A_WEEK) // 1 January 1970 was a Thursday
    return { from: dateOf(monday), to: dateOf(monday + DAYS_A_WEEK - 1) }
  }
  const [year = 0, month = 1] = on.split('-').map(Number)
  return { from: `${on.slice(0, 7)}-01`, to: dateOf(Date.UTC(year, month, 1) / DAY - 1) }
}

/** The one before, of the same kind. */
export const periodBefore = (kind: BulletinKind, { from }: Period): Period => periodOf(kind, plusDays(from, -1))
/** The last one that is over on this day. */
export const lastFinished = (kind: BulletinKind, today: string): Period => periodBefore(kind, periodOf(kind, today))

/** Points of its curve: the days of a week, the weeks of a month (the first and the last may be parts). */
export function pointsOf(kind: BulletinKind, { from, to }: Period): Period[] {
  const points: Period[] = []
  let start = from
  while (start <= to) {
    const end = kind === 'weekly' ? start : periodOf('weekly', start).to
    points.push({ from: start, to: end < to ? end : to })
    start = plusDays(end, 1)
  }
  return points
}

/** 11 月 16 日 */
export const dayWords = (on: string) => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8, 10))} 日`
/** 2026 年 11 月 16 日至 22 日; 2026 年 11 月 */
export function periodWords(kind: BulletinKind, { from, to }: Period): string {
  const year = `${from.slice(0, 4)} 年`
  if (kind !== 'weekly') return `${year} ${Number(from.slice(5, 7))} 月`
  const end = to.slice(0, 7) === from.slice(0, 7) ? `${Number(to.slice(8, 10))} 日` : dayWords(to)
  return `${year} ${dayWords(from)}至 ${end}`
}

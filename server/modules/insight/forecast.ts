/**
 * The week's deadlines beside what is usually settled on such a day: what will be late if nothing changes.
 * The pace of a weekday is the median of the last eight; what is settled first is what is due first.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { figuresForecast } from '#contracts/figures.ts'
import { addCounts } from '#modules/figures/index.ts'
import { dueUntil } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import { isWorkday, plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiCalendar, shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { groundOf } from './ground.ts'
import { sumsIn } from './sums.ts'

const DAYS = 7
const WEEKS = 8
const CALENDAR = shanghaiCalendar()

/** @throws place_not_found, right_required */
export async function forecast(
  tx: Tx,
  actor: Actor,
  placeId: string | undefined,
  now: Date,
): Promise<ReplyOf<typeof figuresForecast>> {
  const { ground } = await groundOf(tx, actor, placeId)
  const today = shanghaiToday(now)
  const days = Array.from({ length: DAYS }, (_, at) => plusDays(today, at))
  const due = await dueUntil(tx, { ...ground, cut: 'all' }, shanghaiMidnight(plusDays(today, DAYS)), now)
  const past = Array.from({ length: WEEKS * DAYS }, (_, at) => plusDays(today, at - WEEKS * DAYS))
  const sums = await sumsIn(tx, ground, { cut: 'all', periods: past.map((day) => ({ from: day, to: day })), now })
  const settled = past.map((_, at) => {
    const {
      closed = 0,
      duplicate = 0,
      withdrawn = 0,
    } = addCounts(sums.flatMap((sum) => (sum.period === at ? [sum.counts] : [])))
    return closed - duplicate - withdrawn
  })
  const began = settled.findIndex((n) => n > 0)
  const paces = days.map((_, weekday) => {
    const same = settled.filter((_, at) => at % DAYS === weekday && began >= 0 && at >= began)
    return same.length === 0 ? null : median(same)
  })
  const dueOn = days.map((on) => due.find((one) => one.on === on))
  const overdue = due.find(({ on }) => on === null)?.due ?? 0
  const late = lateAtEnd(
    overdue,
    dueOn.map((one) => one?.due ?? 0),
    paces.map((pace) => pace ?? 0),
  )
  return {
    overdue,
    days: days.map((on, at) => ({
      on,
      workday: isWorkday(on, CALENDAR),
      due: dueOn[at]?.due ?? 0,
      notTakenOn: dueOn[at]?.notTakenOn ?? 0,
      usuallyDone: paces[at] ?? null,
      expectedLate: late[at] ?? 0,
    })),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return Math.round(((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2)
}

/** What is past its time at the end of each day, when each day settles its pace in the order of deadlines. */
export function lateAtEnd(overdue: number, due: readonly number[], paces: readonly number[]): number[] {
  const left = [overdue, ...due]
  return paces.map((pace, day) => {
    let spare = pace
    for (const [at, n] of left.entries()) {
      const settled = Math.min(n, spare)
      left[at] = n - settled
      spare -= settled
    }
    return left.slice(0, day + 2).reduce((sum, n) => sum + n, 0)
  })
}

/**
 * The last thirty days of the area, calmly: the three rates with what they rest on, and how many lamps each day lit. From the
 * kept figures, so that a wall that looks again every second costs the same whatever the history.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { RATES, THREE_RATES, type Counts, type Measure } from '#contracts/figures.ts'
import type { screenBoard } from '#contracts/requests.ts'
import { addCounts, DISTRICT, readSums } from '#modules/figures/index.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import type { Area } from './scope.ts'

const DAYS = 30

export async function monthOf(tx: Tx, area: Area, today: string): Promise<ReplyOf<typeof screenBoard>['month']> {
  const days = Array.from({ length: DAYS }, (_, nth) => plusDays(today, nth - DAYS + 1))
  const sums = await readSums(tx, {
    places: [area.level === 'district' ? DISTRICT : area.placeId],
    periods: days.map((day) => ({ from: day, to: day })),
  })
  const all = addCounts(sums.map(({ counts }) => counts))
  return {
    rates: THREE_RATES.map((code) => ({ code, of: sumOf(all, RATES[code].of), n: sumOf(all, RATES[code].n) })),
    days: days.map((on, nth) => {
      const counts = addCounts(sums.filter(({ period }) => period === nth).map((sum) => sum.counts))
      return { on, received: counts.received ?? 0, confirmed: sumOf(counts, ['byReporter', 'byCallBack']) }
    }),
  }
}

const sumOf = (counts: Counts, measures: readonly Measure[]) =>
  measures.reduce((sum, measure) => sum + (counts[measure] ?? 0), 0)

/** Counts of a place and period, of the period before, and what stands open now; and the same as a curve. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import type { figuresOverview, figuresTrend } from '#contracts/figures.ts'
import { addCounts, lastOfMonth, monthOf, type Period } from '#modules/figures/index.ts'
import { countOpen } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import { DAY, plusDays } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { groundOf } from './ground.ts'
import { checkLook, cutOf, keptBefore } from './look.ts'
import { sumsIn } from './sums.ts'

/** @throws place_not_found, right_required, figures_period, figures_one_cut, figures_too_old */
export async function overview(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof figuresOverview>,
  now: Date,
): Promise<ReplyOf<typeof figuresOverview>> {
  const { ground } = await groundOf(tx, actor, query.placeId)
  const { cut, key } = cutOf(query)
  const { from, to } = query
  checkLook(ground, cut, { from, to }, now)
  const earlier = keptBefore(ground, cut, { from, to }, now)
  const sums = await sumsIn(tx, ground, { cut, key, periods: [{ from, to }, ...(earlier ? [earlier] : [])], now })
  const of = (period: number) => addCounts(sums.filter((sum) => sum.period === period).map(({ counts }) => counts))
  const [standing = { openNow: 0, overdueNow: 0 }] = await countOpen(tx, { ...ground, cut, key }, now)
  const { id, name, level, households } = ground.place
  return {
    place: { id, name, level, households },
    from,
    to,
    asOf: now.toISOString(),
    counts: of(0),
    before: earlier ? { ...earlier, counts: of(1) } : null,
    standing: { openNow: standing.openNow, overdueNow: standing.overdueNow },
  }
}

/** @throws place_not_found, right_required, figures_period, figures_one_cut, figures_too_old */
export async function trend(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof figuresTrend>,
  now: Date,
): Promise<ReplyOf<typeof figuresTrend>> {
  const { ground } = await groundOf(tx, actor, query.placeId)
  const { cut, key } = cutOf(query)
  const { from, to, by } = query
  const points = pointsOf({ from, to }, by)
  checkLook(ground, cut, { from, to }, now, points)
  const sums = await sumsIn(tx, ground, { cut, key, periods: points, now })
  const found = points.map((): (typeof sums)[number]['counts'][] => [])
  for (const { period, counts } of sums) found[period]?.push(counts)
  return { points: points.map((point, at) => ({ ...point, counts: addCounts(found[at] ?? []) })) }
}

const MONDAY_OFFSET = 3 // 1 January 1970 was a Thursday
const sunday = (day: string) => plusDays(day, 6 - ((Date.parse(day) / DAY + MONDAY_OFFSET) % 7))
const END_OF = { day: (day: string) => day, week: sunday, month: (day: string) => lastOfMonth(monthOf(day)) }

/** Days, weeks from Monday or months; cut off where the period begins and ends. */
export function pointsOf({ from, to }: Period, by: keyof typeof END_OF): Period[] {
  const points: Period[] = []
  for (let at = from; at <= to;) {
    const end = END_OF[by](at)
    const last = end < to ? end : to
    points.push({ from: at, to: last })
    at = plusDays(last, 1)
  }
  return points
}

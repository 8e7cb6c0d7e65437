/** A look at figures as it was asked for, checked: the period, the one of equal length before it, and at most one cut. */
import {
  checkDays,
  checkPeriod,
  daysIn,
  firstDayKept,
  lastOfMonth,
  monthOf,
  plusMonths,
  spansOf,
  type Cut,
  type Period,
} from '#modules/figures/index.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { AppError } from '#platform/errors.ts'
import type { Ground } from './ground.ts'
import { isKept } from './sums.ts'

export type Look = { from: string; to: string; categoryCode?: string; channel?: string; organisationId?: string }
export type CutLook = { cut: Cut; key: string | undefined }

/** @throws figures_one_cut */
export function cutOf({ categoryCode, channel, organisationId }: Look): CutLook {
  const cuts: CutLook[] = []
  if (categoryCode !== undefined) cuts.push({ cut: 'category', key: categoryCode })
  if (channel !== undefined) cuts.push({ cut: 'channel', key: channel })
  if (organisationId !== undefined) cuts.push({ cut: 'organisation', key: organisationId })
  if (cuts.length > 1) throw new AppError('figures_one_cut', { field: 'categoryCode' })
  return cuts[0] ?? { cut: 'all', key: undefined }
}

/** Whole months are compared with as many months before, other periods with as many days. */
export function before({ from, to }: Period): Period {
  if (from === monthOf(from) && to === lastOfMonth(to)) {
    const months =
      (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
    return { from: plusMonths(from, -months), to: plusDays(from, -1) }
  }
  return { from: plusDays(from, -daysIn(from, to)), to: plusDays(from, -1) }
}

/** What is kept of its days for ever; of the rest only months, once they are old. */
const isLasting = ({ place }: Ground, cut: Cut) =>
  cut === 'all' && ['district', 'subdistrict', 'community'].includes(place.level)

/** @throws figures_period, figures_too_old */
export function checkLook(
  ground: Ground,
  cut: Cut,
  period: Period,
  now: Date,
  points: readonly Period[] = [period],
): void {
  checkPeriod(period)
  if (isLasting(ground, cut) || !isKept(ground.place, cut)) return
  for (const { from, to } of points) checkDays(spansOf(from, to), firstDayKept(now))
}

/**
 * The period before as far as it is kept: all of it, or its whole months where the days at its edges are too old; undefined
 * when nothing whole is left. A number that lacks some days would be compared as if it were whole.
 */
export function keptBefore(ground: Ground, cut: Cut, period: Period, now: Date): Period | undefined {
  const earlier = before(period)
  if (isLasting(ground, cut) || !isKept(ground.place, cut)) return earlier
  const spans = spansOf(earlier.from, earlier.to)
  if (spans.every(({ grain, from }) => grain === 'month' || from >= firstDayKept(now))) return earlier
  const months = spans.find(({ grain }) => grain === 'month')
  return months && { from: months.from, to: months.to }
}

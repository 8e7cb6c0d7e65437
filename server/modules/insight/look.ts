/** A look at figures as it was asked for, checked: the period, the one of equal length before it, and at most one cut. */
import {
  checkDays,
  checkPeriod,
  daysIn,
  firstDayKept,
  hasDays,
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

/**
 * What is not kept of a community or below is counted from its requests; above it whole months alone are older than a year.
 * @throws figures_period, figures_too_old
 */
export function checkLook(
  { place, communityId }: Ground,
  cut: Cut,
  period: Period,
  now: Date,
  points: readonly Period[] = [period],
): void {
  checkPeriod(period)
  if (communityId === null) checkDays(points, firstDayKept(place.level, cut, now))
}

/**
 * The period before as far as it is kept: all of it, or its whole months where the days at its edges are too old; undefined
 * when nothing whole is left. A number that lacks some days would be compared as if it were whole.
 */
export function keptBefore({ place, communityId }: Ground, cut: Cut, period: Period, now: Date): Period | undefined {
  const earlier = before(period)
  if (communityId !== null || hasDays([earlier], firstDayKept(place.level, cut, now))) return earlier
  const months = spansOf(earlier.from, earlier.to).find(({ grain }) => grain === 'month')
  return months && { from: months.from, to: months.to }
}

/** Sums of a look at figures: from what is kept, or where nothing is kept because it is small, from its requests. */
import type { Counts, Measure } from '#contracts/figures.ts'
import {
  addCounts,
  checkDays,
  firstDayKept,
  hasDays,
  readSums,
  type Cut,
  type Period,
  type Sum,
} from '#modules/figures/index.ts'
import { countDays, type PlaceColumn } from '#modules/requests/index.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { columnOfLevel, type Ground, type TableLevel } from './ground.ts'

/** Cuts of compounds and grids, and buildings, are not kept: a community has few enough requests to count them. */
const isKept = (level: string, cut: Cut): boolean =>
  level !== 'building' && (cut === 'all' || ['district', 'subdistrict', 'community'].includes(level))

/** With every day of these periods. */
export const isWhole = (level: string, cut: Cut, periods: readonly Period[], now: Date): boolean =>
  isKept(level, cut) && hasDays(periods, firstDayKept(level, cut, now))

type Asked = { cut: Cut; key?: string; periods: readonly Period[]; now: Date; only?: Measure | undefined }

/** Of one place; each key of the cut apart. */
export async function sumsIn(tx: Tx, ground: Ground, { cut, key, periods, now, only }: Asked): Promise<Sum[]> {
  if (isWhole(ground.place.level, cut, periods, now))
    return readSums(tx, { places: ground.cells, cut, key, periods, only })
  return countSums(tx, ground, { cut, key, periods, only, by: cut === 'all' ? undefined : cut })
}

/** Of places of a level within one place; each place apart. @throws figures_too_old, figures_one_cut when they are too many to count */
export async function sumsByPlace(
  tx: Tx,
  ground: Ground,
  { level, ids, cut, key, periods, now, only }: Asked & { level: TableLevel; ids: readonly string[] },
): Promise<Sum[]> {
  if (isWhole(level, cut, periods, now)) return readSums(tx, { places: ids, cut, key, periods, only })
  if (ground.communityId === null && isKept(level, cut)) checkDays(periods, firstDayKept(level, cut, now))
  const sums = await countSums(tx, ground, { cut, key, periods, only, by: columnOfLevel(level) })
  return sums.map((sum) => ({ ...sum, placeId: sum.key, key: key ?? '' }))
}

async function countSums(
  tx: Tx,
  { communityId, ...area }: Ground,
  { cut, key, periods, only, by }: Omit<Asked, 'now'> & { by?: Exclude<Cut, 'all'> | PlaceColumn },
): Promise<Sum[]> {
  if (communityId === null) throw new AppError('figures_one_cut', { field: 'level' })
  const sums: Sum[] = []
  for (const [from, to, wanted] of spansIn(periods)) {
    const days = await countDays(tx, { ...area, cut, key, communityId, by }, { from, to })
    for (const period of wanted) {
      const { from, to } = periods[period] ?? { from: '', to: '' }
      const keys = new Map<string, Counts[]>()
      for (const { on, key, ...counts } of days)
        if (on >= from && on <= to) keys.set(key, [...(keys.get(key) ?? []), counts])
      for (const [key, all] of keys) {
        const counts = addCounts(all)
        sums.push({ period, placeId: area.place.id, key, counts: only ? { [only]: counts[only] ?? 0 } : counts })
      }
    }
  }
  return sums
}

/** Periods that follow each other are read at once: the points of a curve, a period and the one before. */
function spansIn(periods: readonly Period[]): [from: string, to: string, periods: number[]][] {
  const order = periods
    .map((_, at) => at)
    .sort((a, b) => ((periods[a]?.from ?? '') < (periods[b]?.from ?? '') ? -1 : 1))
  const spans: [string, string, number[]][] = []
  for (const at of order) {
    const { from, to } = periods[at] ?? { from: '', to: '' }
    const last = spans.at(-1)
    if (last && from <= plusDays(last[1], 1)) {
      last[1] = to > last[1] ? to : last[1]
      last[2].push(at)
    } else spans.push([from, to, [at]])
  }
  return spans
}

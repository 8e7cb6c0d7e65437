/**
 * What a bulletin is made of, taken in one transaction: figures, photos, what is late and with whom. From then on it is a
 * snapshot; nobody writes in it. Residents' own words pass the rules of the wall display (screen/public-words.ts).
 */
import { NOBODY_YET, SHOWN_COUNTS, SHOWN_RATES } from '#contracts/bulletin-words.ts'
import type { BulletinKind, Material } from '#contracts/bulletins.ts'
import { RATES, type Counts, type Measure } from '#contracts/figures.ts'
import { addCounts, DISTRICT, readSums } from '#modules/figures/index.ts'
import { isValid, type Place, readTree } from '#modules/places/index.ts'
import { publicTitle } from '#modules/requests/index.ts'
import { DAY, plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { printable } from '#platform/documents/coverage.ts'
import {
  inHand,
  onLadder,
  overdueByHolder,
  overdueByPlace,
  solvedWithPhotos,
  standingOf,
  thanksOf,
  type Level,
  type SolvedRow,
} from './gather-queries.ts'
import { periodBefore, pointsOf, type Period } from './period.ts'

/** A page of photos; a wall takes fewer. Those with most neighbours behind them come first. */
const MOST_SOLVED = { weekly: 6, monthly: 8, wall: 8 } as const
const cellOf = ({ id, level }: Pick<Place, 'id' | 'level'>) => (level === 'district' ? DISTRICT : id)

export async function gather(tx: Tx, kind: BulletinKind, place: Place, period: Period, now: Date): Promise<Material> {
  const where = { level: place.level as Level, placeId: place.id } // BULLETIN_LEVELS allows no other
  const span: [Date, Date] = [shanghaiMidnight(period.from), shanghaiMidnight(plusDays(period.to, 1))]
  const before = periodBefore(kind, period)
  const points = pointsOf(kind, period)
  const sums = await readSums(tx, { places: [cellOf(place)], periods: [period, before, ...points] })
  const countsIn = (at: number) => addCounts(sums.filter((one) => one.period === at).map(({ counts }) => counts))
  const [own, past] = [countsIn(0), countsIn(1)]
  return {
    asOf: now.toISOString(),
    before,
    counts: SHOWN_COUNTS.map((measure) => ({ measure, now: own[measure] ?? 0, before: past[measure] ?? 0 })),
    standing: (await standingOf(tx, where, now)) ?? { openNow: 0, overdueNow: 0 },
    rates: SHOWN_RATES.map((rate) => {
      const { of, n } = RATES[rate]
      return { rate, of: sum(own, of), n: sum(own, n), ofBefore: sum(past, of), nBefore: sum(past, n) }
    }),
    trend: points.map(({ from }, at) => ({ from, received: countsIn(at + 2).received ?? 0, closed: countsIn(at + 2).closed ?? 0 })), // prettier-ignore
    places: kind === 'wall' ? [] : await placesBelow(tx, place, period, now),
    solved: (await solvedWithPhotos(tx, where, span, MOST_SOLVED[kind])).map(viewSolved),
    overdue: (await overdueByHolder(tx, where, now)).map(({ holder, name, count, oldestDueAt }) => ({
      holder,
      name: name ?? NOBODY_YET.zh,
      count,
      oldestDueOn: shanghaiToday(new Date(oldestDueAt)),
    })),
    ladder: (await onLadder(tx, where)).map(({ level, count, oldestAt }) => ({
      level,
      count,
      oldestOn: shanghaiToday(new Date(oldestAt)),
    })),
    doing:
      kind === 'wall'
        ? (await inHand(tx, where)).map(({ categoryName, name, count }) => ({
            categoryName: categoryName ?? '其他',
            holderName: name ?? NOBODY_YET.zh,
            count,
          }))
        : [],
    thanks: (await thanksOf(tx, where, span)) ?? { reporters: 0, joiners: 0, volunteers: 0, solvedByVolunteers: 0, ratings: 0 }, // prettier-ignore
  }
}

const sum = (counts: Counts, measures: readonly Measure[]) =>
  measures.reduce((total, measure) => total + (counts[measure] ?? 0), 0)

const viewSolved = ({ kind, title, placeName, categoryName, createdAt, finishedAt, closedAt, ...row }: SolvedRow) => ({
  id: row.id,
  title: printable(publicTitle(kind, title, categoryName)) || (categoryName ?? ''),
  placeName: placeName ?? '',
  categoryName,
  closedOn: shanghaiToday(new Date(closedAt)),
  days: Math.max(1, Math.ceil((Date.parse(finishedAt ?? closedAt) - Date.parse(createdAt)) / DAY)),
  before: photoOf(row.before),
  after: photoOf(row.after),
})
const photoOf = ({ id, width, height, averageColour }: SolvedRow['before']) => ({ id, width, height, averageColour })

/** The next level of the division that is there: subdistricts of a district, communities, compounds. */
const BELOW = { district: 'subdistrict', subdistrict: 'community', community: 'compound' } as const
async function placesBelow(tx: Tx, place: Place, period: Period, now: Date): Promise<Material['places']> {
  const below = BELOW[place.level as keyof typeof BELOW] // not called for compounds
  const { tree } = await readTree(tx)
  const today = shanghaiToday(now)
  const own = tree.all.filter((one) => one.level === below && one.path.startsWith(place.path) && isValid(one, today))
  const ids = own.map(({ id }) => id)
  const sums = await readSums(tx, { places: ids, periods: [period] })
  const late = await overdueByPlace(tx, { level: place.level as Level, placeId: place.id }, ids, now) // as in gather
  return own.map(({ id, name }) => {
    const counts = addCounts(sums.filter((one) => one.placeId === id).map((one) => one.counts))
    return {
      placeId: id,
      name,
      received: counts.received ?? 0,
      closed: counts.closed ?? 0,
      asked: counts.asked ?? 0,
      saidSolved: counts.saidSolved ?? 0,
      saidSatisfied: counts.saidSatisfied ?? 0,
      overdue: late.find((one) => one.placeId === id)?.count ?? 0,
    }
  })
}

/** A rate and what it rests on: sums of counted measures, never a rate of rates. Below RANKED_FROM it says little and is not ranked. */
import { RANKED_FROM, RATES, type Counts, type Measure, type RateCode } from '#contracts/figures.ts'

export type Rate = {
  of: number
  n: number
  /** Null: nothing to divide by. */
  share: number | null
  /** Too few to be compared or ranked. */
  small: boolean
}

export const sumOf = (counts: Counts, measures: readonly Measure[]): number =>
  measures.reduce((sum, measure) => sum + (counts[measure] ?? 0), 0)

export function rateOf(counts: Counts, code: RateCode): Rate {
  const rate = RATES[code]
  const [of, n] = [sumOf(counts, rate.of), sumOf(counts, rate.n)]
  return { of, n, share: n > 0 ? of / n : null, small: n < RANKED_FROM }
}

/** By how many percentage points it rose; null where one of the two rests on too few. */
export function riseOf(now: Rate, earlier: Rate): number | null {
  if (now.small || earlier.small || now.share === null || earlier.share === null) return null
  return (now.share - earlier.share) * 100
}

/** Whether more is better. Of repeats, reopenings and silence less is. */
export const BETTER: Record<RateCode, 'more' | 'less'> = {
  response: 'more',
  solved: 'more',
  satisfied: 'more',
  accepted: 'more',
  onTime: 'more',
  onTheSpot: 'more',
  reopened: 'less',
  repeated: 'less',
  silence: 'less',
}

/** Best first, those on too few at the end and without a place. Equal rates share a place: 1, 2, 2, 4. */
export function ranked<T>(rows: readonly T[], rate: (row: T) => Rate, better: 'more' | 'less') {
  const sign = better === 'more' ? -1 : 1
  const able = rows.flatMap((row) => {
    const { small, share } = rate(row)
    return small || share === null ? [] : [{ row, share }]
  })
  able.sort((a, b) => sign * (a.share - b.share))
  const placed = able.map(({ row, share }) => ({ row, place: able.findIndex((one) => one.share === share) + 1 }))
  const rest = rows.filter((row) => !able.some((one) => one.row === row))
  return [...placed, ...rest.map((row) => ({ row, place: null }))]
}

/** One side of a comparison: a place and a period; and the lines in which two sides are held against each other. Pure. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import {
  RANKED_FROM,
  RATE_CODES,
  type Counts,
  type figuresOverview,
  type Measure,
  type RateCode,
} from '#contracts/figures.ts'
import { BETTER, rateOf, riseOf, type Rate } from './rates.ts'
import type { Period } from './period.ts'

export type Side = Period & { placeId?: string }
export type Figures = ReplyOf<typeof figuresOverview>
export type CountLine = { measure: Measure; values: readonly [number, number] }
export type RateLine = {
  code: RateCode
  rates: readonly [Rate, Rate]
  /** The first less the second, in points; null where one rests on too few. */
  points: number | null
  better: 0 | 1 | null
}

export const COUNTED = ['received', 'closed', 'solved', 'returned', 'bySilence', 'exempted'] as const

export const countLines = (a: Counts, b: Counts): CountLine[] =>
  COUNTED.map((measure) => ({ measure, values: [a[measure] ?? 0, b[measure] ?? 0] as const }))

export const rateLines = (a: Counts, b: Counts): RateLine[] =>
  RATE_CODES.map((code) => {
    const rates = [rateOf(a, code), rateOf(b, code)] as const
    const points = riseOf(rates[0], rates[1])
    const even = points === null || Math.abs(points) < 0.05
    return { code, rates, points, better: even ? null : points > 0 === (BETTER[code] === 'more') ? 0 : 1 }
  })

/** Per hundred households, so that a large place can stand beside a small one; null below RANKED_FROM cases or without households. */
export function perHundred({ counts, place }: Pick<Figures, 'counts' | 'place'>): number | null {
  const received = counts.received ?? 0
  return place.households && received >= RANKED_FROM ? (received / place.households) * 100 : null
}

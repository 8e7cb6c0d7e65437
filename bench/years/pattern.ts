/**
 * When requests come and how long they take, for three made-up years. Pure.
 *
 * Hours of the day, on a working day and on a holiday, and the days until closing are those of 10,000 real requests
 * (City of Los Angeles, 311 calls of 1–3 January 2020, hackforla/311-data). Weekdays, seasons, growth and storms are
 * assumptions: nothing measured depends on them but that the load is uneven.
 */

/** Share of a day's requests in each hour, in thousandths. */
const HOURS = {
  working: [4, 2, 3, 2, 1, 2, 6, 27, 72, 87, 123, 129, 118, 112, 84, 62, 56, 30, 18, 13, 20, 14, 8, 5],
  free: [10, 8, 7, 8, 2, 1, 12, 9, 30, 51, 64, 67, 76, 69, 84, 71, 101, 51, 112, 36, 40, 42, 28, 20],
} as const

/** Days until closing at these shares of all requests; the longest tenth of them is cut at forty days. */
const CLOSED_AFTER: readonly (readonly [share: number, days: number])[] = [
  [0, 0.01],
  [0.2, 0.07],
  [0.3, 0.92],
  [0.4, 1.23],
  [0.5, 1.94],
  [0.6, 3.04],
  [0.7, 4.14],
  [0.8, 5.14],
  [0.9, 6.16],
  [0.95, 13.26],
  [1, 40],
]

export type HourShare = { free: boolean; hour: number; from: number; to: number }

/** Each hour's stretch of the day's requests, 0 to 1. */
export const hourShares = (): HourShare[] =>
  (['working', 'free'] as const).flatMap((kind) => {
    const all = HOURS[kind].reduce((sum, one) => sum + one, 0)
    let from = 0
    return HOURS[kind].map((share, hour) => {
      const one = { free: kind === 'free', hour, from, to: hour === 23 ? 1 : from + share / all }
      from = one.to
      return one
    })
  })

/** Days until closing for a number between 0 and 1. */
export function closedAfterDays(share: number): number {
  const above = CLOSED_AFTER.findIndex(([to]) => to >= share)
  const [upperShare, upper] = CLOSED_AFTER[Math.max(1, above)] ?? [1, 40]
  const [lowerShare, lower] = CLOSED_AFTER[Math.max(1, above) - 1] ?? [0, 0]
  return lower + ((share - lowerShare) / (upperShare - lowerShare)) * (upper - lower)
}

export type Day = { on: string; free: boolean; count: number }

const DAY_MS = 86_400_000
const MONDAY_FIRST = [1.15, 1.1, 1.05, 1.05, 1, 0.8, 0.75] as const
const STORM_EVERY_DAYS = 73
const STORM = 2.5

/** So many requests over so many days until today, growing by a half from the first day to the last. */
export function daysUntil(today: Date, days: number, total: number): Day[] {
  const weights = Array.from({ length: days }, (_, nth) => {
    const at = new Date(today.getTime() - (days - 1 - nth) * DAY_MS)
    const weekday = (at.getUTCDay() + 6) % 7
    const season = 1 + 0.2 * Math.sin(((at.getUTCMonth() - 3) / 12) * 2 * Math.PI) // summer rains
    const weight = (0.8 + (0.4 * nth) / days) * (MONDAY_FIRST[weekday] ?? 1) * season * (nth % STORM_EVERY_DAYS === 17 ? STORM : 1) // prettier-ignore
    return { on: at.toISOString().slice(0, 10), free: weekday > 4, weight }
  })
  const all = weights.reduce((sum, { weight }) => sum + weight, 0)
  let owed = 0
  return weights.map(({ on, free, weight }) => {
    owed += (weight / all) * total
    const count = Math.round(owed)
    owed -= count
    return { on, free, count }
  })
}

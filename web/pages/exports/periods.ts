/** Whole months of the district's calendar, as ledgers are handed in. */
export type Period = { from: string; to: string }

const SHANGHAI_MS = 8 * 3_600_000

/** The month that `now` lies in, or one before or after it; its last day is included. */
export function monthOf(now: Date, by: number): Period {
  const there = new Date(now.getTime() + SHANGHAI_MS)
  const [year, month] = [there.getUTCFullYear(), there.getUTCMonth() + by]
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return { from: day(new Date(Date.UTC(year, month, 1))), to: day(new Date(Date.UTC(year, month + 1, 0))) }
}

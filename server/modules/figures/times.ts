/**
 * Lengths of time, counted in steps that grow by a quarter: from one minute to two years in 62 buckets, each known to ±12 %.
 * So the median of a district's year is read from some numbers instead of from every request.
 *
 * A time is one number: the step (sent, takenOn, done, heard) and its bucket. Cells pack it with how many there are
 * (migration 012); edges are whole milliseconds, so that code and database agree to the last request.
 */
import { TIMED_STAGES } from '#contracts/figures.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import { TIMED } from './measures.ts'

const STEP = 1.25
const BUCKETS = 64
/** Upper edges: bucket 0 is under the first, the last has none. */
export const EDGES: readonly number[] = Array.from({ length: BUCKETS - 1 }, (_, at) => Math.round(MINUTE * STEP ** at))

type Timed = (typeof TIMED_STAGES)[number]
export const timeOf = (stage: Timed, ms: number): number => TIMED_STAGES.indexOf(stage) * BUCKETS + bucketOf(ms)

/** How many edges it has reached. */
function bucketOf(ms: number): number {
  const at = EDGES.findIndex((edge) => ms < edge)
  return at < 0 ? EDGES.length : at
}

/** The same on `request r`; null where the step was not taken. */
export const TIME_SQL: readonly string[] = TIMED_STAGES.map((stage, at) => {
  const [from, to] = TIMED[stage]
  return `${at * BUCKETS} + width_bucket((extract(epoch FROM r.${to} - r.${from}) * 1000)::bigint, '{${EDGES.join()}}'::bigint[])`
})

/** Packed as `add_times` of the migration does. */
const HALF = 2 ** 21
const unpack = (packed: number) => {
  const time = (packed + HALF) >> 22
  return { time, n: packed - time * 2 ** 22 }
}

export type Spread = { stage: Timed; n: number; medianMinutes: number | null; ninetyMinutes: number | null }

/** How long each step took, read from the sums of a period. */
export function spreadsOf(packed: readonly number[]): Spread[] {
  return TIMED_STAGES.map((stage, at) => {
    const counts = new Array<number>(BUCKETS).fill(0)
    for (const { time, n } of packed.map(unpack))
      if (Math.floor(time / BUCKETS) === at) counts[time % BUCKETS] = (counts[time % BUCKETS] ?? 0) + n
    const n = counts.reduce((sum, one) => sum + one, 0)
    return { stage, n, medianMinutes: shareIn(counts, n, 0.5), ninetyMinutes: shareIn(counts, n, 0.9) }
  })
}

/** Minutes within which this share of them was done: the middle of the bucket in which it lies. */
function shareIn(counts: readonly number[], n: number, share: number): number | null {
  if (n === 0) return null
  let seen = 0
  const at = counts.findIndex((one) => (seen += one) >= n * share)
  const [lower = MINUTE, upper = lower] = at === 0 ? [] : [EDGES[at - 1], EDGES[at]]
  return Math.round((Math.sqrt(lower * upper) / MINUTE) * 10) / 10
}

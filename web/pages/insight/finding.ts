/**
 * The sentence at the top: what was received and done, and then the two things that matter most, in this order: what is past
 * its time and with whom, what fell, whether work piles up, which step is the slowest, whether work caught up. Pure: it says
 * only what the figures below it say, and nothing of what rests on too few. Source: look.md, principle 6.
 */
import { RANKED_FROM, THREE_RATES, type Counts, type RateCode, type TIMED_STAGES } from '#contracts/figures.ts'
import { rateOf, riseOf } from './rates.ts'

type TimedStage = (typeof TIMED_STAGES)[number]
export type Told = {
  counts: Counts
  before: Counts
  /** Finished weeks or months, oldest first. */
  points: readonly Counts[]
  times: readonly { stage: TimedStage; n: number; medianMinutes: number | null }[]
  stuck: readonly { organisationId: string | null; name: string; count: number }[]
}
export type Remark =
  | { is: 'stuck'; count: number; name: string; most: number; organisationId: string | null }
  | { is: 'fell'; rate: RateCode; points: number }
  | { is: 'behind' | 'caughtUp'; count: number }
  | { is: 'slowest'; stage: TimedStage; minutes: number }
export type Finding = { received: number; done: number; remarks: Remark[] }

const REMARKS = 2
/** A rate that moved by less than this moves every month. Custom, a parameter. */
const FELL_POINTS = 3
const LATEST = 3
/** Received over closed, or the other way round, by less than this part is even. Custom, a parameter. */
const EVEN_PART = 0.05

export function findingOf(told: Told): Finding {
  const found = [stuckIn(told), fellIn(told), behindIn(told), slowestIn(told), caughtUpIn(told)]
  return {
    received: told.counts.received ?? 0,
    done: told.counts.done ?? 0,
    remarks: found.filter((one) => one !== undefined).slice(0, REMARKS),
  }
}

function stuckIn({ stuck }: Told): Remark | undefined {
  const count = stuck.reduce((sum, one) => sum + one.count, 0)
  const worst = stuck.reduce<Told['stuck'][number] | undefined>((a, b) => (a && a.count >= b.count ? a : b), undefined)
  if (!worst || count === 0) return undefined
  return { is: 'stuck', count, name: worst.name, most: worst.count, organisationId: worst.organisationId }
}

function fellIn({ counts, before }: Told): Remark | undefined {
  const falls = THREE_RATES.map((rate) => ({
    rate,
    points: -(riseOf(rateOf(counts, rate), rateOf(before, rate)) ?? 0),
  })).sort((a, b) => b.points - a.points)
  const [most] = falls
  return most && most.points >= FELL_POINTS ? { is: 'fell', ...most } : undefined
}

function balance(points: readonly Counts[]) {
  const latest = points.slice(-LATEST)
  const received = latest.reduce((sum, one) => sum + (one.received ?? 0), 0)
  const closed = latest.reduce((sum, one) => sum + (one.closed ?? 0), 0)
  const tells = latest.length === LATEST && received >= RANKED_FROM
  return { over: received - closed, uneven: tells && Math.abs(received - closed) > received * EVEN_PART }
}

function behindIn({ points }: Told): Remark | undefined {
  const { over, uneven } = balance(points)
  return uneven && over > 0 ? { is: 'behind', count: over } : undefined
}

function caughtUpIn({ points }: Told): Remark | undefined {
  const { over, uneven } = balance(points)
  return uneven && over < 0 ? { is: 'caughtUp', count: -over } : undefined
}

/** The step that takes longest of those that enough have gone. */
export function slowestOf(times: Told['times']) {
  return times
    .flatMap(({ stage, n, medianMinutes }) =>
      n >= RANKED_FROM && medianMinutes !== null ? [{ stage, minutes: medianMinutes }] : [],
    )
    .sort((a, b) => b.minutes - a.minutes)[0]
}

function slowestIn({ times }: Told): Remark | undefined {
  const slowest = slowestOf(times)
  return slowest && { is: 'slowest', ...slowest }
}

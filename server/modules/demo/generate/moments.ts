/**
 * Time in stories: minutes counted from the last local midnight, negative in the past.
 * Stories never reach into today; what is alive today is told in minutes before now.
 */
import type { Random } from './random.ts'
import type { When } from './types.ts'

export const DAY = 1440
const OPENS = 8 * 60 // the service centre opens at 8 and closes at 20 on weekdays (docs/capabilities/demo.md)
const CLOSES = 20 * 60
const SHANGHAI_OFFSET_MS = 8 * 3_600_000 // UTC+8 without daylight saving since 1991

export const onDay = (daysAgo: number, hour: number, minute = 0) => -daysAgo * DAY + hour * 60 + minute

export function toWhen(minute: number): When {
  const daysAgo = Math.max(1, Math.ceil(-minute / DAY))
  return { daysAgo, minuteOfDay: Math.round(minute + daysAgo * DAY) }
}

/** The instant that a relative moment means, in the zone of the district (Asia/Shanghai). */
export function resolveWhen(when: When, now: Date): Date {
  if ('minutesAgo' in when) return new Date(now.getTime() - Math.round(when.minutesAgo * 60_000))
  const local = now.getTime() + SHANGHAI_OFFSET_MS
  const midnight = local - (local % (DAY * 60_000)) - SHANGHAI_OFFSET_MS
  return new Date(midnight + (when.minuteOfDay - when.daysAgo * DAY) * 60_000)
}

/** Minutes of opening time later; nights are skipped. */
export function afterWork(from: number, minutes: number): number {
  let at = from
  let left = minutes
  for (;;) {
    const inDay = ((at % DAY) + DAY) % DAY
    if (inDay < OPENS) at += OPENS - inDay
    else if (inDay >= CLOSES) at += DAY - inDay + OPENS
    else if (left <= CLOSES - inDay) return at + left
    else {
      left -= CLOSES - inDay
      at += CLOSES - inDay
    }
  }
}

/** When people write: before work, at noon, and most of all after supper; lamps are seen at night. */
export function reportingMinute(random: Random, when: 'day' | 'night'): number {
  const [from, to] =
    when === 'night'
      ? random.weighted([
          [[18, 22], 7],
          [[22, 23], 2],
          [[6, 7], 1],
        ] as const)
      : random.weighted([
          [[6, 8], 3],
          [[8, 11], 4],
          [[11, 14], 3],
          [[14, 18], 4],
          [[18, 21], 5],
          [[21, 23], 1],
        ] as const)
  return random.int(from * 60, to * 60 - 1)
}

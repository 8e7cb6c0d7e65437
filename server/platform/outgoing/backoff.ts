/**
 * When a call that failed is tried again: soon, then ever more rarely, for about a day. A wave of failures is spread by a jitter
 * that hangs on what is sent, so that the same failure has the same next moment in every process.
 */
import { createHash } from 'node:crypto'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Together 22 to 27 hours; a platform that stands still over a night is met in the morning. */
const WAITS_MS = [10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR]
const JITTER = 0.1

/** `attempts` were made so far; null when there is no further one. */
export function nextTry(attempts: number, id: string, now: Date): Date | null {
  const wait = WAITS_MS[attempts - 1]
  if (wait === undefined) return null
  const spread = (createHash('sha256').update(`${id}/${attempts}`).digest().readUInt16BE() / 65_535) * 2 - 1
  return new Date(now.getTime() + Math.round(wait * (1 + JITTER * spread)))
}

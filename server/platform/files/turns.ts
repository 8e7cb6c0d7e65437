/**
 * Lets heavy work through one piece at a time. Whoever waits holds the bytes of an upload, so the line is short; a phone
 * that is told "busy" keeps its draft and sends again.
 */
import { AppError } from '#platform/errors.ts'

/** 8 uploads of at most 10 MB. At 0.3–0.9 s a photo the last one waits under ten seconds. */
const MAX_WAITING = 8

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** At work and waiting. */
export const waitingForTurn = () => waiting

/** Runs `work` after all work given before it. @throws busy, and what `work` throws */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting > MAX_WAITING) throw new AppError('busy')
  waiting += 1
  const mine = last.then(work, work)
  last = mine.finally(() => (waiting -= 1)).catch(() => undefined)
  return mine
}

/**
 * Lets heavy work through one piece at a time. Whoever waits holds what it brought, an upload or a bulletin's photos, so the
 * line is short; a phone that is told "busy" keeps its draft and sends again.
 */
import { AppError } from '#platform/errors.ts'

export type Turns = {
  /** Runs `work` after all work given before it. @throws busy, and what `work` throws */
  take<T>(work: () => Promise<T>): Promise<T>
  /** At work and waiting. */
  waiting(): number
}

export function createTurns(mostWaiting: number): Turns {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    async take(work) {
      if (waiting > mostWaiting) throw new AppError('busy')
      waiting += 1
      const mine = last.then(work, work)
      last = mine.finally(() => (waiting -= 1)).catch(() => undefined)
      return mine
    },
    waiting: () => waiting,
  }
}

/** Calls per key in ten seconds, each key by its own bound; counted in this process, as platform/call-rate.ts does for persons. */
import { AppError } from '#platform/errors.ts'

const WINDOW_MS = 10_000

/** @throws too_many_tries */
export function countCalls(now: () => Date) {
  let windowEnds = 0
  let calls = new Map<string, number>()
  return (keyId: string, most: number) => {
    const at = now().getTime()
    if (at >= windowEnds) {
      calls = new Map()
      windowEnds = at + WINDOW_MS
    }
    const count = (calls.get(keyId) ?? 0) + 1
    calls.set(keyId, count)
    if (count > most) throw new AppError('too_many_tries', { againInSeconds: Math.ceil((windowEnds - at) / 1000) })
  }
}

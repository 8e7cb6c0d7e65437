/**
 * A bound on calls per person (or per address, before sign-in), so that one client cannot take the process from the others.
 *
 * Counted in this process only: it protects the process. Limits that protect people (codes, passwords, openings of personal
 * data) are counted in the database and hold across processes.
 */
import type { FastifyRequest } from 'fastify'
import { AppError } from './errors.ts'

const WINDOW_MS = 10_000
/** Per ten seconds. A desk that works through its list makes some five calls a second at most; eight times that is no person. */
export const DEFAULT_CALL_RATE = 400
const MOST_CALLERS = 50_000

/** @throws too_many_tries */
export function createCallRate(callsInWindow: number, now: () => number = () => performance.now()) {
  let windowEnds = 0
  let calls = new Map<string, number>()
  return (request: FastifyRequest, personId: string | undefined) => {
    if (now() >= windowEnds || calls.size > MOST_CALLERS) {
      calls = new Map()
      windowEnds = now() + WINDOW_MS
    }
    const caller = personId ?? request.ip
    const count = (calls.get(caller) ?? 0) + 1
    calls.set(caller, count)
    if (count > callsInWindow)
      throw new AppError('too_many_tries', { againInSeconds: Math.ceil((windowEnds - now()) / 1000) })
  }
}

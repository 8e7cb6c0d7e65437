/**
 * Passwords of staff: long enough, not commonly known, kept as argon2id.
 *
 * No rule about kinds of characters and no forced change: both make passwords worse.
 * Source: OWASP ASVS 5.0 6.2.1–6.2.12, 11.4.2; OWASP Password Storage Cheat Sheet (argon2id, 19 MiB, t=2, p=1).
 */
import argon2 from 'argon2'
import { AppError } from '#platform/errors.ts'
import { isCommon } from './common-passwords.ts'

const SHORTEST = 10
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const // memory in KiB
/** Compared with when there is no such user, so that the answer takes as long. Of a random secret nobody kept. */
const NOBODY = '$argon2id$v=19$m=19456,p=1,t=2$TYeYN82TOqgFIrWHRtS9RA$PeQf+kA7+9UWuMxXXKE6Q347p6ZFgnfeUL2DGo8JOUI'

/** At once, of the four threads that files and name look-ups need too; and how many may wait (some two seconds' worth). */
const AT_ONCE = 2
const MOST_WAITING = 100

let running = 0
const waiting: (() => void)[] = []

/** @throws busy, and what `work` throws */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new AppError('busy')
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The same password whichever way a keyboard composes its characters (NIST SP 800-63B 5.1.1.2). */
const composed = (password: string) => password.normalize('NFKC')

/**
 * Slow on purpose (some 30 ms): call it outside a transaction.
 *
 * @throws password_too_short, password_too_common, busy
 */
export async function hashPassword(password: string, username = ''): Promise<string> {
  const text = composed(password)
  if ([...text].length < SHORTEST) throw new AppError('password_too_short', { field: 'password', minLength: SHORTEST })
  if (isCommon(text, username)) throw new AppError('password_too_common', { field: 'password' })
  return inTurn(() => argon2.hash(text, COST))
}

/** False for whoever has no password, after the same time. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const right = await inTurn(() => argon2.verify(hash ?? NOBODY, composed(password)))
  return right && hash != null
}

/** User names are compared without regard to case, width or surrounding blanks. */
export const plainUsername = (username: string): string => username.normalize('NFKC').trim().toLowerCase()

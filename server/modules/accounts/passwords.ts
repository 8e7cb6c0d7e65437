/**
 * Passwords of staff: long enough, not commonly known, kept as scrypt hashes.
 *
 * No rule about kinds of characters and no forced change: both make passwords worse.
 * Source: OWASP ASVS 5.0 6.2.1–6.2.12, 11.4.2; OWASP Password Storage Cheat Sheet (scrypt, N=2^15, r=8, p=3). Why not argon2id: docs/decisions/0005-own-sign-in.md.
 */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { AppError } from '#platform/errors.ts'
import { isCommon } from './common-passwords.ts'

const SHORTEST = 10
const COST = { log2N: 15, r: 8, p: 3 } as const // 32 MiB each
const SALT_BYTES = 16
const KEY_BYTES = 32
/** Compared with when there is no such user, so that the answer takes as long. Of a random secret nobody kept. */
const NOBODY = '$scrypt$ln=15,r=8,p=3$TYeYN82TOqgFIrWHRtS9RA$PeQf+kA7+9UWuMxXXKE6Q347p6ZFgnfeUL2DGo8JOUI'

/** At once, of the four threads that files and name look-ups need too; and how many may wait (some two seconds' worth). */
const AT_ONCE = 2
const MOST_WAITING = 25

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
 * Slow on purpose (some 150 ms): call it outside a transaction.
 *
 * @throws password_too_short, password_too_common, busy
 */
export async function hashPassword(password: string, username = ''): Promise<string> {
  const text = composed(password)
  if ([...text].length < SHORTEST) throw new AppError('password_too_short', { field: 'password', minLength: SHORTEST })
  if (isCommon(text, username)) throw new AppError('password_too_common', { field: 'password' })
  const salt = randomBytes(SALT_BYTES)
  const key = await inTurn(() => derive(text, salt, COST))
  return `$scrypt$ln=${COST.log2N},r=${COST.r},p=${COST.p}$${plain64(salt)}$${plain64(key)}`
}

/** False for whoever has no password, after the same time. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const { cost, salt, key } = parsed(hash ?? NOBODY)
  const tried = await inTurn(() => derive(composed(password), salt, cost))
  return timingSafeEqual(tried, key) && hash != null
}

type Cost = { log2N: number; r: number; p: number }

/** On a thread of libuv's pool; the process goes on meanwhile. */
function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r } // twice what it needs
  return new Promise((resolve, reject) =>
    scrypt(password, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key))),
  )
}

/** The text form that other systems use for scrypt too: cost, salt and key, each of which a hash carries for itself. */
function parsed(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const [, kind, cost = '', salt = '', key = ''] = hash.split('$')
  const [, log2N, r, p] = /^ln=(\d+),r=(\d+),p=(\d+)$/.exec(cost) ?? []
  if (kind !== 'scrypt' || !log2N) throw new Error('not a hash of ours')
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

const plain64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** User names are compared without regard to case, width or surrounding blanks. */
export const plainUsername = (username: string): string => username.normalize('NFKC').trim().toLowerCase()

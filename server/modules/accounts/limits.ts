/**
 * How often something may be tried, counted in the database so that all processes share one count.
 *
 * A window slides in sixtieths of its length (and so lasts up to a sixtieth longer, never shorter): each try is counted in
 * its sixtieth by an upsert, whose row lock makes parallel tries wait for each other, and the sum decides. Keys hold what
 * the server derived itself (the client's address, a blind index, a plain user name), never a raw header or URL.
 * Source: OWASP ASVS 5.0 6.3.1, 6.6.3; the figures of codes are those of docs/operations.md, "Signing in".
 */
import { isIPv6 } from 'node:net'
import type { ErrorCode } from '#contracts/errors.ts'
import { DAY, HOUR, MINUTE } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'

type Limit = { name: string; tries: number; windowMs: number; refusal?: ErrorCode }

// prettier-ignore
export const LIMITS = {
  codesToNumber: [
    { name: 'code/number/minute', tries: 1,     windowMs: 59_000, refusal: 'code_sent_recently' }, // with its sixtieth: a minute
    { name: 'code/number/hour',   tries: 5,     windowMs: HOUR },
    { name: 'code/number/day',    tries: 10,    windowMs: DAY },
  ],
  codesFromClient:     [{ name: 'code/client',             tries: 20,    windowMs: HOUR }],
  /** Stops a wave that costs money; far above a district's ordinary hour. */
  codesInTenant:       [{ name: 'code/tenant',             tries: 3_000, windowMs: HOUR }],
  guessesFromClient:   [{ name: 'guess/client',            tries: 100,   windowMs: HOUR }],
  passwordFromClient:  [{ name: 'password/client',         tries: 100,   windowMs: HOUR }],
  passwordOfAccount:   [{ name: 'password/account',        tries: 50,    windowMs: HOUR }],
  passwordOfBoth:      [{ name: 'password/account+client', tries: 5,     windowMs: 15 * MINUTE }],
  linksFromClient:     [{ name: 'link/client',             tries: 20,    windowMs: HOUR }],
} satisfies Record<string, Limit[]>

const PARTS = 60

/**
 * Counts one try under this subject. A refusal rolls the count back with its transaction, so waiting always helps.
 *
 * @throws too_many_tries, code_sent_recently
 */
export async function countTry(tx: Tx, limits: readonly Limit[], subject: string, now: Date): Promise<void> {
  for (const { name, tries, windowMs, refusal = 'too_many_tries' } of limits) {
    const part = windowMs / PARTS
    const bucket = new Date(Math.floor(now.getTime() / part) * part)
    const key = `${name}/${subject}`
    await tx.run({
      name: 'limit_count',
      text: `INSERT INTO rate_count (tenant_id, key, window_from, tries) VALUES ($1, $2, $3, 1)
             ON CONFLICT (tenant_id, key, window_from) DO UPDATE SET tries = rate_count.tries + 1`,
      values: [tx.tenantId, key, bucket],
    })
    const counted = await tx.one<{ tries: number; since: string }>({
      name: 'limit_sum',
      text: `SELECT sum(tries)::int AS tries, min(window_from) AS since FROM rate_count
             WHERE tenant_id = $1 AND key = $2 AND window_from > $3`,
      values: [tx.tenantId, key, new Date(now.getTime() - windowMs - part)],
    })
    if (!counted || counted.tries <= tries) continue
    const freeAt = Date.parse(counted.since) + windowMs + part
    throw new AppError(refusal, { againInSeconds: Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000)) })
  }
}

/** After a success the failures before it no longer count. */
export async function forgetTries(tx: Tx, limits: readonly Limit[], subject: string): Promise<void> {
  const keys = limits.map(({ name }) => `${name}/${subject}`)
  const text = 'DELETE FROM rate_count WHERE tenant_id = $1 AND key = ANY ($2)'
  await tx.run({ name: 'limit_forget', text, values: [tx.tenantId, keys] })
}

/**
 * The client as limits count it: one IPv4 address, or the /64 that one IPv6 customer is given (RFC 6177).
 * `ip` is what the server derived, with trusted proxies only.
 */
export function clientKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return mapped
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...zeros, ...right].map((group) => parseInt(group, 16).toString(16))
  return `${groups.slice(0, 4).join(':')}::/64`
}

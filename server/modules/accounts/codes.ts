/**
 * One-time codes to a phone: six digits, five tries, five minutes, good only in the browser that asked.
 * Source: OWASP ASVS 5.0 6.5.1 (once), 6.5.5 (at most 10 minutes), 6.6.2 (bound to the request), 6.6.3 (limited tries).
 */
import { randomInt } from 'node:crypto'
import { MINUTE } from '#platform/calendar/calendar.ts'
import { sameBytes, type Secrets } from '#platform/secrets.ts'

export const CODE_LIFE_MS = 5 * MINUTE
export const CODE_TRIES = 5
/** How long a browser waits before it may ask again; the first row of LIMITS.codesToNumber. */
export const AGAIN_IN_SECONDS = 60

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** What the row keeps; the attempt is part of it, so a code is worth nothing in another attempt. */
export const codeDigest = (secrets: Secrets, tenantId: number, attemptId: string, code: string): Buffer =>
  secrets.digest(tenantId, `code/${attemptId}/${code}`)

/** What the browser that asked holds: it cannot be made from the attempt's id, which is no secret. */
export const attemptCookie = (secrets: Secrets, tenantId: number, attemptId: string): string =>
  secrets.digest(tenantId, `attempt/${attemptId}`).toString('base64url')

export const isAttemptCookie = (secrets: Secrets, tenantId: number, attemptId: string, cookie: string | undefined) =>
  cookie !== undefined && sameBytes(Buffer.from(cookie), Buffer.from(attemptCookie(secrets, tenantId, attemptId)))

/** Where a code waits, sealed, until its message has gone out. */
export const codeSealedAt = (tenantId: number, attemptId: string) => ({
  tenantId,
  table: 'outbox',
  column: 'payload.code',
  rowId: attemptId,
})
export const attemptPhoneAt = (tenantId: number, attemptId: string) => ({
  tenantId,
  table: 'sign_in_attempt',
  column: 'phone_sealed',
  rowId: attemptId,
})

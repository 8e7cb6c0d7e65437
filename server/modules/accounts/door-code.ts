/**
 * A code to somebody's own phone that they say aloud at their door: proof that they were asked and agreed. It belongs to one
 * matter and is worth nothing for signing in. Its tries and its life are those of every code (codes.ts).
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { sameBytes, type Secrets } from '#platform/secrets.ts'
import { insertAttempt, spendTry, useAttempt } from './code-queries.ts'
import { attemptPhoneAt, CODE_LIFE_MS, codeSealedAt, newCode } from './codes.ts'
import { clientKey, countTry, LIMITS } from './limits.ts'

const digestOf = (secrets: Secrets, tenantId: number, attemptId: string, matter: string, code: string) =>
  secrets.digest(tenantId, `door/${attemptId}/${matter}/${code}`)

export type DoorCode = { attemptId: string; phoneSealed: string; codeSealed: string; validSeconds: number }

/** Makes a code for this matter; the caller sends it by a job of its own. @throws code_sent_recently, too_many_tries */
export async function startDoorCode(
  tx: Tx,
  secrets: Secrets,
  { phone, matter, ip }: { phone: string; matter: string; ip: string },
  now: Date,
): Promise<DoorCode> {
  const { tenantId } = tx
  const phoneIndex = secrets.blindIndex(tenantId, phone)
  const client = clientKey(ip)
  await countTry(tx, LIMITS.codesToNumber, phoneIndex.toString('hex'), now)
  await countTry(tx, LIMITS.codesInTenant, '', now)
  const id = newId()
  const code = newCode()
  const phoneSealed = secrets.seal(phone, attemptPhoneAt(tenantId, id))
  const codeHmac = digestOf(secrets, tenantId, id, matter, code)
  await insertAttempt(tx, { id, phoneIndex, phoneSealed, codeHmac, client, now })
  return {
    attemptId: id,
    phoneSealed: phoneSealed.toString('base64'),
    codeSealed: secrets.seal(code, codeSealedAt(tenantId, id)).toString('base64'),
    validSeconds: CODE_LIFE_MS / 1000,
  }
}

/** Number and code in the clear, at the moment of sending. */
export const openDoorCode = (secrets: Secrets, tenantId: number, sent: Omit<DoorCode, 'validSeconds'>) => ({
  phone: secrets.open(Buffer.from(sent.phoneSealed, 'base64'), attemptPhoneAt(tenantId, sent.attemptId)),
  code: secrets.open(Buffer.from(sent.codeSealed, 'base64'), codeSealedAt(tenantId, sent.attemptId)),
})

/**
 * Spends one try and says whether the code is the one that was sent for this matter. In a transaction of its own, so that
 * a refusal that follows does not give the try back.
 */
export async function tryDoorCode(
  tx: Tx,
  secrets: Secrets,
  { attemptId, matter, code }: { attemptId: string; matter: string; code: string },
  now: Date,
): Promise<boolean> {
  const attempt = await spendTry(tx, attemptId, now)
  const right = attempt && sameBytes(attempt.codeHmac, digestOf(secrets, tx.tenantId, attemptId, matter, code))
  return right === true && (await useAttempt(tx, attemptId, now))
}

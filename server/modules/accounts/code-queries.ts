/** SQL of sign-in attempts. */
import type { Tx } from '#platform/db.ts'
import { CODE_LIFE_MS, CODE_TRIES } from './codes.ts'

type NewAttempt = {
  id: string
  phoneIndex: Buffer
  phoneSealed: Buffer
  codeHmac: Buffer
  client: string
  now: Date
}

export async function insertAttempt(tx: Tx, { id, phoneIndex, phoneSealed, codeHmac, client, now }: NewAttempt) {
  await tx.run({
    name: 'attempt_insert',
    text: `INSERT INTO sign_in_attempt (tenant_id, id, phone_index, phone_sealed, code_hmac, client, created_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [tx.tenantId, id, phoneIndex, phoneSealed, codeHmac, client, now, new Date(now.getTime() + CODE_LIFE_MS)],
  })
}

export type Attempt = { id: string; phoneSealed: Buffer; codeHmac: Buffer }

/** Spends one try, before anything is compared; undefined when none is left, or the attempt is over. */
export const spendTry = (tx: Tx, attemptId: string, now: Date) =>
  tx.one<Attempt>({
    name: 'attempt_try',
    text: `UPDATE sign_in_attempt SET tries = tries + 1
           WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3 AND tries < $4
           RETURNING id, phone_sealed AS "phoneSealed", code_hmac AS "codeHmac"`,
    values: [tx.tenantId, attemptId, now, CODE_TRIES],
  })

/** True for one caller only. */
export async function useAttempt(tx: Tx, attemptId: string, now: Date): Promise<boolean> {
  const text = 'UPDATE sign_in_attempt SET used_at = $3 WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL'
  return (await tx.run({ name: 'attempt_use', text, values: [tx.tenantId, attemptId, now] })) === 1
}

/** The number of an attempt whose code is still worth sending. */
export const attemptToSend = (tx: Tx, attemptId: string, now: Date) =>
  tx.one<{ phoneSealed: Buffer }>({
    name: 'attempt_to_send',
    text: `SELECT phone_sealed AS "phoneSealed" FROM sign_in_attempt
           WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3`,
    values: [tx.tenantId, attemptId, now],
  })

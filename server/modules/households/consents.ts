/**
 * Consent to one purpose at a time: given by oneself, at the door by a code that one says, or on paper; taken back as easily,
 * and then what rested on it is gone in the same transaction, and the count of it stays in the log.
 * Source: Personal Information Protection Law arts. 14-16, 29, 31, 47(3).
 */
import { NOTICE_VERSIONS, type ConsentPurpose, type GIVEN_BY } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { fieldsUnder } from './values.ts'

export type ConsentToRecord = {
  personId: string
  householdId: string | null
  purpose: ConsentPurpose
  noticeVersion: number
  givenBy: (typeof GIVEN_BY)[number]
  recordedBy: string
  photoId?: string
}

/** A repeat changes nothing; agreeing to new words replaces what was agreed to before. @throws notice_outdated */
export async function giveConsent(tx: Tx, given: ConsentToRecord, now: Date): Promise<void> {
  const { personId, purpose, noticeVersion } = given
  if (noticeVersion !== NOTICE_VERSIONS[purpose]) throw new AppError('notice_outdated', { field: 'noticeVersion' })
  const known = await tx.one<{ id: string; version: number }>({
    name: 'consent_known',
    text: `SELECT id, notice_version AS version FROM consent
            WHERE tenant_id = $1 AND person_id = $2 AND purpose = $3 AND withdrawn_at IS NULL FOR UPDATE`,
    values: [tx.tenantId, personId, purpose],
  })
  if (known?.version === noticeVersion) return
  const id = newId()
  if (known) await end(tx, known.id, now)
  await tx.run({
    name: 'consent_give',
    text: `INSERT INTO consent (tenant_id, id, person_id, household_id, purpose, notice_version, given_by, recorded_by, photo_id, given_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [tx.tenantId, id, personId, given.householdId, purpose, noticeVersion, given.givenBy, given.recordedBy, given.photoId ?? null, now], // prettier-ignore
  })
  if (known) await carryOver(tx, { from: known.id, to: id })
}

async function end(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run({
    name: 'consent_end',
    text: 'UPDATE consent SET withdrawn_at = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, now],
  })
}

async function carryOver(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.run({
    name: 'consent_carry_over',
    text: 'UPDATE household_value SET consent_id = $3 WHERE tenant_id = $1 AND consent_id = $2',
    values: [tx.tenantId, from, to],
  })
}

/** Gives how many values were emptied. @throws not_found */
export async function withdrawConsent(
  tx: Tx,
  { personId, purpose }: { personId: string; purpose: ConsentPurpose },
  now: Date,
): Promise<number> {
  const ended = await tx.run({
    name: 'consent_withdraw',
    text: `UPDATE consent SET withdrawn_at = $4 WHERE tenant_id = $1 AND person_id = $2 AND purpose = $3 AND withdrawn_at IS NULL`,
    values: [tx.tenantId, personId, purpose, now],
  })
  if (ended === 0) throw new AppError('not_found')
  return tx.run({
    name: 'consent_empty_values',
    text: 'DELETE FROM household_value WHERE tenant_id = $1 AND person_id = $2 AND field = ANY ($3::text[])',
    values: [tx.tenantId, personId, fieldsUnder(purpose)],
  })
}

/**
 * The member's own consent to being kept as one: party membership tells of a specific identity, so it is asked for by
 * itself, never as part of anything else. Withdrawn as easily as given.
 * Source: Personal Information Protection Law arts. 14-16, 28-30.
 */
import { MEMBERSHIP_NOTICE } from '#contracts/members.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'

const PURPOSE = 'membership'

type Given = { by: 'self' } | { by: 'paper'; recordedBy: string }

export async function giveConsent(tx: Tx, personId: string, given: Given, now: Date): Promise<void> {
  await tx.run({
    name: 'member_consent',
    text: `INSERT INTO consent (tenant_id, id, person_id, purpose, notice_version, given_by, recorded_by, given_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (tenant_id, person_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING`,
    values: [tx.tenantId, newId(), personId, PURPOSE, MEMBERSHIP_NOTICE, given.by, given.by === 'paper' ? given.recordedBy : null, now], // prettier-ignore
  })
}

export async function withdrawConsent(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.run({
    name: 'member_consent_withdraw',
    text: `UPDATE consent SET withdrawn_at = $4 WHERE tenant_id = $1 AND person_id = $2 AND purpose = $3 AND withdrawn_at IS NULL`,
    values: [tx.tenantId, personId, PURPOSE, now],
  })
}

/** One agrees to what one has read: the notice as it stands today. @throws notice_changed */
export function checkNotice(version: number | undefined): void {
  if (version !== MEMBERSHIP_NOTICE) throw new AppError('notice_changed', { field: 'noticeVersion' })
}

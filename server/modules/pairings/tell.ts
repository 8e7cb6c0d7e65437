/** Who hears of an answer: the member when somebody else ended or withdrew it, those who look after the building when a household is paired. */
import { tellAll, type NewNotice } from '#modules/notices/index.ts'
import type { Tx } from '#platform/db.ts'
import type { PairingChange } from './lifecycle.ts'
import type { PairingFound } from './queries.ts'

/** The desk reads its list; a single answer is no news to it. */
export async function tellOfStep(tx: Tx, { personId }: PairingFound, { endedBy }: PairingChange, now: Date) {
  const notices: NewNotice[] =
    endedBy === 'household' || endedBy === 'planner'
      ? [{ personId, what: 'pairing.ended', facts: { by: endedBy }, at: now.toISOString() }]
      : []
  await tellAll(tx, notices)
}

/** Who hears of an answer: a member when the pairing ended without them. A single answer is no news to the desk. */
import { tellAll } from '#modules/notices/index.ts'
import type { Tx } from '#platform/db.ts'
import type { PairingChange } from './lifecycle.ts'

type Member = { personId: string }

/** `former`: who looked after the household until another accepted. */
export async function tellOfStep(
  tx: Tx,
  member: Member,
  { endedBy }: PairingChange,
  former: readonly Member[],
  now: Date,
) {
  const ended = endedBy === 'household' || endedBy === 'planner' ? [member] : []
  await tellAll(
    tx,
    [...ended, ...former].map(({ personId }) => ({
      personId,
      what: 'pairing.ended',
      facts: { by: endedBy ?? 'planner' },
      at: now.toISOString(),
    })),
  )
}

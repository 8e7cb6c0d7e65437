/** A pairing as one reader may see it. */
import type { PairingView } from '#contracts/pairings.ts'
import { buildingNames } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { allowedActions } from './lifecycle.ts'
import { may, relationsTo, seesDoor } from './policy.ts'
import type { PairingFound } from './queries.ts'

export async function viewPairings(tx: Tx, actor: Actor, found: readonly PairingFound[]): Promise<PairingView[]> {
  const buildings = await buildingNames(
    tx,
    found.map(({ homePath }) => homePath),
  )
  return found.map((one) => {
    const { id, status, homePath, homeName, memberName, createdAt, fromOn, toOn, reason } = one
    const relations = relationsTo(actor, one)
    return {
      id,
      status,
      buildingName: buildings.get(homePath) ?? '',
      homeName: seesDoor(status, relations) ? homeName : null,
      memberName: may('seeMember', relations) ? memberName : null,
      proposedOn: shanghaiToday(new Date(createdAt)),
      fromOn,
      toOn,
      reason: may('seeReason', relations) ? reason : null,
      allowedActions: allowedActions(status, relations),
    }
  })
}

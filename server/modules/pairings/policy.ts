/**
 * How people stand to a pairing, and what that lets them see. The member sees the building before accepting and the door
 * after; the household learns of a member once they have accepted. Source: docs/capabilities/planner.md, "Who sees what".
 */
import type { PairingStatus } from '#contracts/pairings.ts'
import type { Actor } from '#platform/actor.ts'
import { reaches } from '#platform/reach.ts'

export type Relation =
  | 'member' // who is asked, or has accepted
  | 'household' // lives in the home
  | 'planner' // may ask and withdraw, over this home
  | 'reader' // answers for members of this area
  | 'desk' // a reader who may see its households too

/** What relations need to know of a pairing. */
export type Stand = { personId: string; homePlaceId: string; homePath: string; status: PairingStatus }

// prettier-ignore
export const POLICY = {
  view:       ['member', 'household', 'planner', 'reader'],
  seeMember:  ['member', 'household', 'reader'],
  seeReason:  ['member'],
} satisfies Record<string, Relation[]>

const KNOWN_TO_HOUSEHOLD: readonly PairingStatus[] = ['accepted', 'ended']

export function relationsTo(actor: Actor, { personId, homePlaceId, homePath, status }: Stand): Relation[] {
  const lives = actor.home?.placeId === homePlaceId
  return [
    ...(actor.personId === personId ? (['member'] as const) : []),
    ...(lives && KNOWN_TO_HOUSEHOLD.includes(status) ? (['household'] as const) : []),
    ...(reaches(actor, 'plans.make', homePath) && reaches(actor, 'members.view', homePath)
      ? (['planner'] as const)
      : []),
    ...(reaches(actor, 'members.view', homePath) ? (['reader'] as const) : []),
    ...(reaches(actor, 'members.view', homePath) && reaches(actor, 'households.view', homePath)
      ? (['desk'] as const)
      : []),
  ]
}

export const may = (what: keyof typeof POLICY, relations: readonly Relation[]): boolean =>
  (POLICY[what] as readonly Relation[]).some((relation) => relations.includes(relation)) // narrower tuple per row

/**
 * The door: a member who was only asked knows the building; who declined or ended does not keep the address. Answering for
 * members is no reason to learn where somebody is looked after.
 */
export const seesDoor = (status: PairingStatus, relations: readonly Relation[]): boolean =>
  relations.includes('household') ||
  relations.includes('desk') ||
  (relations.includes('member') && status === 'accepted')

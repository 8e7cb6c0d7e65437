/**
 * Pairing 结对: a member looks after a household nearby. Proposed by the desk, and nothing until the member accepts; either
 * side ends it. Source: docs/capabilities/planner.md, "Pairing".
 */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, endpoint, Id, nullable, oneOf, shape, Words } from './endpoint.ts'

export const PAIRING_STATUSES = ['proposed', 'accepted', 'declined', 'ended'] as const
export type PairingStatus = (typeof PAIRING_STATUSES)[number]

export const PAIRING_ACTIONS = ['accept', 'decline', 'withdraw', 'end'] as const
export type PairingAction = (typeof PAIRING_ACTIONS)[number]

export const PairingView = shape({
  id: Id,
  status: oneOf(PAIRING_STATUSES),
  buildingName: Type.String(),
  /** The door is told to the member once they have accepted, to the household itself, and to the desk. */
  homeName: nullable(Type.String()),
  /** Masked; told to the household only once the member has accepted. */
  memberName: nullable(Type.String()),
  proposedOn: DayDate,
  fromOn: nullable(DayDate),
  toOn: nullable(DayDate),
  reason: nullable(Type.String()),
  allowedActions: Type.Array(oneOf(PAIRING_ACTIONS)),
})
export type PairingView = Static<typeof PairingView>

export const myPairings = endpoint({
  method: 'GET',
  path: '/api/pairings/mine',
  access: 'signedIn',
  summary: 'Households proposed to me or paired with me, and who is paired with my own household',
  reply: shape({ asMember: Type.Array(PairingView), myHousehold: Type.Array(PairingView) }),
})

export const takePairingStep = endpoint({
  method: 'POST',
  path: '/api/pairings/:id/steps',
  access: 'signedIn',
  summary: 'Accept, decline, withdraw or end a pairing; a reason is never demanded',
  params: ById,
  body: shape({ action: oneOf(PAIRING_ACTIONS), reason: Type.Optional(Words(200)) }),
  reply: PairingView,
})

export const listPairings = endpoint({
  method: 'GET',
  path: '/api/pairings',
  access: 'members.view',
  summary: 'Pairings of the households in a place, within my reach',
  query: shape({ placeId: Id, status: Type.Optional(oneOf(PAIRING_STATUSES)), after: Type.Optional(Words(200, 0)) }),
  reply: shape({ rows: Type.Array(PairingView), next: nullable(Type.String()) }),
})

export const proposePairing = endpoint({
  method: 'POST',
  path: '/api/pairings',
  access: 'plans.make',
  creates: true,
  summary: 'Ask a member by hand whether they look after a household; no more than asking',
  body: shape({ personId: Id, homePlaceId: Id }),
  reply: PairingView,
})

/** How the work is spread over one grid: what is, beside the custom of 30–50 members a grid and 4–8 households a member. */
export const GridShare = shape({
  placeId: Id,
  name: Type.String(),
  households: Count,
  members: Count,
  paired: Count,
  proposed: Count,
})
export type GridShare = Static<typeof GridShare>

export const fairShare = endpoint({
  method: 'GET',
  path: '/api/pairings/share',
  access: 'plans.make',
  summary: 'How households and members are spread over the grids of a place, and how many households each member has',
  query: shape({ placeId: Id }),
  reply: shape({
    place: shape({ id: Id, name: Type.String(), level: Type.String() }),
    households: Count,
    members: Count,
    paired: Count,
    proposed: Count,
    grids: Type.Array(GridShare),
    /** loads[n]: how many members have n households (accepted); nobody’s name. */
    loads: Type.Array(Count),
    bounds: shape({
      householdsPerMember: Type.Array(Count, { minItems: 2, maxItems: 2 }),
      membersPerGrid: Type.Array(Count, { minItems: 2, maxItems: 2 }),
    }),
  }),
})

/** Pairings of members with households. What other modules may use. */
export { namesOf, pairableMembers, type PairableMember } from './members.ts'
export { proposePairings } from './propose.ts'
export { loadsOf, pairingsBelow, refusedBelow, withdrawAsked, type NewPair, type Paired } from './queries.ts'
export { pairingRoutes } from './routes.ts'
export { householdsOfBuildings, HOUSEHOLDS_PER_MEMBER, MEMBERS_PER_GRID } from './share.ts'

/** Party members as far as community work needs them, apart from every other file about people. What other modules may use. */
export { homesOfMembers, membersBelow, membersByOrganisation, type MembersBelow, type Tally } from './counts.ts'
export { letGoOfMember } from './let-go.ts'
export { forgetMember } from './own.ts'
export { memberRoutes } from './routes.ts'
export { enterMembers, type MemberToEnter } from './enter-many.ts'

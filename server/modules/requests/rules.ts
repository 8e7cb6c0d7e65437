/**
 * The pure rules of the loop, for those who play histories through them (the demo district, the bench): no I/O behind it.
 * Everybody else enters by index.ts.
 */
export { CALENDAR } from './calendar.ts'
export { actingPost, capacityWords, CLOCK_CAPACITY, RESIDENT_CAPACITY } from './capacity.ts'
export { CATEGORIES } from './categories/tree.ts'
export { advance, nextDue, noClocks, type ClockEvent } from './clock/clocks.ts'
export { limitsFor } from './clock/limits.ts'
export { allowedActions, decide, type Decision } from './decide.ts'
export type { NamedHandler, Resolved } from './effect.ts'
export { encodeFile, RESTS_DAYS, type History, type Owner } from './packed/index.ts'
export { relationsTo } from './policy.ts'
export { firstMilestones } from './milestones.ts'
export { causeWords, reasonOf } from './reasons.ts'
export { standOf, type AssignmentRecord, type LoadedRequest, type RequestRecord } from './record.ts'

/** Households, who lives in them, and the owners' roll. What other modules may use. */
export { householdsBelow, type HouseholdCounts } from './counts.ts'
export { joinHousehold, leaveHousehold, moveOut, saveHousehold, type HouseholdToSave } from './keep-household.ts'
export { saveOwnership, type OwnershipToSave } from './ownership.ts'
export { ownerSetKey, totalsOf, type Holder } from './owner-sets.ts'

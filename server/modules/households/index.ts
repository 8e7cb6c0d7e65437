/** Households, who lives in them, what protects them, and the owners' roll. What other modules may use. */
import type { Job } from '#platform/outbox.ts'
import type { Recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { sendConsentCodeJob } from './door-consent.ts'
import { noteErasureJob } from './erased-list.ts'
import type { Others } from './others.ts'
import { reEraseDaily } from './re-erase.ts'
import { deleteNightly, retentionSteps } from './retention.ts'

export { householdsBelow, type HouseholdCounts } from './counts.ts'
export { erasePerson, type EraseWith } from './erase.ts'
export { csvLine, personOfSession, personsTouched, type Touched } from './incident.ts'
export { joinHousehold, leaveHousehold, moveOut, saveHousehold, type HouseholdToSave } from './keep-household.ts'
export type { Eraser, Leaving, Others, RetentionStep } from './others.ts'
export { saveOwnership, type OwnershipToSave } from './ownership.ts'
export { ownerSetKey, totalsOf, type Holder } from './owner-sets.ts'
export { reErase } from './re-erase.ts'
export { householdRoutes } from './routes.ts'
export { enterLiving, enterOwned, unitKey, unitsAt, type Living, type Owned, type Written } from './enter-many.ts'

export const householdJobs = (services: Services): Job<never>[] =>
  [sendConsentCodeJob(services), noteErasureJob(services)] as Job<never>[] // each is handed the payload that was enqueued for it

export const householdRecurring = (services: Services, { erasers, retention }: Others): Recurring[] => [
  deleteNightly(retentionSteps({ ...services, erasers }, retention)),
  reEraseDaily(services, erasers),
]

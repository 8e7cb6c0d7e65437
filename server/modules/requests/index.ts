/** What the rest of the house may use of requests. */
import type { Job } from '#platform/outbox.ts'
import type { Recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { bulkJob } from './bulk.ts'
import { tick } from './clock-steps.ts'
import { packing } from './packed/index.ts'
import { sweepPhotos } from './sweep-photos.ts'
import { announceJob, type Follower } from './tell.ts'
import { sendTextJob } from './text-message.ts'

export { listCounted, listSetApart } from './behind.ts'
export { dueUntil, medianHoursOf, OWN_HANDS, stuckIn } from './stuck.ts'
export { countDays } from './count-days.ts'
export { countOpen, type PlaceColumn } from './counted.ts'
export { isElsewhere, listCategoryRows, seedCategories, type Category } from './categories/store.ts'
export type { Question } from './categories/shape.ts'
export { findRequests } from './find-requests.ts'
export { countByBuildingAndGrid, followPlaces } from './follow-places.ts'
export { requestChanges } from './changes.ts'
export { requestGauges } from './gauges.ts'
export { letGoOf, oldContacts, requestsBy } from './let-go.ts'
export { historyOf } from './packed/index.ts'
export { pointsOf } from './queries/ledger.ts'
export { openRowsById, openTexts } from './queries/open-texts.ts'
export { insertPhoto, photoRoutes, storePhoto } from './photos.ts'
export {
  filedWith,
  numberOf,
  countPublic,
  publicByNumber,
  publicPhoto,
  publicRequests,
  type PublicRequest,
} from './queries/public.ts'
export type { PublicFilter } from './queries/public-conditions.ts'
export { publicEvents, publicEventsOf } from './queries/public-events.ts'
export type { PublicEvent } from './public-step.ts'
export { openWorkOf } from './queries/open-work.ts'
export type { Follower } from './tell.ts'
export { requestRoutes } from './routes.ts'
export { recheckHistories } from './recheck.ts'
export { takeAllowed } from './take-allowed.ts'
export { submit, type HandedIn } from './submit.ts'
export { takeStepOn } from './take-step.ts'
export { publicTitle, withoutNumbers } from './public-words.ts'

export const requestJobs = (services: Services, followers: readonly Follower[] = []): Job<never>[] =>
  [announceJob(followers), sendTextJob(services), bulkJob(services)] as Job<never>[] // each is handed the payload that was enqueued for it

export const requestRecurring = (services: Services): Recurring[] => [tick, sweepPhotos(services), packing]

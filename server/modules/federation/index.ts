/** Exchange of requests with other GeoReport servers: both ways, in order, once. */
import type { Job } from '#platform/outbox.ts'
import type { Recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { exchangeJob, watchPeers } from './lane.ts'

export { federationGauges } from './gauges.ts'
export { hearPosted, pairFiled } from './by-key.ts'
export { federationRoutes } from './routes.ts'
export { writeExchange } from './write-out.ts'

export const federationJobs = (services: Services): Job<never>[] => [exchangeJob(services)] as Job<never>[] // handed what was enqueued for it
export const federationRecurring: Recurring[] = [watchPeers]

/** Webhooks: other systems are told, signed and in order, what happens to requests. */
import type { Job } from '#platform/outbox.ts'
import type { Recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { sendJob, watchWebhooks } from './send.ts'

export { webhookGauges } from './gauges.ts'
export { webhookRoutes } from './routes.ts'
export { writeDeliveries } from './write-deliveries.ts'

export const webhookJobs = (services: Services): Job<never>[] => [sendJob(services)] as Job<never>[] // handed what was enqueued for it
export const webhookRecurring: Recurring[] = [watchWebhooks]

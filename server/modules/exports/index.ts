/** Exports: what one sees as a list, taken out as a file. */
import type { App } from '#platform/http.ts'
import type { Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { fillJob } from './fill.ts'
import { sweepExports } from './sweep.ts'

export { exportGauges } from './gauges.ts'
export { exportRoutes } from './routes.ts'

/** The job asks lists as their routes answer, so it needs to know the routes. */
export const exportJobs = (app: Pick<App, 'routes'>, services: Services): Job<never>[] =>
  [fillJob(app, services)] as Job<never>[] // handed the payload that was enqueued for it

export const exportRecurring = [sweepExports]

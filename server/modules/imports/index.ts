/** Imports: Excel and CSV files into the registers. */
import type { Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { checkJob } from './check.ts'
import { enterJob } from './enter.ts'
import { sweepImports } from './sweep.ts'
import { undoJob } from './undo.ts'

export { letGoOfImported } from './let-go.ts'
export { importRoutes } from './routes.ts'

export const importJobs = (services: Services): Job<never>[] =>
  [checkJob(services), enterJob(services), undoJob(services)] as Job<never>[] // each is handed the payload that was enqueued for it

export const importRecurring = (services: Services) => [sweepImports(services)]

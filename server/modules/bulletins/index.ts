/** Bulletins and wall newspapers: composed from figures and photos, edited by a person, published, printed. */
import type { Job } from '#platform/outbox.ts'
import { draftJob, draftsByThemselves } from './monday.ts'

export { bulletinRoutes } from './routes.ts'
export const bulletinJobs = [draftJob] as Job<never>[] // each is handed the payload that was enqueued for it
export const bulletinRecurring = [draftsByThemselves]

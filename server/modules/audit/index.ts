/** The log of who opened, changed or signed in to what. What other modules may use. */
export { record, revealsToday, REVEALS_A_DAY, type Entry } from './entries.ts'
export { auditRoutes } from './routes.ts'
export { actingCapacity } from './capacity.ts'

/** The log of who opened, changed or signed in to what. What other modules may use. */
export { record, type Entry } from './entries.ts'
export { recordReveal, revealsToday, REVEALS_A_DAY } from './reveals.ts'
export { auditRoutes } from './routes.ts'
export { actingCapacity } from './capacity.ts'

/** The planner: grids and pairings worked out by a solver. What other modules may use. */
export { plannerRoutes } from './routes.ts'
export { plannerJobs } from './solve-job.ts'

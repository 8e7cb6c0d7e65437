/** The check-up 小区体检: standards as data, counted over the registers, with the task that mends each gap. */
export { standardRoutes } from './routes.ts'
export { standardJobs, standardRecurring } from './runs.ts'

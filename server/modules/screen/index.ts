/** The wall display: one lamp is one thing solved and confirmed. Reads across the district; shows no names, doors or faces. */
export { screenRoutes } from './routes.ts'

/** Figures for those who answer for a place: overview, curves, tables, what sticks, and the rows behind each. Reads only. */
export { insightRoutes } from './routes.ts'

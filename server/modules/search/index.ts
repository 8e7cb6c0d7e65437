/** The desk's search box: reads across places, people, organisations and requests. */
export { searchRoutes } from './routes.ts'

/** The desk: community staff, grid workers, supervisors. Pages are listed in routes.tsx. */
import { start } from '#web/platform/start.tsx'
import { routeTree } from './routes.tsx'

start(routeTree, '/console')

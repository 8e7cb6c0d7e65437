/** The desk: community staff, grid workers, supervisors. Pages are listed in routes.tsx. */
import { start } from '#web/platform/start.tsx'
import { routeTree } from './routes.tsx'
import { DeskTheme } from './theme.tsx'

start(routeTree, '/console', (pages) => <DeskTheme>{pages}</DeskTheme>)

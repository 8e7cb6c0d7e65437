/** The phone: residents, members, volunteers, grid workers outdoors. Pages are listed in routes.tsx. */
import { start } from '#web/platform/start.tsx'
import { startSending } from '#web/platform/drafts.ts'
import { installOffline } from '#web/platform/offline.ts'
import { routeTree } from './routes.tsx'

start(routeTree)
startSending()
installOffline()

/** The phone: residents, members, volunteers, grid workers outdoors. Pages are listed in routes.tsx. */
import { start } from '#web/platform/start.tsx'
import { installOffline } from '#web/platform/offline.ts'
import { routeTree } from './routes.tsx'

start(routeTree)
void import('#web/platform/drafts.ts').then(({ startSending }) => startSending()) // the first page does not wait for it
installOffline()

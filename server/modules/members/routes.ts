/** HTTP for members: the desk's, the member's own, and plates. */
import type { App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { deskRoutes } from './desk-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { plateRoutes } from './plate-routes.ts'

export function memberRoutes(app: App, services: Services): void {
  ownRoutes(app, services)
  deskRoutes(app, services)
  plateRoutes(app, services)
}

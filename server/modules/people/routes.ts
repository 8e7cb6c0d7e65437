/** HTTP for people, posts and organisations. */
import type { App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { personRoutes } from './person-routes.ts'
import { postRoutes } from './post-routes.ts'

export function peopleRoutes(app: App, services: Services): void {
  postRoutes(app, services)
  personRoutes(app, services)
}

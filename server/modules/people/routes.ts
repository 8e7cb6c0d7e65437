/** HTTP for people, posts and organisations. */
import type { App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { chainRoutes } from './chain-routes.ts'
import { chartRoutes } from './chart.ts'
import { handOverRoutes } from './hand-over.ts'
import { noOpenWork, type OpenWorkOf } from './open-work.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { personRoutes } from './person-routes.ts'
import { postRoutes } from './post-routes.ts'
import { reserveRoutes } from './reserve.ts'
import { selectionRoutes } from './selections/routes.ts'
import { tieRoutes } from './tie-routes.ts'
import { venueRoutes } from './venues.ts'

export function peopleRoutes(app: App, services: Services, { openWorkOf }: { openWorkOf: OpenWorkOf } = NO_WORK): void {
  organisationRoutes(app, openWorkOf)
  tieRoutes(app)
  chartRoutes(app)
  postRoutes(app, services, openWorkOf)
  handOverRoutes(app, services, openWorkOf)
  reserveRoutes(app)
  chainRoutes(app)
  venueRoutes(app)
  personRoutes(app, services)
  selectionRoutes(app, services)
}
const NO_WORK = { openWorkOf: noOpenWork }

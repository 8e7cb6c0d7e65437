/** HTTP for households, their files and the owners' roll. */
import type { App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { consentRoutes } from './consent-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import type { Others } from './others.ts'
import { ownRoutes } from './own-routes.ts'
import { ownerRoutes } from './owner-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { retentionSteps } from './retention.ts'

export function householdRoutes(app: App, services: Services, others: Others): void {
  deskRoutes(app, services)
  consentRoutes(app, services)
  ownRoutes(app, services, others)
  ownerRoutes(app, services)
  recordRoutes(app, retentionSteps({ ...services, erasers: others.erasers }, others.retention))
}

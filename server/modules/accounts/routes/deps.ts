/** What the routes of this module are given. */
import type { Services } from '#platform/services.ts'
import type { Tenants } from '#platform/tenants.ts'
import type { Sessions } from '../sessions.ts'

export type AccountDeps = { services: Services; sessions: Sessions; tenants: Tenants }

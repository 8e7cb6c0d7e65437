/** Accounts: who is calling, and every way to sign in. What other modules may use. */
import type { App } from '#platform/http.ts'
import type { Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tenants } from '#platform/tenants.ts'
import { sendCodeJob } from './jobs.ts'
import { codeRoutes } from './routes/by-code.ts'
import { passwordRoutes } from './routes/by-password.ts'
import { demoRoutes } from './routes/in-demo.ts'
import { meRoutes } from './routes/me.ts'
import type { Sessions } from './sessions.ts'
import { sweep } from './sweep.ts'

export { openDoorCode, startDoorCode, tryDoorCode, type DoorCode } from './door-code.ts'
export { makeFirstAdminLink } from './first-admin.ts'
export { actorOfPerson } from './load-actor.ts'
export { hashPassword, plainUsername } from './passwords.ts'
export {
  insertPerson,
  nameIndex,
  openPerson,
  personKey,
  sealPerson,
  type NewPerson,
  type SealedPerson,
} from './people-queries.ts'
export { searchTokens, tokensToFind } from './search-tokens.ts'
export { deleteSessionsOf } from './session-queries.ts'
export { createSessions, startSession, type Sessions } from './sessions.ts'
export { enterPersons, giveHomes, knownPersons, type KnownPerson, type PersonToEnter } from './enter-many.ts'

export function accountRoutes(
  app: App,
  services: Services,
  { sessions, tenants }: { sessions: Sessions; tenants: Tenants },
) {
  const deps = { services, sessions, tenants }
  codeRoutes(app, deps)
  passwordRoutes(app, deps)
  demoRoutes(app, deps)
  meRoutes(app, deps)
}

export const accountJobs = (services: Services): Job<never>[] => [sendCodeJob(services)]

export const accountRecurring = [sweep]

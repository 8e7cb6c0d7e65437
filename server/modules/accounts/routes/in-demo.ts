/** One-tap sign-in as a person of the demo district; refused wherever people are real. */
import { demoPersons, signInAsDemo } from '#contracts/accounts.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import { AppError } from '#platform/errors.ts'
import { serveOpen, type App } from '#platform/http.ts'
import type { Secrets } from '#platform/secrets.ts'
import { demoPerson, demoRows, openPerson, type DemoRow } from '../people-queries.ts'
import { isStaff } from '../session-life.ts'
import { signIn } from '../sign-in.ts'
import type { AccountDeps } from './deps.ts'

/** The order on the sign-in page: those the product is for first. */
const ORDER: readonly string[] = ['resident', 'elder', ...POST_KINDS]

export function demoRoutes(app: App, deps: AccountDeps) {
  const { tenants, services } = deps

  serveOpen(app, demoPersons, async ({ tenantId, tx, now }) => {
    const { demo } = await tenants.byId(tenantId)
    if (!demo) return []
    const rows = await demoRows(tx, now)
    return rows
      .map((row) => view(services.secrets, tenantId, row))
      .sort((a, b) => place(a.role) - place(b.role) || a.title.localeCompare(b.title, 'zh'))
  })

  serveOpen(app, signInAsDemo, async (call) => {
    const { demo } = await tenants.byId(call.tenantId)
    if (!demo) throw new AppError('demo_only')
    const person = await demoPerson(call.tx, call.body.personId)
    if (!person) throw new AppError('not_found')
    return signIn(call, deps, person.id, 'demo')
  })
}

const place = (role: string) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length)

function view(secrets: Secrets, tenantId: number, row: DemoRow): ReplyOf<typeof demoPersons>[number] {
  const kinds = row.kinds as PostKind[] // the column's CHECK lists the same words
  return {
    personId: row.personId,
    name: openPerson(secrets, tenantId, { id: row.personId, ...row }).name,
    role: row.role,
    title: row.title ?? row.homeName ?? '',
    entry: isStaff(kinds) ? 'desk' : 'phone',
  }
}

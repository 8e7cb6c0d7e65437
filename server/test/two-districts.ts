/**
 * Two districts with places, people and posts, and the foundations served over HTTP. In both lives somebody of the same
 * name and number: the canary that no answer for the other district may name.
 */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { makePerson, makeTenant, signIn, type Client, type PersonToMake } from '#modules/accounts/make.ts'
import { auditRoutes } from '#modules/audit/index.ts'
import { noticeRoutes } from '#modules/notices/index.ts'
import { peopleRoutes } from '#modules/people/index.ts'
import { placeRoutes } from '#modules/places/index.ts'
import { makeDistrict } from '#modules/places/make.ts'
import type { Tx } from '#platform/db.ts'
import type { App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { startAccounts, type AccountsApp } from './accounts-app.ts'

export const CANARY = { name: '金丝雀', phone: '16099990000' }
/** Of the application's clock. */
export const TODAY = '2026-11-20'

/** `also`: the routes of a further module to serve beside. */
export async function startTwoDistricts(
  databaseUrl: string,
  { also }: { also?: (app: App, services: Services) => void } = {},
) {
  const app = await startAccounts(databaseUrl, {
    also: (http, services) => {
      placeRoutes(http, services)
      peopleRoutes(http, services)
      noticeRoutes(http, services)
      auditRoutes(http)
      also?.(http, services)
    },
  })
  const here = await makeHere(app, databaseUrl, '云桥区')
  const other = await makeHere(app, databaseUrl, '金丝雀区')
  return {
    app,
    here,
    other,
    now: () => app.services.now(),
    inTenant: <T>(work: (tx: Tx) => Promise<T>, district = here) => app.services.db.withTenant(district.tenantId, work),
    /** A person of the first district with a browser that is signed in. */
    async enter(given: PersonToMake = {}) {
      const person = await makePerson(app, here.tenantId, given)
      return { ...person, client: await signIn(app, here.tenantId, person.personId) }
    },
    /** Newest first. */
    logOf: (what: string) =>
      app.services.db.withTenant(here.tenantId, (tx) =>
        tx.many<{ capacity: string; subject: string; personId: string | null }>({
          text: `SELECT capacity, subject, subject_person_id AS "personId" FROM audit_entry WHERE tenant_id = $1 AND what = $2 ORDER BY id DESC`,
          values: [tx.tenantId, what],
        }),
      ),
  }
}

async function makeHere(app: AccountsApp, databaseUrl: string, name: string) {
  const host = `${randomUUID()}.example`
  const tenantId = await makeTenant(databaseUrl, { name, host })
  const made = await app.services.db.withTenant(tenantId, (tx) => makeDistrict(tx, { name }))
  const operator = { kind: 'operator', placeId: made.district.id, title: '系统管理员' } as const
  const { personId } = await makePerson(app, tenantId, { name: '欧阳管理', posts: [operator] })
  const volunteer = { kind: 'volunteer', placeId: made.compound.id, title: `${name}志愿者` } as const
  const canary = await makePerson(app, tenantId, { ...CANARY, posts: [volunteer] })
  return {
    tenantId,
    host,
    made,
    operator: await signIn(app, tenantId, personId),
    canary: { personId: canary.personId, postId: first(canary.postIds) },
  }
}

export const first = <T>(list: readonly T[]): T => {
  const [found] = list
  if (found === undefined) throw new Error('nothing there')
  return found
}

export const ok = async (call: ReturnType<Client['inject']>) => {
  const answer = await call
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** Status and code of an answer that is expected to refuse. */
export const refusal = async (call: ReturnType<Client['inject']>): Promise<[number, string]> => {
  const answer = await call
  return [answer.statusCode, answer.json().code]
}

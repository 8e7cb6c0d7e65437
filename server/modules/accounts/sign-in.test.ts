/** Signing in by code, as a story: the number, the message, the session, the profile, the log. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { cookieOf, makeBranch, makePerson, makePhone, makeTenant, signIn, stranger } from './make.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
beforeAll(async () => {
  tenantId = await makeTenant(databaseUrl)
  app = await startAccounts(databaseUrl)
})
afterAll(() => app.close())

async function askForCode(phone: string) {
  const asked = await stranger(app).inject('POST', '/api/sign-in/codes', { phone })
  expect(asked.statusCode, asked.body).toBe(200)
  await app.dispatcher.drain(tenantId)
  const message = app.sms.sent.findLast((sent) => sent.phone === phone)
  return { attemptId: asked.json().attemptId as string, code: message?.words['code'] ?? '', cookie: cookieOf(asked) }
}

test('a new number becomes a registered resident without home or post', async () => {
  const phone = makePhone()
  const { attemptId, code, cookie } = await askForCode(phone)
  expect(code).toMatch(/^\d{6}$/)

  const signedIn = await stranger(app).inject('POST', '/api/sign-in/code', { attemptId, code }, { cookie })
  expect(signedIn.statusCode, signedIn.body).toBe(200)
  expect(signedIn.json()).toMatchObject({ name: `居民${phone.slice(-4)}`, home: null, capacities: [], rights: [] })
  const setCookie = String(signedIn.headers['set-cookie'])
  expect(setCookie).toMatch(/linli=\d+\.[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax/)

  const me = await stranger(app).inject('GET', '/api/me', undefined, { cookie: cookieOf(signedIn) })
  expect(me.json()).toEqual(signedIn.json())
  expect(me.json().phoneMasked).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)

  const entries = await app.services.db.withTenant(tenantId, (tx) =>
    tx.many({
      text: `SELECT what, reason FROM audit_entry WHERE tenant_id = $1 AND actor_person_id = $2`,
      values: [tenantId, me.json().personId],
    }),
  )
  expect(entries).toEqual([{ what: 'signIn', reason: 'code' }])
})

test('posts, rights and home come with the session', async () => {
  const branch = await app.services.db.withTenant(tenantId, makeBranch)
  const { personId, postIds } = await makePerson(app, tenantId, {
    homePlaceId: branch.home.id,
    posts: [
      { kind: 'gridWorker', placeId: branch.compound.id, title: '网格员' },
      { kind: 'operator', placeId: branch.district.id, toOn: '2026-11-20', fromOn: '2026-01-01' },
      { kind: 'auditor', placeId: branch.district.id, fromOn: '2026-11-21' },
    ],
  })
  const person = await signIn(app, tenantId, personId)
  const me = (await person.inject('GET', '/api/me')).json()
  expect(me.capacities.map(({ kind }: { kind: string }) => kind)).toEqual(['operator', 'gridWorker'])
  expect(me.capacities[1]).toMatchObject({ postId: postIds[0], placeName: '桂园小区', organisationId: null })
  expect(me.home).toMatchObject({
    compoundId: branch.compound.id,
    compoundName: '桂园小区',
    communityId: branch.community.id,
  })
  expect(me.rights).toContain('people.manage')
})

/** Signing in by code, as a story: the number, the message, the session, the profile, the log. */
import { record } from '#modules/audit/index.ts'
import type { Tx } from '#platform/db.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '#server/test/database.ts'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { cookieOf, makeBranch, makePerson, makePlace, makePhone, makeTenant, signIn, stranger } from './make.ts'

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

test('one tap is for a demo alone, and for its own few people', async () => {
  const host = `${makePhone()}.example`
  const demo = await makeTenant(databaseUrl, { name: '示范区', demo: true, host })
  const showcase = await startAccounts(databaseUrl)
  const here = { host, origin: `http://${host}` }
  const branch = await showcase.services.db.withTenant(demo, makeBranch)
  const posts = [{ kind: 'communityStaff', placeId: branch.community.id, title: '受理岗' }] as const
  const staff = await makePerson(showcase, demo, { name: '许静', demoRole: 'communityStaff', posts })
  const elder = await makePerson(showcase, demo, { name: '陈桂兰', demoRole: 'elder', homePlaceId: branch.home.id })
  const passerBy = await makePerson(showcase, demo, { name: '路人' })

  const offered = await stranger(showcase).inject('GET', '/api/sign-in/demo', undefined, here)
  expect(offered.json()).toEqual([
    { personId: elder.personId, name: '陈桂兰', role: 'elder', title: '8 栋 301', entry: 'phone' },
    { personId: staff.personId, name: '许静', role: 'communityStaff', title: '受理岗', entry: 'desk' },
  ])
  const tap = (personId: string) => stranger(showcase).inject('POST', '/api/sign-in/demo', { personId }, here)
  expect((await tap(staff.personId)).json().name).toBe('许静')
  expect((await tap(passerBy.personId)).statusCode).toBe(404)
  await showcase.close()

  const { personId } = await makePerson(app, tenantId, { demoRole: 'resident' })
  const refused = await stranger(app).inject('POST', '/api/sign-in/demo', { personId })
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'demo_only'])
  expect((await stranger(app).inject('GET', '/api/sign-in/demo')).json()).toEqual([])
  expect((await stranger(app).inject('GET', '/api/tenant')).json()).toMatchObject({ id: tenantId, demo: false })
})

test('a resident changes nickname, print and home, and reads who looked', async () => {
  const branch = await app.services.db.withTenant(tenantId, makeHomes)
  const { personId } = await makePerson(app, tenantId)
  const person = await signIn(app, tenantId, personId)
  const changed = await person.inject('PATCH', '/api/me', {
    nickname: '晓燕',
    largePrint: 2,
    locale: 'en',
    homePlaceId: branch.id,
  })
  expect(changed.json()).toMatchObject({
    nickname: '晓燕',
    largePrint: 2,
    locale: 'en',
    home: { placeName: '9 栋 101' },
  })
  expect((await person.inject('GET', '/api/me')).json()).toEqual(changed.json())

  const refused = await person.inject('PATCH', '/api/me', { homePlaceId: branch.building })
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'place_not_a_home'])
  expect((await person.inject('PATCH', '/api/me', { homePlaceId: personId })).json().code).toBe('place_not_found')
  expect((await person.inject('PATCH', '/api/me', { demoRole: 'x' })).statusCode).toBe(400)

  await app.services.db.withTenant(tenantId, (tx) =>
    record(tx, {
      at: app.services.now(),
      what: 'reveal',
      actorPersonId: null,
      capacity: '桂园社区 受理岗',
      subject: '王＊＊',
      subjectPersonId: personId,
      field: 'phone',
      reason: '核实位置',
    }),
  )
  const looked = (await person.inject('GET', '/api/me/reveals')).json()
  expect(looked).toMatchObject([
    { field: 'phone', capacity: '桂园社区 受理岗', reason: '核实位置', requestTitle: null },
  ])
  const other = await signIn(app, tenantId, (await makePerson(app, tenantId)).personId)
  expect((await other.inject('GET', '/api/me/reveals')).json()).toEqual([])
})

async function makeHomes(tx: Tx) {
  const community = await makePlace(tx, { level: 'community', name: '榕树社区' })
  const compound = await makePlace(tx, { level: 'compound', name: '榕树小区', parent: community })
  const building = await makePlace(tx, { level: 'building', name: '9 栋', parent: compound })
  const { id } = await makePlace(tx, { level: 'home', name: '9 栋 101', parent: building })
  return { id, building: building.id }
}

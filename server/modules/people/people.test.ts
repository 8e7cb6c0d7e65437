/** People, posts, the log and the inbox, through HTTP, as stories; a second district holds canaries that no answer may name. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RIGHTS } from '#contracts/rights.ts'
import { appointTo, makePerson, makeTenant, signIn, stranger, type Client } from '#modules/accounts/make.ts'
import { auditRoutes, record, revealsToday } from '#modules/audit/index.ts'
import { noticeRoutes, tellAll, unreadCount } from '#modules/notices/index.ts'
import { placeRoutes } from '#modules/places/index.ts'
import { makeDistrict, type MadeDistrict } from '#modules/places/make.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import {
  findPersonByPhone,
  holdersOf,
  nameOfHandler,
  organisationsFor,
  peopleRoutes,
  postsCovering,
  postsOfOrganisations,
} from './index.ts'
import { makeOrganisation } from './make.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let here: District
let other: District
type District = { tenantId: number; made: MadeDistrict; operator: Client; canary: { personId: string; postId: string } }

const CANARY = { name: '金丝雀', phone: '16099990000' }
const TODAY = '2026-11-20' // of the app's clock

beforeAll(async () => {
  app = await startAccounts(databaseUrl, {
    also: (http, services) => {
      placeRoutes(http, services)
      peopleRoutes(http, services)
      noticeRoutes(http, services)
      auditRoutes(http)
    },
  })
  ;[here, other] = [await makeHere('云桥区'), await makeHere('金丝雀区')]
})
afterAll(() => app.close())

async function makeHere(name: string): Promise<District> {
  const tenantId = await makeTenant(databaseUrl, { name, host: `${name}.example` })
  const made = await app.services.db.withTenant(tenantId, (tx) => makeDistrict(tx, { name }))
  const { personId } = await makePerson(app, tenantId, {
    name: '欧阳管理',
    posts: [{ kind: 'operator', placeId: made.district.id, title: '系统管理员' }],
  })
  // Both districts have this person: same name, same number, other rows.
  const canary = await makePerson(app, tenantId, {
    ...CANARY,
    posts: [{ kind: 'volunteer', placeId: made.compound.id, title: `${name}志愿者` }],
  })
  return {
    tenantId,
    made,
    operator: await signIn(app, tenantId, personId),
    canary: { personId: canary.personId, postId: first(canary.postIds) },
  }
}

const first = <T>(list: readonly T[]): T => {
  const [found] = list
  if (found === undefined) throw new Error('nothing there')
  return found
}
const inTenant = <T>(work: (tx: Tx) => Promise<T>, district = here) =>
  app.services.db.withTenant(district.tenantId, work)
const now = () => app.services.now()
const enter = async (given: Parameters<typeof makePerson>[2] = {}) => {
  const person = await makePerson(app, here.tenantId, given)
  return { ...person, client: await signIn(app, here.tenantId, person.personId) }
}
const ok = async (call: ReturnType<Client['inject']>) => {
  const answer = await call
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const refusal = async (call: ReturnType<Client['inject']>) => {
  const answer = await call
  return [answer.statusCode, answer.json().code]
}
const logOf = (what: string) =>
  inTenant((tx) =>
    tx.many({
      text: `SELECT capacity, subject, subject_person_id AS "personId" FROM audit_entry WHERE tenant_id = $1 AND what = $2 ORDER BY id DESC`,
      values: [tx.tenantId, what],
    }),
  )

test('rights follow the post at once, both ways', async () => {
  const { client, personId } = await enter({ name: '陈文静' })
  for (let round = 0; round < 25; round++) {
    expect(await refusal(client.inject('GET', '/api/people'))).toEqual([403, 'right_required'])
    const post = await ok(
      here.operator.inject('POST', '/api/posts', {
        kind: 'communityStaff',
        title: '受理岗',
        placeId: here.made.community.id,
      }),
    )
    const held = await ok(here.operator.inject('POST', `/api/posts/${post.id}/terms`, { personId, fromOn: TODAY }))
    expect(held.holders).toMatchObject([{ personId, name: '陈＊＊', fromOn: TODAY, toOn: null }])
    await ok(client.inject('GET', '/api/people'))
    const ended = await ok(here.operator.inject('DELETE', `/api/posts/${post.id}/terms/${held.holders[0].termId}`))
    expect(ended.holders).toEqual([])
  }
  expect(await refusal(client.inject('GET', '/api/people'))).toEqual([403, 'right_required'])
  expect((await logOf('appoint'))[0]).toEqual({ capacity: '系统管理员', subject: '受理岗：陈＊＊', personId })
  expect(await logOf('endTerm')).toHaveLength(25)
  expect(await logOf('createPost')).toHaveLength(25)
})

test('a term that began earlier ends yesterday and is kept', async () => {
  const { client, personId, postIds } = await enter({
    posts: [{ kind: 'communityStaff', placeId: here.made.community.id, fromOn: '2026-01-01' }],
  })
  const [post] = (await ok(here.operator.inject('GET', '/api/posts?kind=communityStaff'))).rows.filter(
    ({ id }: { id: string }) => id === postIds[0],
  )
  await ok(client.inject('GET', '/api/posts'))
  await ok(here.operator.inject('DELETE', `/api/posts/${post.id}/terms/${post.holders[0].termId}`))
  expect(await refusal(client.inject('GET', '/api/posts'))).toEqual([403, 'right_required'])
  const terms = await inTenant((tx) =>
    tx.many({
      text: 'SELECT person_id AS "personId", to_on AS "toOn" FROM post_term WHERE tenant_id = $1 AND post_id = $2',
      values: [tx.tenantId, post.id],
    }),
  )
  expect(terms).toEqual([{ personId, toOn: '2026-11-19' }])
})

test('one post of its kind is held by one; a member’s by many; days must make sense', async () => {
  const [a, b] = [(await enter()).personId, (await enter()).personId]
  const make = (kind: string) =>
    ok(here.operator.inject('POST', '/api/posts', { kind, title: '岗', placeId: first(here.made.grids).id }))
  const give = async (postId: string, personId: string, fromOn: string, toOn?: string) =>
    (
      await here.operator.inject('POST', `/api/posts/${postId}/terms`, { personId, fromOn, ...(toOn && { toOn }) })
    ).json().code ?? 'given'
  const grid = (await make('gridWorker')).id
  expect(await give(grid, a, '2026-11-01', '2026-11-30')).toBe('given')
  expect(await give(grid, b, '2026-11-30')).toBe('post_already_held')
  expect(await give(grid, b, '2026-12-01')).toBe('given')
  const member = (await make('member')).id
  expect([await give(member, a, TODAY), await give(member, b, TODAY), await give(member, b, TODAY)]).toEqual([
    'given',
    'given',
    'post_already_held',
  ])
  const duty = (await make('dutyOfficer')).id
  for (const [from, to] of [
    ['2026-02-31', undefined],
    ['2026-11-20', '2026-11-19'],
    ['2026-01-01', '2026-11-19'],
  ] as const) {
    expect(await give(duty, a, from, to)).toBe('term_dates_wrong')
  }
  expect(await give(duty, newId(), TODAY)).toBe('person_not_found')
  expect(await give(newId(), a, TODAY)).toBe('not_found')
})

test('nobody without the right sees or changes anything, whatever other post they hold', async () => {
  const target = await enter()
  const doors = [
    ['people.view', 'GET', '/api/people'],
    ['people.view', 'GET', '/api/posts'],
    ['people.view', 'GET', '/api/organisations'],
    ['people.manage', 'POST', '/api/people', { name: '甲', phone: '16012345678' }],
    ['people.manage', 'POST', '/api/posts', { kind: 'operator', title: '假', placeId: here.made.district.id }],
    ['people.manage', 'POST', `/api/posts/${here.canary.postId}/terms`, { personId: target.personId, fromOn: TODAY }],
    ['people.manage', 'DELETE', `/api/posts/${here.canary.postId}/terms/${newId()}`],
    ['people.manage', 'PATCH', `/api/people/${target.personId}`, { disabled: true }],
    ['audit.view', 'GET', '/api/audit'],
  ] as const
  for (const [right, method, path, body] of doors) {
    expect(await refusal(stranger(app).inject(method, path, body))).toEqual([401, 'sign_in_required'])
    expect(await refusal(target.client.inject(method, path, body))).toEqual([403, 'right_required'])
    for (const kind of ['gridWorker', 'unitUser', 'member', 'auditor', 'subdistrictSupervisor'] as const) {
      if ((RIGHTS[right] as readonly string[]).includes(kind)) continue
      const { client } = await enter({ posts: [{ kind, placeId: here.made.district.id }] })
      expect(await refusal(client.inject(method, path, body)), `${kind} ${path}`).toEqual([403, 'right_required'])
    }
  }
})

test('people are found by number, its ending, surname or full name, and always shown masked', async () => {
  const [home] = here.made.homes
  const created = await ok(
    here.operator.inject('POST', '/api/people', { name: '诸葛明远', phone: '16055557788', homePlaceId: home?.id }),
  )
  expect(created).toEqual({
    id: created.id,
    name: '诸＊＊＊',
    phoneMasked: '160****7788',
    homeName: '桂园小区 1 栋',
    postTitles: [],
    disabled: false,
  })
  for (const q of ['16055557788', '7788', '诸葛明远', ' 诸葛明远 ', '诸']) {
    const { rows } = await ok(here.operator.inject('GET', `/api/people?q=${encodeURIComponent(q)}`))
    expect(rows, q).toContainEqual(created)
  }
  for (const q of ['16055557789', '诸葛', '明远', '%', '诸_']) {
    expect((await ok(here.operator.inject('GET', `/api/people?q=${encodeURIComponent(q)}`))).rows, q).toEqual([])
  }
  expect(await refusal(here.operator.inject('POST', '/api/people', { name: '另一人', phone: '16055557788' }))).toEqual([
    409,
    'phone_taken',
  ])
  expect(
    await refusal(
      here.operator.inject('POST', '/api/people', {
        name: '另一人',
        phone: '16055557789',
        homePlaceId: here.made.compound.id,
      }),
    ),
  ).toEqual([422, 'place_not_a_home'])
  expect(await logOf('createPerson')).toEqual([{ capacity: '系统管理员', subject: '诸＊＊＊', personId: created.id }])
  expect(await inTenant((tx) => findPersonByPhone(tx, app.services.secrets, '16055557788'))).toBe(created.id)
  const bodies = [
    await here.operator.inject('GET', '/api/people'),
    await here.operator.inject('GET', '/api/audit'),
    await here.operator.inject('GET', '/api/posts'),
  ]
  for (const { body } of bodies)
    for (const secret of ['诸葛', '16055557788', CANARY.name, CANARY.phone]) expect(body).not.toContain(secret)
})

test('a desk sees the people of its own area, and appoints within the reach of its own post', async () => {
  const [gridOne, gridTwo] = here.made.grids
  const [inOne, inTwo] = [
    await enter({ homePlaceId: here.made.homes[0]?.id }),
    await enter({ homePlaceId: here.made.homes.at(-1)?.id }),
  ]
  const worker = await enter({ posts: [{ kind: 'gridWorker', placeId: gridOne?.id ?? '' }] })
  const seen = (await ok(worker.client.inject('GET', '/api/people'))).rows.map(({ id }: { id: string }) => id)
  expect(seen).toContain(inOne.personId)
  expect(seen).toContain(worker.personId) // holds a post there
  expect(seen).not.toContain(inTwo.personId)

  const small = await enter({ posts: [{ kind: 'operator', placeId: gridOne?.id ?? '' }] })
  const make = (kind: string, placeId?: string) =>
    refusal(small.client.inject('POST', '/api/posts', { kind, title: '岗', placeId }))
  expect(await make('operator', here.made.district.id)).toEqual([403, 'not_permitted'])
  expect(await make('member', gridTwo?.id)).toEqual([403, 'not_permitted'])
  await ok(small.client.inject('POST', '/api/posts', { kind: 'member', title: '岗', placeId: gridOne?.id }))
  expect(
    await refusal(
      small.client.inject('POST', `/api/posts/${here.canary.postId}/terms`, {
        personId: small.personId,
        fromOn: TODAY,
      }),
    ),
  ).toEqual([403, 'not_permitted'])
  // Neither the password of a larger post, nor a stranger's, nor one's own access.
  for (const personId of [here.operator.personId, inTwo.personId, small.personId]) {
    expect(await refusal(small.client.inject('PATCH', `/api/people/${personId}`, { disabled: true }))).toEqual([
      403,
      'not_permitted',
    ])
  }
  await ok(small.client.inject('PATCH', `/api/people/${inOne.personId}`, { disabled: true }))
})

test('closing somebody’s access ends their sessions at once; opening it again revives none', async () => {
  const { client, personId } = await enter()
  await ok(client.inject('GET', '/api/me'))
  expect(await ok(here.operator.inject('PATCH', `/api/people/${personId}`, { disabled: true }))).toMatchObject({
    disabled: true,
  })
  expect(await refusal(client.inject('GET', '/api/me'))).toEqual([401, 'sign_in_required'])
  expect(await ok(here.operator.inject('PATCH', `/api/people/${personId}`, { disabled: false }))).toMatchObject({
    disabled: false,
  })
  expect(await refusal(client.inject('GET', '/api/me'))).toEqual([401, 'sign_in_required'])
  expect(await refusal(here.operator.inject('PATCH', `/api/people/${newId()}`, { disabled: true }))).toEqual([
    404,
    'not_found',
  ])
  expect(
    await refusal(here.operator.inject('PATCH', `/api/people/${here.operator.personId}`, { disabled: true })),
  ).toEqual([403, 'not_permitted'])
  expect(
    (await logOf('closeAccess')).filter((entry) => Object.values(entry as object).includes(personId)),
  ).toHaveLength(1)
})

test('staff sign in with the name and password they were given', async () => {
  const { personId } = await enter({ posts: [{ kind: 'communityStaff', placeId: here.made.community.id }] })
  const password = '桂园-风铃-四十二'
  await ok(here.operator.inject('PATCH', `/api/people/${personId}`, { username: ' Chen.WJ ', password }))
  const signedIn = await stranger(app).inject(
    'POST',
    '/api/sign-in/password',
    { username: 'chen.wj', password },
    { host: '云桥区.example', origin: 'http://云桥区.example' },
  )
  expect([200, 404]).toContain(signedIn.statusCode) // 404: the test's host name reaches no district; the row says the rest
  const rows = await inTenant((tx) =>
    tx.many({
      text: 'SELECT username, left(password_hash, 9) AS kind FROM person WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, personId],
    }),
  )
  expect(rows).toEqual([{ username: 'chen.wj', kind: '$argon2id' }])
  const { personId: another } = await enter()
  expect(await refusal(here.operator.inject('PATCH', `/api/people/${another}`, { username: 'CHEN.wj' }))).toEqual([
    409,
    'username_taken',
  ])
  expect(await refusal(here.operator.inject('PATCH', `/api/people/${another}`, { password: '1234567890' }))).toEqual([
    422,
    'password_too_common',
  ])
})

test('who answers for a place: nearest first, with those who hold the post today', async () => {
  const { made } = here
  const [grid] = made.grids
  const [building] = made.buildings
  const organisationId = await inTenant((tx) => makeOrganisation(tx, { placeId: made.compound.id }))
  const far = await inTenant((tx) =>
    makeOrganisation(tx, { placeId: made.subdistrict.id, name: '排水所', kind: 'department' }),
  )
  await inTenant((tx) => makeOrganisation(tx, { placeId: made.compound.id, name: '已撤物业', endedOn: '2026-01-01' }))
  await inTenant((tx) => makeOrganisation(tx, { placeId: made.compound.id, name: '业委会', handles: false }))
  const head = await enter({ posts: [{ kind: 'buildingHead', placeId: building?.id ?? '' }] })
  const lead = await enter({ posts: [{ kind: 'areaLead', placeId: grid?.id ?? '', organisationId }] })
  const past = await enter({
    posts: [{ kind: 'areaLead', placeId: grid?.id ?? '', title: '前片长', fromOn: '2026-01-01', toOn: '2026-11-19' }],
  })
  await enter({ posts: [{ kind: 'areaLead', placeId: made.grids[1]?.id ?? '' }] })

  const kinds = ['areaLead', 'buildingHead'] as const
  const found = await inTenant((tx) => postsCovering(tx, { path: first(made.homes).path, kinds, now: now() }))
  expect(found.map(({ kind, personIds }) => [kind, personIds])).toEqual([
    ['buildingHead', [head.personId]],
    ['areaLead', [lead.personId]],
    ['areaLead', []],
  ])
  expect(found[2]?.postId).toBe(past.postIds[0])
  expect((await inTenant((tx) => organisationsFor(tx, first(made.homes).path, now()))).map(({ name }) => name)).toEqual(
    ['桂园物业', '排水所'],
  )
  expect(await inTenant((tx) => organisationsFor(tx, made.district.path, now()))).toEqual([])
  expect(await inTenant((tx) => holdersOf(tx, { organisationIds: [organisationId], now: now() }))).toEqual([
    lead.personId,
  ])
  expect(await inTenant((tx) => holdersOf(tx, { postIds: [...head.postIds, ...past.postIds], now: now() }))).toEqual([
    head.personId,
  ])
  expect(await inTenant((tx) => postsOfOrganisations(tx, [organisationId]))).toEqual(lead.postIds)
  expect(await inTenant((tx) => nameOfHandler(tx, { organisationId: far }))).toBe('排水所')
  expect(await inTenant((tx) => nameOfHandler(tx, { postId: lead.postIds[0] }))).toBe('areaLead')
  expect(await inTenant((tx) => nameOfHandler(tx, { organisationId: newId() }))).toBeUndefined()

  const { rows } = await ok(
    here.operator.inject('GET', `/api/posts?placeId=${grid?.id}&organisationId=${organisationId}`),
  )
  expect(rows).toMatchObject([
    {
      kind: 'areaLead',
      organisationName: '桂园物业',
      placeName: '桂园小区 第 1 网格',
      holders: [{ personId: lead.personId }],
    },
  ])
  const organisations = await ok(here.operator.inject('GET', '/api/organisations'))
  expect(organisations.find(({ id }: { id: string }) => id === organisationId)).toMatchObject({
    placeName: '桂园小区',
    handles: true,
    postCount: 1,
  })
  expect(organisations.map(({ name }: { name: string }) => name)).not.toContain('已撤物业')
})

test('lists turn page by page without gap or repeat', async () => {
  await inTenant(async (tx) => {
    for (let n = 0; n < 120; n++)
      await appointTo(
        tx,
        here.operator.personId,
        { kind: 'member', placeId: here.made.compound.id, title: `党员岗 ${n}` },
        now(),
      )
  })
  const ids: string[] = []
  for (let after = ''; ;) {
    const page = await ok(
      here.operator.inject('GET', `/api/posts?kind=member&q=${encodeURIComponent('党员岗')}${after}`),
    )
    ids.push(...page.rows.map(({ id }: { id: string }) => id))
    if (!page.next) break
    after = `&after=${page.next}`
  }
  expect([ids.length, new Set(ids).size]).toEqual([120, 120])
  for (const path of ['/api/posts', '/api/people', '/api/audit', '/api/notices']) {
    expect(await refusal(here.operator.inject('GET', `${path}?after=bm9wZQ`))).toEqual([400, 'malformed'])
  }
})

test('a post is told once and each holder reads for themself', async () => {
  const a = await enter({ posts: [{ kind: 'gridWorker', placeId: first(here.made.grids).id, title: '网格员' }] })
  const b = await enter()
  const postId = first(a.postIds)
  await inTenant((tx) =>
    tx.run({
      text: 'INSERT INTO post_term (tenant_id, id, post_id, person_id, from_on) VALUES ($1, $2, $3, $4, $5)',
      values: [tx.tenantId, newId(), postId, b.personId, TODAY],
    }),
  )
  const at = now().toISOString()
  await inTenant((tx) =>
    tellAll(tx, [
      { postId, what: 'request.dispatch', facts: { title: '路灯', days: 3 }, requestId: newId(), at },
      { personId: a.personId, what: 'request.finish', facts: {}, at },
      { personId: here.canary.personId, what: 'request.secret', facts: {}, at },
    ]),
  )
  const list = (client: Client) => ok(client.inject('GET', '/api/notices'))
  expect((await list(a.client)).rows).toMatchObject([
    { what: 'request.finish', read: false },
    { what: 'request.dispatch', facts: { title: '路灯', days: 3 }, at, read: false },
  ])
  expect(await list(b.client)).toMatchObject({ rows: [{ what: 'request.dispatch', read: false }], unread: 1 })

  const [newest, older] = (await list(a.client)).rows
  await ok(a.client.inject('POST', '/api/notices/read', { upToId: newest.id }))
  await ok(a.client.inject('POST', '/api/notices/read', { upToId: older.id })) // never goes back
  expect(await list(a.client)).toMatchObject({ unread: 0, rows: [{ read: true }, { read: true }] })
  expect((await list(b.client)).unread).toBe(1)
  expect(await refusal(b.client.inject('POST', '/api/notices/read', { upToId: newest.id }))).toEqual([404, 'not_found']) // not told to b
  expect(await inTenant((tx) => unreadCount(tx, { personId: here.canary.personId, capacities: [] }))).toBe(1)
})

test('the log is for the auditor: capacities, masked subjects, fifty reveals a day counted', async () => {
  const auditor = await enter({ posts: [{ kind: 'auditor', placeId: here.made.district.id, title: '审计' }] })
  const actor = here.operator.personId
  const reveal = (at: Date) =>
    inTenant((tx) =>
      record(tx, {
        at,
        what: 'reveal',
        actorPersonId: actor,
        capacity: '桂园社区 受理岗',
        subject: '王＊＊',
        subjectPersonId: here.canary.personId,
        field: 'phone',
        reason: '上门前联系',
      }),
    )
  await reveal(new Date('2026-11-19T15:59:59Z')) // the last second of the 19th in Shanghai
  for (let n = 0; n < 3; n++) await reveal(now())
  expect(await inTenant((tx) => revealsToday(tx, actor, now()))).toBe(3)
  const { rows } = await ok(auditor.client.inject('GET', '/api/audit?what=reveal'))
  expect(rows).toHaveLength(4)
  expect(rows[0]).toEqual({
    id: rows[0].id,
    at: now().toISOString(),
    what: 'reveal',
    actor: '桂园社区 受理岗',
    subject: '王＊＊',
    reason: '上门前联系',
  })
  expect(await refusal(auditor.client.inject('PATCH', `/api/people/${actor}`, { disabled: true }))).toEqual([
    403,
    'right_required',
  ])
})

test('nothing crosses from the district next door, where the same name and number live', async () => {
  await inTenant(async (tx) => {
    await tellAll(tx, [{ personId: other.canary.personId, what: 'canary', facts: {}, at: now().toISOString() }])
    await record(tx, { at: now(), what: 'canary', actorPersonId: null, capacity: '金丝雀区', subject: '金丝雀区' })
  }, other)
  const theirs = [
    other.canary.personId,
    other.canary.postId,
    other.operator.personId,
    other.made.district.id,
    '金丝雀区',
    'canary',
  ]
  for (const path of [
    '/api/people',
    `/api/people?q=${CANARY.phone}`,
    `/api/people?q=${encodeURIComponent(CANARY.name)}`,
    '/api/posts',
    '/api/organisations',
    '/api/audit',
    '/api/notices',
  ]) {
    const { body } = await here.operator.inject('GET', path)
    for (const canary of theirs) expect(body, path).not.toContain(canary)
  }
  const own = await ok(here.operator.inject('GET', `/api/people?q=${CANARY.phone}`))
  expect(own.rows.map(({ id }: { id: string }) => id)).toEqual([here.canary.personId])

  // What is next door answers exactly as what is nowhere.
  const same = async (call: (id: string) => ReturnType<Client['inject']>, theirId: string) => {
    const [absent, nextDoor] = [await call(newId()), await call(theirId)]
    expect([nextDoor.statusCode, nextDoor.body]).toEqual([absent.statusCode, absent.body])
    expect(absent.statusCode).toBeGreaterThanOrEqual(400)
  }
  const { operator } = here
  await same((id) => operator.inject('PATCH', `/api/people/${id}`, { disabled: true }), other.canary.personId)
  await same(
    (id) => operator.inject('POST', `/api/posts/${id}/terms`, { personId: here.canary.personId, fromOn: TODAY }),
    other.canary.postId,
  )
  await same(
    (id) => operator.inject('POST', `/api/posts/${here.canary.postId}/terms`, { personId: id, fromOn: TODAY }),
    other.canary.personId,
  )
  await same(
    (id) => operator.inject('POST', '/api/posts', { kind: 'member', title: '岗', placeId: id }),
    other.made.district.id,
  )
  await same(
    (id) => operator.inject('POST', '/api/people', { name: '甲', phone: '16011112222', homePlaceId: id }),
    other.made.homes[0]?.id ?? '',
  )
  expect(
    await inTenant((tx) => postsCovering(tx, { path: other.made.compound.path, kinds: ['volunteer'], now: now() })),
  ).toMatchObject([{ postId: here.canary.postId }])
})

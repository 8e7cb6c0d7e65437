/** People, through HTTP, as stories: found without being read, shown masked, managed within reach. */
import { afterAll, expect, test } from 'vitest'
import { RIGHTS } from '#contracts/rights.ts'
import { stranger } from '#modules/accounts/make.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startTwoDistricts, CANARY, ok, refusal, TODAY } from '#server/test/two-districts.ts'
import { findPersonByPhone } from './index.ts'
const { app, here, enter, inTenant, logOf } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())

test('nobody without the right sees or changes anything, whatever other post they hold', async () => {
  const target = await enter()
  const doors = [
    ['people.view', 'GET', '/api/people'],
    ['people.view', 'GET', '/api/posts'],
    ['people.view', 'GET', '/api/organisations'],
    ['people.manage', 'POST', '/api/people', { name: '甲', phone: '16012345678' }],
    ['posts.appoint', 'POST', '/api/posts', { kind: 'operator', title: '假', placeId: here.made.district.id }],
    ['posts.appoint', 'POST', `/api/posts/${here.canary.postId}/terms`, { personId: target.personId, fromOn: TODAY }],
    ['posts.appoint', 'DELETE', `/api/posts/${here.canary.postId}/terms/${newId()}`],
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
  for (const q of ['16055557788', '7788', '诸葛明远', ' 诸葛明远 ', '诸', '明远', 'zhugemingyuan', 'zgmy']) {
    const { rows } = await ok(here.operator.inject('GET', `/api/people?q=${encodeURIComponent(q)}`))
    expect(rows, q).toContainEqual(created)
  }
  for (const q of ['16055557789', '诸葛亮', '远明', '%', '诸_']) {
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
  const password = '桂园-风铃-四十二号楼'
  await ok(here.operator.inject('PATCH', `/api/people/${personId}`, { username: ' Chen.WJ ', password }))
  const signedIn = await stranger(app).inject(
    'POST',
    '/api/sign-in/password',
    { username: 'chen.wj', password },
    { host: here.host, origin: `http://${here.host}` },
  )
  expect(signedIn.statusCode, signedIn.body).toBe(200)
  expect(signedIn.json()).toMatchObject({ personId, capacities: [{ kind: 'communityStaff' }] })
  const rows = await inTenant((tx) =>
    tx.many({
      text: 'SELECT username, left(password_hash, 8) AS kind FROM person WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, personId],
    }),
  )
  expect(rows).toEqual([{ username: 'chen.wj', kind: '$scrypt$' }])
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

test('of many who are given one user name at once, one gets it', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => enter()))
  const answers = await Promise.all(
    people.map(({ personId }) => here.operator.inject('PATCH', `/api/people/${personId}`, { username: 'zhang.w' })),
  )
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array<number>(7).fill(409)])
  expect(answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json().code)).toEqual(
    Array<string>(7).fill('username_taken'),
  )
})

/** Nothing crosses between two districts in which the same name and number live. */
import { afterAll, expect, test } from 'vitest'
import type { Client } from '#modules/accounts/make.ts'
import { record } from '#modules/audit/index.ts'
import { tellAll } from '#modules/notices/index.ts'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { startTwoDistricts, CANARY, ok, TODAY } from '#server/test/two-districts.ts'
import { postsCovering } from './index.ts'
const { app, here, other, inTenant, now } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())

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

/**
 * Who may know: the table and its twin in SQL agree for every kind of post over every place, and nobody else's reply says
 * who is a member.
 */
import { afterAll, expect, test } from 'vitest'
import { POST_KINDS } from '#contracts/rights.ts'
import { RIGHTS } from '#contracts/rights.ts'
import { makeOrganisation } from '#modules/people/make.ts'
import { makePlace } from '#modules/places/make.ts'
import type { Actor, Capacity } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { reachOf } from '#platform/reach.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts } from '#server/test/two-districts.ts'
import { memberRoutes } from './index.ts'
import { makeMember } from './make.ts'
import { listMembersFound } from './member-queries.ts'
import { may, relationsTo } from './policy.ts'
import { standOf } from './view.ts'

const { app, here, enter, inTenant } = await startTwoDistricts(await useDatabase(), { also: memberRoutes })
afterAll(() => app.close())
const { made } = here

const elsewhere = await inTenant((tx) =>
  makePlace(tx, { level: 'community', name: '兰园社区', parent: made.subdistrict, number: 9 }),
)
const places = [
  made.district,
  made.subdistrict,
  made.community,
  elsewhere,
  made.compound,
  ...made.grids,
  first(made.buildings),
]
const branchElsewhere = await inTenant((tx) =>
  makeOrganisation(tx, { kind: 'partyOrganisation', name: '兰园党支部', placeId: elsewhere.id }),
)
const members = await Promise.all(
  [0, 1, 4, 15, undefined].map(async (home) => {
    const { personId, client } = await enter({
      name: '魏征',
      homePlaceId: home === undefined ? undefined : made.homes[home]?.id,
    })
    await inTenant((tx) =>
      makeMember(tx, { personId, organisationId: home === 1 || home === undefined ? branchElsewhere : null }),
    )
    return { personId, client }
  }),
)

const actorWith = (capacity: Pick<Capacity, 'kind' | 'placePath' | 'placeLevel'>): Actor => ({
  tenantId: here.tenantId,
  personId: newId(),
  name: '',
  nickname: '',
  sessionId: '',
  home: null,
  capacities: [
    {
      postId: newId(),
      title: '',
      organisationId: null,
      organisationName: null,
      placeId: '',
      placeName: '',
      ...capacity,
    },
  ],
})

test('a list gives exactly those whom the table lets the reader see, for every kind of post over every place', async () => {
  const seen = await inTenant(async (tx) => {
    const all = await listMembersFound(tx, { paths: [made.district.path], placePath: '', filter: 'all', limit: 100 })
    expect(all).toHaveLength(members.length)
    const differences: string[] = []
    for (const kind of POST_KINDS)
      for (const { path, level } of places) {
        const actor = actorWith({ kind, placePath: path, placeLevel: level })
        const { paths } = reachOf(actor, 'members.view')
        const listed = (await listMembersFound(tx, { paths, placePath: '', filter: 'all', limit: 100 })).map(
          ({ personId }) => personId,
        )
        const allowed = all
          .filter((one) => may('view', relationsTo(actor, standOf(one))))
          .map(({ personId }) => personId)
        if (listed.toSorted().join() !== allowed.toSorted().join()) differences.push(`${kind} over ${level}`)
      }
    return differences
  })
  expect(seen).toEqual([])
})

test('knocking needs a post of the party or of the community; what lies beyond it is not there', async () => {
  const target = first(members).personId
  for (const kind of POST_KINDS) {
    const { client } = await enter({ posts: [{ kind, placeId: made.community.id }] })
    const answer = await client.inject('GET', `/api/members/${target}`)
    expect(answer.statusCode, kind).toBe((RIGHTS['members.view'] as readonly string[]).includes(kind) ? 200 : 403)
  }
  const next = await enter({ posts: [{ kind: 'communityStaff', placeId: elsewhere.id }] })
  expect(await refusal(next.client.inject('GET', `/api/members/${target}`))).toEqual([404, 'not_found'])
  expect(await refusal(next.client.inject('POST', `/api/members/${target}/reveals`, { reason: '看看是谁' }))).toEqual([
    404,
    'not_found',
  ])
  expect(await refusal(next.client.inject('GET', `/api/members/counts?placeId=${made.compound.id}`))).toEqual([
    404,
    'not_found',
  ])
  // Keeping the branch is enough to know its members, wherever they live
  expect(
    (await ok(next.client.inject('GET', '/api/members'))).rows.map(({ id }: { id: string }) => id).toSorted(),
  ).toEqual([members[1]?.personId, members[4]?.personId].toSorted())
})

test('no reply about people, posts or the log says who is a member', async () => {
  const operator = here.operator
  await ok(
    (await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id }] })).client.inject(
      'POST',
      `/api/members/${first(members).personId}/steps`,
      { action: 'change', inService: true },
    ),
  )
  const ids = members.map(({ personId }) => personId)
  const { rows: people } = await ok(operator.inject('GET', `/api/people?q=${encodeURIComponent('魏征')}`))
  expect(people.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted())
  expect(JSON.stringify(people)).not.toMatch(/member|stage|formal|党/)
  const { rows: log } = await ok(operator.inject('GET', '/api/audit'))
  const changed = log.find(({ what }: { what: string }) => what === 'member.change')
  expect(changed).toMatchObject({ subject: '桂园小区 1 栋' })
  expect(JSON.stringify(log)).not.toContain('魏')
  for (const id of ids) expect(JSON.stringify(log)).not.toContain(id)
})

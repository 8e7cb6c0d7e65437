/** Organisations over the place tree through HTTP: founded, hung, bound, ended; the chart. */
import { afterAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { useDatabase } from '#server/test/database.ts'
import { first, ok, refusal, startTwoDistricts, TODAY } from '#server/test/two-districts.ts'

const { app, here, other, enter, inTenant, logOf } = await startTwoDistricts(await useDatabase())
afterAll(() => app.close())
const { made } = here
const building = first(made.buildings)
const staff = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id, title: '受理岗' }] })
const secretary = await enter({ posts: [{ kind: 'compoundSecretary', placeId: made.compound.id, title: '小区书记' }] })
const post = (path: string, body: object, who = staff) => who.client.inject('POST', path, body)
const found = (body: object, who = staff) => post('/api/organisations', body, who)
const party = (form: string, name: string, placeId: string, more: object = {}) =>
  found({ kind: 'partyOrganisation', form, name, placeId, ...more })

test('a tree of organisations is founded level by level, and stands only where it fits', async () => {
  const committee = await ok(
    party('jointCommittee', '桂园社区大党委', made.community.id, { foundedOn: '2020-07-01', termEndsOn: '2027-06-30' }),
  )
  const branch = await ok(party('compoundBranch', '桂园小区党支部', made.compound.id, { parentId: committee.id }))
  const group = await ok(
    party('buildingGroup', '1 栋党小组', building.id, { parentId: branch.id, duties: '联系本栋住户' }),
  )
  expect(group).toMatchObject({
    form: 'buildingGroup',
    parentId: branch.id,
    placeName: '桂园小区 1 栋',
    mayChange: true,
    postCount: 0,
  })
  expect(await refusal(party('buildingGroup', '党小组', made.compound.id))).toEqual([422, 'organisation_place_wrong'])
  expect(await refusal(found({ kind: 'partyOrganisation', name: '无形式', placeId: made.compound.id }))).toEqual([
    422,
    'organisation_form_wrong',
  ])
  expect(await refusal(found({ kind: 'shop', form: 'branch', name: '店', placeId: made.compound.id }))).toEqual([
    422,
    'organisation_form_wrong',
  ])
  expect(await refusal(party('compoundCommittee', '倒挂', made.compound.id, { parentId: group.id }))).toEqual([
    422,
    'organisation_parent_wrong',
  ])
  const hang = (id: string, parentId: string | null) =>
    staff.client.inject('PATCH', `/api/organisations/${id}`, { parentId })
  expect(await refusal(hang(committee.id, group.id))).toEqual([422, 'organisation_parent_wrong'])
  expect((await ok(hang(group.id, committee.id))).parentId).toBe(committee.id)
  expect((await ok(hang(group.id, branch.id))).parentId).toBe(branch.id)
  expect(await refusal(hang(branch.id, newId()))).toEqual([422, 'organisation_not_found'])
  const renamed = await ok(
    staff.client.inject('PATCH', `/api/organisations/${group.id}`, {
      name: '一栋党小组',
      termEndsOn: null,
      pledges: ['夜里有事敲门'],
    }),
  )
  expect(renamed).toMatchObject({ name: '一栋党小组', duties: '联系本栋住户', pledges: ['夜里有事敲门'] })
  expect(
    await refusal(staff.client.inject('PATCH', `/api/organisations/${group.id}`, { pledges: Array(11).fill('多') })),
  ).toEqual([400, 'malformed'])
  expect((await logOf('createOrganisation')).length).toBe(3)

  // reach: a secretary of the compound neither founds nor changes above it
  expect(await refusal(found({ kind: 'shop', name: '店', placeId: made.community.id }, secretary))).toEqual([
    403,
    'not_permitted',
  ])
  expect(await refusal(secretary.client.inject('PATCH', `/api/organisations/${committee.id}`, { name: '改' }))).toEqual(
    [403, 'not_permitted'],
  )
  expect(await refusal(found({ kind: 'shop', name: '店', placeId: other.made.compound.id }))).toEqual([
    422,
    'place_not_found',
  ])

  // ended only when nothing hangs on it
  const seat = await ok(
    post('/api/posts', { kind: 'groupLead', title: '组长', placeId: building.id, organisationId: group.id }),
  )
  const lead = await enter({ name: '贾明' })
  const held = await ok(post(`/api/posts/${seat.id}/terms`, { personId: lead.personId, fromOn: TODAY }))
  const refused = (await staff.client.inject('DELETE', `/api/organisations/${group.id}`)).json()
  expect(refused).toMatchObject({
    code: 'organisation_in_use',
    details: { posts: '组长', organisations: '', requests: 0 },
  })
  expect((await staff.client.inject('DELETE', `/api/organisations/${branch.id}`)).json()).toMatchObject({
    details: { organisations: '一栋党小组' },
  })
  await ok(staff.client.inject('DELETE', `/api/posts/${seat.id}/terms/${held.holders[0].termId}`))
  await ok(staff.client.inject('DELETE', `/api/organisations/${group.id}`))
  expect(await refusal(staff.client.inject('GET', `/api/organisations/${group.id}`))).toEqual([404, 'not_found'])
  expect(await refusal(staff.client.inject('GET', `/api/posts/${seat.id}`))).toEqual([404, 'not_found'])
  const due = await inTenant((tx) =>
    tx.many({ text: 'SELECT place_id FROM checkup_due WHERE tenant_id = $1', values: [tx.tenantId] }),
  )
  expect(due.length).toBeGreaterThan(0)
})

test('units join an alliance and leave it, and look after compounds and buildings', async () => {
  const alliance = await ok(found({ kind: 'alliance', name: '桂园党建联盟', placeId: made.community.id }))
  const [school, bank] = [
    await ok(found({ kind: 'allianceUnit', name: '桂园路小学', placeId: made.community.id, handles: true })),
    await ok(found({ kind: 'allianceUnit', name: '农商行', placeId: made.community.id })),
  ]
  const join = (memberId: string, fromOn = '2026-01-01', id = alliance.id) =>
    post(`/api/organisations/${id}/members`, { memberId, fromOn, gives: '放学后操场' })
  expect((await ok(join(school.id))).memberships).toMatchObject([
    { name: '桂园路小学', joins: 'member', gives: '放学后操场', toOn: null },
  ])
  expect(await refusal(join(school.id))).toEqual([409, 'already_there'])
  expect(await refusal(join(school.id, TODAY, bank.id))).toEqual([422, 'membership_wrong'])
  expect(await refusal(join(newId()))).toEqual([422, 'organisation_not_found'])
  const after = await ok(join(bank.id, TODAY))
  const idOf = (name: string) => after.memberships.find((one: { name: string }) => one.name === name).id
  expect(after.memberCount).toBe(2)
  const leave = (id: string) => staff.client.inject('DELETE', `/api/organisations/${alliance.id}/members/${id}`)
  expect((await ok(leave(idOf('农商行')))).memberships).toHaveLength(1) // joined and left on one day
  expect((await ok(leave(idOf('桂园路小学')))).memberships).toMatchObject([{ toOn: '2026-11-19' }])
  expect(await refusal(leave(newId()))).toEqual([404, 'not_found'])
  expect((await ok(staff.client.inject('GET', `/api/organisations/${school.id}`))).memberships).toMatchObject([
    { name: '桂园党建联盟', joins: 'alliance' },
  ])

  const look = (placeId: string, fromOn = '2026-02-01') =>
    post(`/api/organisations/${school.id}/sponsorships`, { placeId, duty: '包抓楼道整治', fromOn })
  const sponsored = await ok(look(building.id))
  expect(sponsored.sponsorships).toMatchObject([{ placeName: '桂园小区 1 栋', duty: '包抓楼道整治', toOn: null }])
  expect(await refusal(look(building.id))).toEqual([409, 'already_there'])
  await ok(look(made.compound.id, TODAY))
  expect(await refusal(look(other.made.compound.id))).toEqual([422, 'place_not_found'])
  const all = (await ok(staff.client.inject('GET', `/api/organisations/${school.id}`))).sponsorships
  const end = (id: string) => staff.client.inject('DELETE', `/api/organisations/${school.id}/sponsorships/${id}`)
  for (const { id } of all) await ok(end(id))
  expect((await ok(staff.client.inject('GET', `/api/organisations/${school.id}`))).sponsorships).toMatchObject([
    { toOn: '2026-11-19' },
  ])
  expect(await refusal(end(newId()))).toEqual([404, 'not_found'])
})

test('the chart shows a place with what it hangs from; pledges are shown around a home', async () => {
  const district = await ok(
    here.operator.inject('POST', '/api/organisations', {
      kind: 'partyOrganisation',
      form: 'committee',
      name: '区委',
      placeId: made.district.id,
    }),
  )
  const street = await ok(
    found({
      kind: 'shop',
      name: '春和面馆',
      placeId: made.compound.id,
      dutyPhone: '0571-1234',
      pledges: ['六十岁以上每碗便宜一元'],
      duties: '早六点到晚九点',
    }),
  )
  const branch = await ok(
    here.operator.inject('POST', '/api/organisations', {
      kind: 'partyOrganisation',
      form: 'functionalBranch',
      name: '小个专党支部',
      placeId: made.compound.id,
      parentId: district.id,
    }),
  )
  const members = await ok(
    post('/api/posts', { kind: 'member', title: '党员', placeId: made.compound.id, organisationId: branch.id }),
  )
  for (let n = 0; n < 10; n++)
    await ok(post(`/api/posts/${members.id}/terms`, { personId: (await enter()).personId, fromOn: TODAY }))
  const chart = async (placeId?: string) =>
    ok(staff.client.inject('GET', `/api/organisations/chart${placeId ? `?placeId=${placeId}` : ''}`))
  const { nodes, placeName } = await chart(made.compound.id)
  expect(placeName).toBe('桂园小区')
  const names = nodes.map(({ name }: { name: string }) => name)
  expect(names).toEqual(expect.arrayContaining(['区委', '春和面馆', '小个专党支部']))
  expect(names).not.toContain('桂园党建联盟')
  expect(nodes.find(({ id }: { id: string }) => id === branch.id).posts).toEqual([
    { kind: 'member', title: '党员', seats: 1, holders: [], holderCount: 10 },
  ])
  expect((await chart()).nodes.length).toBeGreaterThan(nodes.length)
  expect(await refusal(staff.client.inject('GET', `/api/organisations/chart?placeId=${newId()}`))).toEqual([
    404,
    'not_found',
  ])

  const resident = await enter({ homePlaceId: first(made.homes).id })
  const boards = await ok(resident.client.inject('GET', '/api/pledges'))
  expect(boards[0]).toEqual({
    id: street.id,
    kind: 'shop',
    name: '春和面馆',
    placeName: '桂园小区',
    dutyPhone: '0571-1234',
    duties: '早六点到晚九点',
    pledges: ['六十岁以上每碗便宜一元'],
  })
  expect(await ok((await enter()).client.inject('GET', '/api/pledges'))).toEqual([])
  const list = await ok(staff.client.inject('GET', '/api/organisations'))
  expect(list.find(({ id }: { id: string }) => id === branch.id)).toMatchObject({
    postCount: 1,
    vacantCount: 0,
    form: 'functionalBranch',
  })
})

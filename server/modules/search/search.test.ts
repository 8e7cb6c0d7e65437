/** One box over everything, through HTTP: found in every way people type, and never beyond one's reach. */
import { afterAll, expect, test } from 'vitest'
import type { Found } from '#contracts/search.ts'
import { insertPerson } from '#modules/accounts/index.ts'
import { useDatabase } from '#server/test/database.ts'
import { startApp } from '#server/test/make-app.ts'
import { makeWorld, type Somebody } from '#server/test/trust/world.ts'

const url = await useDatabase()
const app = await startApp(url)
afterAll(() => app.close())
const world = await makeWorld(app, url)
const { people, made, sibling, inTenant } = world

const enter = (name: string, phone: string, homePlaceId?: string) =>
  inTenant((tx) => insertPerson(tx, app.services.secrets, { name, phone, nickname: '邻居', homePlaceId }, app.now()))

async function find(who: Somebody, q: string): Promise<Found> {
  const answer = await world.call(who, `/api/find?q=${encodeURIComponent(q)}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('a person is found by name, part of it, pinyin, initials, number and its ending; always masked', async () => {
  const home = made.homes[0]
  const id = await enter('诸葛攸宁', '16012348765', home?.id)
  for (const q of [
    '诸葛攸宁',
    '诸葛',
    '攸宁',
    'zhugeyouning',
    'zhuge',
    'zgyn',
    'ZGYN',
    'zhugey',
    'youning',
    '16012348765',
    '8765',
  ]) {
    const { people: found } = await find(people.desk, q)
    expect(found, q).toContainEqual({
      id,
      name: '诸＊＊＊',
      phoneMasked: '160****8765',
      homePlaceId: home?.id,
      homeName: '桂园小区 1 栋',
      postTitles: [],
    })
  }
  for (const q of ['诸葛亮', 'zhugeliang', '8766', '16012348766', '宁攸', 'z'])
    expect((await find(people.desk, q)).people, q).toEqual([])
})

test('the way into a household is shown to those who may open it', async () => {
  const id = await enter('呼延灼', '16077776666', made.homes[2]?.id)
  const seen = async (who: Somebody) => (await find(who, 'huyanzhuo')).people.find((one) => one.id === id)?.homePlaceId
  expect(await seen(people.desk)).toBe(made.homes[2]?.id)
  expect(await seen(people.auditor)).toBeNull()
  expect(await seen(people.operator)).toBeNull()
})

test('nobody is found beyond one’s reach, in whatever way they are looked for', async () => {
  const next = await inTenant((tx) =>
    insertPerson(tx, app.services.secrets, { name: '慕容复', phone: '16099998888', nickname: '邻居' }, app.now()),
  )
  await inTenant((tx) =>
    tx.run({
      text: 'UPDATE person SET home_place_id = $3 WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, next, sibling.building.id],
    }),
  )
  for (const q of ['慕容复', 'murongfu', 'mrf', '16099998888', '8888']) {
    expect((await find(people.desk, q)).people, q).toEqual([])
    expect(
      (await find(people.district, q)).people.map(({ id }) => id),
      q,
    ).toEqual([next])
    // No right to people at all
    for (const who of [people.resident, people.member, people.unit]) expect((await find(who, q)).people, q).toEqual([])
  }
})

test('who holds a post in the area is found wherever they live', async () => {
  const worker = await world.person(
    { kind: 'gridWorker', placeId: made.grids[1]?.id ?? '', title: '网格员' },
    sibling.building.id,
  )
  const own = await inTenant((tx) =>
    tx.one<{ ending: string }>({
      text: 'SELECT right(phone_masked, 4) AS ending FROM person WHERE tenant_id = $1 AND id = $2',
      values: [tx.tenantId, worker.personId],
    }),
  )
  const { people: found } = await find(people.desk, own?.ending ?? '')
  expect(found.map(({ id }) => id)).toContain(worker.personId)
})

test('places by name, sound and door; organisations by name and initials', async () => {
  expect((await find(people.resident, '桂园小区')).places[0]).toMatchObject({
    id: made.compound.id,
    around: '梧桐街道 › 桂园社区',
  })
  expect((await find(people.desk, 'guiyuanxiaoqu')).places[0]).toMatchObject({ id: made.compound.id })
  expect((await find(people.desk, 'gyxq')).places.map(({ id }) => id)).toContain(made.compound.id)
  const door = made.homes.find(({ fullName }) => fullName === '桂园小区 2 栋 1 单元 102 室')
  expect((await find(people.desk, '2-1-102')).places.map(({ id }) => id)).toContain(door?.id)
  for (const q of ['桂园物业', 'guiyuanwuye', 'gywy'])
    expect(
      (await find(people.desk, q)).organisations.map(({ id }) => id),
      q,
    ).toContain(world.organisations.property)
  expect((await find(people.resident, '桂园物业')).organisations).toEqual([])
})

test('requests by number, open or closed, and by words; only within one’s work', async () => {
  const { id, number } = await world.submit(people.resident, { text: '单元门禁坏了，进不去。' })
  for (const q of [number, number.replace('-', ''), '门禁坏了'])
    expect((await find(people.desk, q)).requests, q).toMatchObject([{ id, number, closed: false }])
  expect((await find(people.resident, number)).requests).toEqual([])
  const stranger = await world.person({ kind: 'communityStaff', placeId: sibling.community.id, title: '受理岗' })
  expect((await find(stranger, number)).requests).toEqual([])
})

test('an erased person is not found any more', async () => {
  const id = await enter('独孤求败', '16055554444', made.homes[1]?.id)
  expect((await find(people.desk, 'dugu')).people.map((one) => one.id)).toEqual([id])
  await inTenant((tx) =>
    tx.run({ text: 'UPDATE person SET erased_at = now() WHERE tenant_id = $1 AND id = $2', values: [tx.tenantId, id] }),
  )
  for (const q of ['独孤求败', 'dugu', '4444', '16055554444'])
    expect((await find(people.desk, q)).people, q).toEqual([])
})

/** Plates, through HTTP: lit by one's own wish, read by anybody, naming nobody, asked by whoever signs in, put out at once. */
import { afterAll, expect, test } from 'vitest'
import { stranger, type Client } from '#modules/accounts/make.ts'
import { useDatabase } from '#server/test/database.ts'
import { ok, refusal, startTwoDistricts } from '#server/test/two-districts.ts'
import { memberRoutes } from './index.ts'
import { makeMember } from './make.ts'

const { app, here, other, enter, inTenant } = await startTwoDistricts(await useDatabase(), { also: memberRoutes })
afterAll(() => app.close())
const { made } = here
const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA'
const words = { words: '有事喊一声，能帮就帮', canHelp: ['repairs', 'phone'] }

const outside = (host: string) => ({
  get: (path: string) => stranger(app).inject('GET', path, undefined, { host, origin: `http://${host}` }),
})
const nobody = outside(here.host)

async function member(home: number, name = '褚遂良') {
  const person = await enter({ name, homePlaceId: made.homes[home]?.id })
  await inTenant((tx) => makeMember(tx, { personId: person.personId }))
  return person
}
const light = async (client: Client) => (await ok(client.inject('POST', '/api/plates/mine', words))).code as string
const noticesOf = async (client: Client): Promise<string[]> =>
  (await ok(client.inject('GET', '/api/notices'))).rows.map(({ what }: { what: string }) => what)

test('a plate tells the compound, the building and its words to anybody, and nothing of who lights it', async () => {
  const owner = await member(0)
  const code = await light(owner.client)
  expect(code).toMatch(/^[\w-]{22}$/)
  const answer = await nobody.get(`/api/plates/${code}`)
  expect(answer.json()).toEqual({
    code,
    compoundName: '桂园小区',
    buildingName: '1 栋',
    words: '有事喊一声，能帮就帮',
    canHelp: [
      { code: 'repairs', name: '小修小补', nameEn: 'Small repairs' },
      { code: 'phone', name: '教用手机', nameEn: 'Help with phones' },
    ],
  })
  for (const told of ['褚', owner.personId, '101', made.homes[0]?.id ?? '-'])
    expect(answer.body.replace(code, ''), told).not.toContain(told)
  // The district next door does not know the code
  expect((await outside(other.host).get(`/api/plates/${code}`)).json()).toEqual({ code: 'not_found' })
})

test('what is put out answers like what never was, at once; lighting again gives another code', async () => {
  const owner = await member(1)
  const code = await light(owner.client)
  expect(await refusal(owner.client.inject('POST', '/api/plates/mine', words))).toEqual([409, 'plate_lit'])
  await ok(owner.client.inject('PATCH', '/api/plates/mine', { words: '周末在家', canHelp: [] }))
  expect((await nobody.get(`/api/plates/${code}`)).json().words).toBe('周末在家')
  await ok(owner.client.inject('DELETE', '/api/plates/mine'))
  const [gone, never] = [await nobody.get(`/api/plates/${code}`), await nobody.get(`/api/plates/${UNKNOWN}`)]
  expect([gone.statusCode, gone.body]).toEqual([never.statusCode, never.body])
  expect(await refusal(owner.client.inject('DELETE', '/api/plates/mine'))).toEqual([404, 'not_found'])
  expect(await refusal(owner.client.inject('PATCH', '/api/plates/mine', words))).toEqual([404, 'not_found'])
  expect(await light(owner.client)).not.toBe(code)
})

test('only a confirmed member lights one, and its words tell nobody apart', async () => {
  const plain = await enter({ homePlaceId: made.homes[2]?.id })
  expect(await refusal(plain.client.inject('POST', '/api/plates/mine', words))).toEqual([409, 'not_a_member'])
  const homeless = await enter()
  await inTenant((tx) => makeMember(tx, { personId: homeless.personId }))
  expect(await refusal(homeless.client.inject('POST', '/api/plates/mine', words))).toEqual([422, 'home_required'])
  const owner = await member(2, '房玄龄')
  for (const tells of [
    '找房玄龄',
    '电话 160 1234 5678',
    '１６０１２３４５６７８',
    '我在 301 室',
    '2单元',
    '8-2-301',
    'a@b.cn',
    '微信号 xx',
  ])
    expect(await refusal(owner.client.inject('POST', '/api/plates/mine', { ...words, words: tells })), tells).toEqual([
      422,
      'plate_tells_who',
    ])
  for (const fine of ['24 小时都在', '周六 9 点到 11 点，修小家电', '8 栋的事找我'])
    await ok(
      owner.client.inject(fine === '24 小时都在' ? 'POST' : 'PATCH', '/api/plates/mine', { ...words, words: fine }),
    )
})

test('whoever moves or leaves takes the plate from the door', async () => {
  const owner = await member(3)
  const code = await light(owner.client)
  await ok(owner.client.inject('PATCH', '/api/me', { homePlaceId: made.homes[5]?.id }))
  expect((await nobody.get(`/api/plates/${code}`)).statusCode).toBe(404)
  const another = await member(3)
  const second = await light(another.client)
  await inTenant((tx) =>
    tx.run({
      text: `UPDATE member SET left_on = '2026-11-19' WHERE tenant_id = $1 AND person_id = $2`,
      values: [tx.tenantId, another.personId],
    }),
  )
  expect((await nobody.get(`/api/plates/${second}`)).statusCode).toBe(404)
})

test('a neighbour asks and is answered; neither learns who the other is', async () => {
  const owner = await member(4)
  const code = await light(owner.client)
  const asker = await enter({ name: '尉迟恭', nickname: '小恭', homePlaceId: made.homes[6]?.id })
  expect(
    (
      await stranger(app).inject(
        'POST',
        `/api/plates/${code}/questions`,
        { words: '在吗？' },
        { host: here.host, origin: `http://${here.host}` },
      )
    ).statusCode,
  ).toBe(401)
  await ok(asker.client.inject('POST', `/api/plates/${code}/questions`, { words: '水管渗水，找谁看？' }))
  expect(await noticesOf(owner.client)).toEqual(['plates.asked'])
  const [toMe] = (await ok(owner.client.inject('GET', '/api/plates/questions'))).rows
  expect(toMe).toMatchObject({
    mine: false,
    who: '小恭',
    words: '水管渗水，找谁看？',
    allowedActions: ['answer', 'passOn'],
  })
  const step = (client: Client, body: object) => client.inject('POST', `/api/plates/questions/${toMe.id}/steps`, body)
  expect(await refusal(step(asker.client, { action: 'answer', words: '自问自答' }))).toEqual([403, 'not_permitted'])
  expect(await refusal(step(owner.client, { action: 'answer' }))).toEqual([422, 'field_required'])
  const stranger2 = await enter()
  expect(await refusal(step(stranger2.client, { action: 'answer', words: '我来' }))).toEqual([404, 'not_found'])
  await ok(step(owner.client, { action: 'answer', words: '我周六来看看' }))
  const [byMe] = (await ok(asker.client.inject('GET', '/api/plates/questions'))).rows
  expect(byMe).toMatchObject({
    mine: true,
    who: '桂园小区 2 栋',
    answer: '我周六来看看',
    status: 'answered',
    allowedActions: [],
  })
  expect(JSON.stringify(byMe)).not.toContain('褚')
  expect(await refusal(step(owner.client, { action: 'passOn' }))).toEqual([409, 'step_not_available'])
  expect(await noticesOf(asker.client)).toEqual(['plates.answered'])
  expect(await refusal(owner.client.inject('POST', `/api/plates/${code}/questions`, { words: '问自己' }))).toEqual([
    409,
    'own_plate',
  ])
})

test('passing on tells the asker; taking back hides it from the owner; a day has its limit, also for many at once', async () => {
  const owner = await member(6)
  const code = await light(owner.client)
  const asker = await enter({ homePlaceId: made.homes[7]?.id })
  const ask = (text: string) => asker.client.inject('POST', `/api/plates/${code}/questions`, { words: text })
  await ok(ask('路灯不亮'))
  await ok(ask('写错了'))
  const [wrong, lamp] = (await ok(asker.client.inject('GET', '/api/plates/questions'))).rows
  await ok(asker.client.inject('POST', `/api/plates/questions/${wrong.id}/steps`, { action: 'withdraw' }))
  await ok(owner.client.inject('POST', `/api/plates/questions/${lamp.id}/steps`, { action: 'passOn' }))
  expect(
    (await ok(owner.client.inject('GET', '/api/plates/questions'))).rows.map(
      ({ status }: { status: string }) => status,
    ),
  ).toEqual(['passedOn'])
  expect(await noticesOf(asker.client)).toEqual(['plates.passedOn'])
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(`再问第 ${n} 件`)))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 200, 429, 429, 429, 429, 429])
})

test('my building shows plates of others, not who lit them, and what kind of house it is', async () => {
  const resident = await enter({ homePlaceId: made.homes[1]?.id })
  const { building, plates } = await ok(resident.client.inject('GET', '/api/plates/building'))
  expect(building).toMatchObject({ name: '桂园小区 1 栋', communityName: '桂园社区', entrances: 2, floors: null })
  expect(plates.map(({ buildingName }: { buildingName: string }) => buildingName)).toContain('1 栋')
  expect(JSON.stringify(plates)).not.toMatch(/褚|personId|房玄龄/)
  const homeless = await enter()
  expect(await ok(homeless.client.inject('GET', '/api/plates/building'))).toEqual({ building: null, plates: [] })
})

/** Divisions are found in the packed list as it lies, homonyms told apart, and taken into one's own district with what they lie in. */
import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { DivisionView } from '#contracts/places.ts'
import { useDatabase } from '#server/test/database.ts'
import { ok, refusal, startTwoDistricts } from '#server/test/two-districts.ts'
// @ts-expect-error -- plain JavaScript: it runs before anything is installed
import { layOut } from '../../../../scripts/lib/divisions.mjs'
import { divisionsIn, openDivisions } from './divisions.ts'

const packed = layOut([
  [['33', '浙江省'], ['52', '贵州省']],
  [['3301', '杭州市'], ['5203', '遵义市']],
  [['330106', '西湖区'], ['520302', '红花岗区'], ['520303', '汇川区']],
  [['330106008', '西湖街道'], ['520302001', '老城街道'], ['520303001', '上海路街道']],
  [['330106008001', '桂园社区'], ['520302001001', '桂园社区'], ['520302001002', '红花岗社区'], ['520303001001', '新桂园社区']],
]) // prettier-ignore
const list = divisionsIn(Buffer.from(packed))
const codes = (words: string, limit = 10) => list.search(words, limit).rows.map(({ code }) => code)

describe('searching', () => {
  test('finds whole names first, then parts; larger divisions first', () => {
    expect(codes('桂园社区')).toEqual(['330106008001', '520302001001', '520303001001'])
    expect(codes('西湖')).toEqual(['330106', '330106008'])
    expect(codes('没有')).toEqual([])
    expect(codes('')).toEqual([])
    expect(list.search('桂园', 1)).toMatchObject({ rows: [{ code: '330106008001' }], more: true })
  })
  test('tells homonyms apart by what they lie in', () => {
    expect(codes('遵义 桂园')).toEqual(['520302001001', '520303001001'])
    expect(codes('遵义 红花岗 桂园')).toEqual(['520302001001'])
    expect(codes('杭州 红花岗')).toEqual([])
    expect(list.above('520302001001').map(({ name }) => name)).toEqual(['贵州省', '遵义市', '红花岗区', '老城街道'])
  })
  test('finds codes by their beginning, and what lies in one', () => {
    expect(codes('520302')).toEqual(['520302', '520302001', '520302001001', '520302001002'])
    expect(list.find('520302001002')).toEqual({ code: '520302001002', name: '红花岗社区' })
    expect([list.find('52'), list.find('99'), list.find('520'), list.find('')].map((one) => one?.name)).toEqual([
      '贵州省',
      undefined,
      undefined,
      undefined,
    ])
    expect(list.within('520302001').map(({ name }) => name)).toEqual(['桂园社区', '红花岗社区'])
    expect(list.within('52')).toEqual([{ code: '5203', name: '遵义市' }])
    expect(list.within('520302001001')).toEqual([])
  })
})

test('a list that was not built is a refusal, never a crash', async () => {
  await expect(openDivisions('/nowhere/divisions.gz')).rejects.toMatchObject({ code: 'divisions_missing' })
})

const FILE = new URL('../../../../dist/divisions.gz', import.meta.url)
describe.skipIf(!existsSync(FILE))('the whole list (dist/divisions.gz, made by the build)', async () => {
  const { app, here, enter, logOf } = await startTwoDistricts(await useDatabase())
  afterAll(() => app.close())
  const { operator, made } = here
  const find = async (query: string) =>
    (await ok(operator.inject('GET', `/api/divisions?${query}`))) as { rows: DivisionView[]; more: boolean }
  const take = (...wanted: string[]) => operator.inject('POST', '/api/divisions/take', { codes: wanted })

  test('is searched by those who manage places', async () => {
    const { rows, more } = await find(`q=${encodeURIComponent('桂园社区')}`)
    expect(rows.length).toBeGreaterThan(10)
    expect(more).toBe(true)
    expect(new Set(rows.map(({ above }) => above.join())).size).toBe(rows.length)
    expect((await find(`within=${'520302001'}`)).rows.map(({ name }) => name)).toContain('红花岗社区')
    const { client } = await enter()
    expect(await refusal(client.inject('GET', '/api/divisions?q=1'))).toEqual([403, 'right_required'])
  })

  test('gives communities to the tree with their subdistrict, once, within one district', async () => {
    const taken = await ok(take('520302001002', '520302001003'))
    expect(taken).toMatchObject({ added: 3 })
    const register = await ok(operator.inject('GET', `/api/register?parentId=${made.district.id}`))
    const subdistrict = register.find(({ code }: { code: string }) => code === '520302001')
    expect(subdistrict).toMatchObject({ name: '老城街道', level: 'subdistrict', children: 2 })
    expect(await ok(take('520302001002'))).toEqual({ added: 0, placeIds: [taken.placeIds[0]] })
    expect((await find('within=520302001')).rows.filter((one) => one.taken)).toHaveLength(2)
    expect(await refusal(take('330106008001'))).toEqual([422, 'division_outside'])
    expect(await refusal(take('520302'))).toEqual([422, 'division_outside'])
    expect(await refusal(take('520302001999'))).toEqual([422, 'division_not_found'])
    expect(await logOf('takeDivisions')).toMatchObject([{ subject: '老城街道、红花岗社区、府后山社区' }])
    // The district had a tree of its own, so it keeps its name and takes the code.
    expect((await ok(operator.inject('GET', `/api/register/${made.district.id}`))).place).toMatchObject({
      name: '云桥区',
      code: '520302',
    })
  })

  test('reaches no further than one’s own area', async () => {
    const { client } = await enter({ posts: [{ kind: 'communityStaff', placeId: made.community.id }] })
    expect(await refusal(client.inject('POST', '/api/divisions/take', { codes: ['520302002001'] }))).toEqual([
      403,
      'not_permitted',
    ])
  })
})

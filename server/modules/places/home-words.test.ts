/** One door in all the ways that lists write it: read back to the same building, entrance and room. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from './chinese-number.ts'
import { floorOf, homeCode, partOf, readHomeWords } from './home-words.ts'

describe('a door', () => {
  test.each([
    ['8号楼二单元301室', '8-2-301'],
    ['08-02-0301', '8-2-301'],
    ['8#2-301', '8-2-301'],
    ['8#-2-301', '8-2-301'],
    ['捌栋2单元三〇一', '8-2-301'],
    ['８栋２单元３０１室', '8-2-301'],
    ['桂园小区 8 栋 2 单元 301 室', '8-2-301'],
    ['南浦一村8栋2单元301', '8-2-301'],
    ['3号小区8栋2单元301', '8-2-301'],
    ['三号院 8 栋', '8'],
    ['8幢2门301', '8-2-301'],
    ['8号楼2单元3层301室', '8-2-301'],
    ['8栋2单元3楼301', '8-2-301'],
    ['8/2/301', '8-2-301'],
    ['8栋301号', '8-301'],
    ['8号301室', '8-301'],
    ['8-301室', '8-301'],
    ['8-301', '8-301'],
    ['A座1204', 'A-1204'],
    ['a-2-301', 'A-2-301'],
    ['十二号楼一单元一二〇四室', '12-1-1204'],
    ['8栋东单元301', '8-东-301'],
    ['8栋2单元', '8-2'],
    ['8栋', '8'],
    ['8栋地下101室', '8-B101'],
    ['8栋2单元301A', '8-2-301A'],
  ])('%s is %s', (words, code) => {
    const read = readHomeWords(words)
    expect(read && homeCode(read)).toBe(code)
  })

  test.each(['', '桂园小区', '二单元301室', '301室', '8-2-3-301', '门卫室', 'ABC'])('%s says no building', (words) => {
    expect(readHomeWords(words)).toBeUndefined()
  })
})

const part = (max: number) => fc.integer({ min: 1, max }).map(String)
const door = fc.record({
  building: fc.oneof(part(199), fc.constantFrom('A', 'B', 'C')),
  entrance: part(12),
  room: fc.tuple(fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 12 })).map(([f, r]) => String(f * 100 + r)),
})
type Door = { building: string; entrance: string; room: string }
const wide = (text: string) => text.replaceAll(/[0-9A-Z]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))
const digits = (text: string, signs: string) => text.replaceAll(/\d/g, (digit) => [...signs][Number(digit)] ?? '')
const WAYS: ((door: Door) => string)[] = [
  ({ building, entrance, room }) => `${building}号楼${entrance}单元${room}室`,
  ({ building, entrance, room }) =>
    `${/\d/.test(building) ? building.padStart(2, '0') : building}-${entrance.padStart(2, '0')}-${room.padStart(4, '0')}`,
  ({ building, entrance, room }) => `${building}#${entrance}-${room}`,
  ({ building, entrance, room }) => `${building}幢 ${entrance}门 ${room}`,
  ({ building, entrance, room }) => digits(`${building}栋${entrance}单元${room}`, '〇一二三四五六七八九'),
  ({ building, entrance, room }) => digits(`${building}栋${entrance}单元${room}号`, '零壹贰叁肆伍陆柒捌玖'),
  ({ building, entrance, room }) => wide(`${building}栋${entrance}单元${room}室`),
  ({ building, entrance, room }) => `第三棉纺厂宿舍${building}座${entrance}单元${floorOf(room)}层${room}室`,
  (one) => homeCode(one),
]

test('every way of writing a door reads back to that door', () => {
  fc.assert(
    fc.property(door, fc.constantFrom(...WAYS), (one, write) => {
      expect(readHomeWords(write(one))).toEqual(one)
    }),
    { numRuns: 2_000 },
  )
})

test('reading takes any words without failing, and reads its own code again', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-#栋楼单元室号一十百AB地下东 ') }), (words) => {
      const read = readHomeWords(words)
      if (read) expect(homeCode(read)).not.toBe('')
    }),
  )
})

test('a part is known by its number, a name that is no number by itself', () => {
  expect(
    ['8 栋', '第8幢', '第十二栋', 'A座', '叁单元', '0301室', '幼儿园', '第一幼儿园', '1号商铺', '东单元'].map(partOf),
  ).toEqual(['8', '8', '12', 'A', '3', '301', '幼儿园', '第一幼儿园', '1号商铺', '东'])
})

test('a room tells its storey', () => {
  expect(['301', '1204', '101', 'B101', '301A', '商铺', '7'].map(floorOf)).toEqual([3, 12, 1, -1, 3, null, null])
})

test('Chinese numbers by worth and by digit', () => {
  expect(['十', '十二', '二十', '一百零三', '一百一十', '三〇一', '拾贰', '叁零壹', '12', 'A'].map(readNumber)).toEqual(
    ['10', '12', '20', '103', '110', '301', '12', '301', '12', 'A'],
  )
})

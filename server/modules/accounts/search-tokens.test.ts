/** What finds a person and what does not, as tokens. */
import { describe, expect, test } from 'vitest'
import { createSecrets } from '#platform/secrets.ts'
import { searchTokens, tokensToFind } from './search-tokens.ts'

const secrets = createSecrets(Buffer.alloc(32, 7))
const finds = (q: string, person: { name: string; phone?: string }) =>
  searchTokens(secrets, 1, person).includes(tokensToFind(secrets, 1, q) ?? 'nothing')

describe('finds', () => {
  test.each([
    ['王', '王晓燕'],
    ['晓燕', '王晓燕'],
    ['wang', '王晓燕'],
    ['wangx', '王晓燕'],
    ['wangxy', '王晓燕'],
    ['WXY', '王晓燕'],
    ['ｗｘｙ', '王晓燕'],
    [' 王 晓燕', '王晓燕'],
    ['shan', '单雄信'], // a surname read differently from the word
    ['zhugel', '诸葛亮'],
    ['youning', '诸葛攸宁'],
    ['lv', '吕洞宾'],
    ['tom', 'Tom'],
    ['马骉', '马骉'],
  ])('%s finds %s', (q, name) => expect(finds(q, { name })).toBe(true))

  test('the last four digits', () => expect(finds('5678', { name: '甲乙', phone: '16012345678' })).toBe(true))
})

describe('does not find', () => {
  test.each([
    ['w', '王晓燕'],
    ['燕晓', '王晓燕'],
    ['yanxiao', '王晓燕'],
    ['王小燕', '王晓燕'],
    ['', '王晓燕'],
  ])('%s does not find %s', (q, name) => expect(finds(q, { name })).toBe(false))

  test('other digits of the number', () => {
    for (const q of ['1601', '6789', '567', '45678'])
      expect(finds(q, { name: '甲乙', phone: '16012345678' })).toBe(false)
  })
})

test('another district’s key gives other tokens', () => {
  const [here, there] = [searchTokens(secrets, 1, { name: '王晓燕' }), searchTokens(secrets, 2, { name: '王晓燕' })]
  expect(here.filter((token) => there.includes(token))).toEqual([])
})

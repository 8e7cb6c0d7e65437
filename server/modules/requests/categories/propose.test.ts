import { describe, expect, test } from 'vitest'
import { learn, propose, SURE_ENOUGH, train } from './propose.ts'
import { SENTENCES } from './sentences.ts'
import { categoryOf, seedSamples } from './tree.ts'

const model = train(seedSamples())
const results = SENTENCES.map(([text, code]) => ({ text, code, ranked: propose(model, text, 0) }))
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length

describe('on sentences it has never seen', () => {
  test('the sentences name categories that exist and repeat no seed phrase', () => {
    const seeds = new Set(seedSamples().map(({ text }) => text))
    for (const [text, code] of SENTENCES) {
      expect(categoryOf(code), code).toBeDefined()
      expect(seeds.has(text), text).toBe(false)
    }
  })

  test('nine in ten first guesses are right, nineteen in twenty among the three', () => {
    const first = results.filter(({ code, ranked }) => ranked[0]?.code === code)
    const three = results.filter(({ code, ranked }) => ranked.some((proposal) => proposal.code === code))
    expect(share(first, results)).toBeGreaterThanOrEqual(0.9)
    expect(share(three, results)).toBeGreaterThanOrEqual(0.95)
  })

  test('what is sure enough to be shown is nearly always right, and is most of it', () => {
    const shown = results.filter(({ ranked }) => (ranked[0]?.confidence ?? 0) >= SURE_ENOUGH)
    const right = shown.filter(({ code, ranked }) => ranked[0]?.code === code)
    expect(share(right, shown)).toBeGreaterThanOrEqual(0.95)
    expect(share(shown, results)).toBeGreaterThanOrEqual(0.6)
  })
})

test.each([
  '今天天气真好',
  '你好',
  '我想问一下',
  '第一次用这个系统，测试测试',
  '请问几点下班',
  'asdf',
  '',
  '？？？',
  '12 34',
])('says nothing about "%s"', (text) => expect(propose(model, text)).toEqual([]))

test('a correction is learned at once, and the order of learning does not matter', () => {
  const text = '宠物店半夜送货的卡车一直鸣笛'
  const one = train(seedSamples())
  for (let round = 0; round < 3; round++) learn(one, text, 'neighbour.shop')
  expect(propose(one, '半夜送货的卡车鸣笛')[0]?.code).toBe('neighbour.shop')

  const samples = seedSamples().slice(0, 60)
  const forth = propose(train(samples), '路面坑洼积水', 0)
  const back = propose(train([...samples].reverse()), '路面坑洼积水', 0)
  expect(back.map(({ code }) => code)).toEqual(forth.map(({ code }) => code))
})

test('a category of the tenant that is not in the pack can be learned', () => {
  const own = train([...seedSamples(), { text: '温室大棚的钥匙在谁手里', label: 'own.greenhouse' }])
  expect(propose(own, '大棚钥匙')[0]?.code).toBe('own.greenhouse')
})

test('confidences are shares, best first', () => {
  for (const { ranked } of results) {
    expect(ranked.length).toBeLessThanOrEqual(3)
    expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9)
    expect([...ranked].sort((a, b) => b.confidence - a.confidence)).toEqual(ranked)
  }
})

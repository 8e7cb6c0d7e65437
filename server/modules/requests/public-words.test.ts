/** What everybody may read: on the wall, in bulletins, at the open door. */
import { expect, test } from 'vitest'
import { publicTitle, publicWords } from './public-words.ts'

// prettier-ignore
test.each([
  ['5 栋后路灯亮了', '5 栋后路灯亮了'],
  ['8 栋 2 单元 301 室漏水', '8 栋 2 单元漏水'],
  ['8-2-301 顶棚漏水', '顶棚漏水'],
  ['12 栋 502 门口堆杂物', '12 栋门口堆杂物'],
  ['302室楼道灯不亮', '楼道灯不亮'],
  ['请打 138 0013 8000 联系', '请打联系'],
  ['王阿姨家门口台阶松动', '门口台阶松动'],
  ['3 单元门禁坏了', '3 单元门禁坏了'],
  ['垃圾点换了 240 升新桶', '垃圾点换了 240 升新桶'],
])('%s → %s', (title, said) => expect(publicTitle('problem', title, '其他')).toBe(said))

test('of help and urgent calls only the category is said', () => {
  expect(publicTitle('help', '张奶奶要人陪着去医院', '陪诊')).toBe('陪诊')
  expect(publicTitle('urgent', '老人摔倒了', null)).toBe('')
})

test('a title that was nothing but a door gives way to its category', () => {
  expect(publicTitle('problem', '8-2-301', '漏水')).toBe('漏水')
})

// prettier-ignore
test.each([
  ['电话 13800001234', '电话 ＊＊＊'],
  ['电话 １３８００００１２３４', '电话 ＊＊＊'],
  ['电话 138.0000.1234', '电话 ＊＊＊'],
  ['打幺三八零零零零幺二三四', '打＊＊＊'],
  ['身份证 11010119900307123X', '身份证 ＊＊＊'],
  ['8 栋 2 单元 301 室漏水\n王阿姨在家', '8 栋 2 单元＊＊＊漏水\n＊＊＊在家'],
  ['8 栋门前积水，老人出门不便', '8 栋门前积水，老人出门不便'],
  ['三五个人抬不动，2026 年 11 月就坏了', '三五个人抬不动，2026 年 11 月就坏了'],
])('words for everybody: %s', (text, said) => expect(publicWords('problem', text)).toBe(said))

test('of what is about a person nobody outside reads a word', () => {
  expect(publicWords('help', '张奶奶要人陪着去医院')).toBe('')
})

test('a text made to keep the filter busy does not', () => {
  const began = performance.now()
  for (const text of ['1 '.repeat(200_000), `${'1'.repeat(6)}   `.repeat(50_000), '8 栋 '.repeat(100_000)])
    publicWords('problem', text)
  expect(performance.now() - began).toBeLessThan(5_000)
})

/** What the wall says of a title. */
import { expect, test } from 'vitest'
import { publicTitle } from './public-words.ts'

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

import { expect, test } from 'vitest'
import { commonWords } from './common.ts'
import { groupSaid, type Said } from './group.ts'

const say = (id: string, title: string, placeKey: string | null = null): Said => ({ id, title, text: title, placeKey })

const LIFT = ['3 栋电梯又困人了', '三栋电梯经常困人', '3 栋的电梯困人，老人不敢坐', '电梯困人没人管，3 栋'].map(
  (title, nth) => say(`lift${nth}`, title, 'guiyuan'),
)
const GRILL = ['烧烤摊油烟扰民', '夜里烧烤摊油烟呛人', '楼下烧烤油烟味大', '烧烤摊的油烟进家里'].map((title, nth) =>
  say(`grill${nth}`, title, 'qinghe'),
)
const OTHERS = [
  '路灯不亮',
  '井盖松动',
  '楼道堆杂物',
  '想学书法',
  '健身器材坏了',
  '快递柜位置不好',
  '求助：陪去医院',
  '水压小',
].map((title, nth) => say(`other${nth}`, title))
const ALL = [...LIFT, ...GRILL, ...OTHERS]

test('what speaks of one thing comes together, and the rest stays alone', () => {
  const groups = groupSaid(ALL).map(({ ids }) => [...ids].sort())
  expect(groups).toHaveLength(2)
  expect(groups).toContainEqual(LIFT.map(({ id }) => id))
  expect(groups).toContainEqual(GRILL.map(({ id }) => id))
})

test('the order in which they came changes nothing', () => {
  const sets = (said: readonly Said[]) => new Set(groupSaid(said).map(({ ids }) => [...ids].sort().join()))
  expect(sets(ALL.toReversed())).toEqual(sets(ALL))
})

test('nobody is in two groups, and none is smaller than a topic', () => {
  const ids = groupSaid(ALL).flatMap((group) => group.ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const group of groupSaid([...ALL, say('pair1', '想要图书角'), say('pair2', '想要图书角')]))
    expect(group.ids.length).toBeGreaterThanOrEqual(3)
})

test('nothing said gives no topic, and empty words do no harm', () => {
  expect(groupSaid([])).toEqual([])
  expect(groupSaid([say('a', ''), say('b', '！！！'), say('c', '…')])).toEqual([])
})

test('what is common is told in the words of those who said it', () => {
  const titles = ALL.map(({ title }) => title)
  expect(commonWords(LIFT.map(({ title }) => title), titles).join()).toMatch(/困人/) // prettier-ignore
  const grill = commonWords(GRILL.map(({ title }) => title), titles) // prettier-ignore
  expect(grill.join()).toMatch(/烧烤/)
  expect(grill.join()).toMatch(/油烟/)
})

test('half a word is never told beside the whole one', () => {
  const titles = [
    '投诉伊景园滨河苑捆绑车位',
    '伊景园滨河苑车位捆绑销售',
    '关于伊景园滨河苑的车位',
    '伊景园滨河苑强卖车位',
  ]
  const words = commonWords(titles, [...titles, '路灯不亮', '水压小'])
  expect(words[0]).toBe('伊景园滨河苑')
  for (const word of words.slice(1)) expect('伊景园滨河苑').not.toContain(word)
})

test('where in the compound a thing is makes no topic', () => {
  const doors = ['12 栋二单元门禁坏了', '3 栋二单元水压小', '8 栋二单元有人占道', '5 栋二单元窗户掉了'].map(
    (title, nth) => say(`door${nth}`, title, 'guiyuan'),
  )
  expect(groupSaid([...doors, ...OTHERS])).toEqual([])
})

/** Composing, pure: what stands in which order, what is left out, what a person wrote stays, and periods by the calendar. */
import { describe, expect, test } from 'vitest'
import type { BulletinKind, Material } from '#contracts/bulletins.ts'
import { compose, inOrder, opening, recompose } from './compose.ts'
import { lastFinished, periodOf, periodWords, pointsOf } from './period.ts'

const EMPTY: Material = {
  asOf: '2026-11-23T00:30:00Z',
  before: { from: '2026-11-09', to: '2026-11-15' },
  counts: [],
  standing: { openNow: 0, overdueNow: 0 },
  rates: [],
  trend: [],
  places: [],
  solved: [],
  overdue: [],
  ladder: [],
  doing: [],
  thanks: { reporters: 0, joiners: 0, volunteers: 0, solvedByVolunteers: 0, ratings: 0 },
}
const counted = (received: number, before: number, closed: number, solved: number, overdueNow = 0): Material => ({
  ...EMPTY,
  counts: [
    { measure: 'received', now: received, before },
    { measure: 'closed', now: closed, before: 0 },
    { measure: 'solved', now: solved, before: 0 },
  ],
  standing: { openNow: overdueNow, overdueNow },
})
const about = (kind: BulletinKind) => ({ kind, placeName: '桂园社区' })
const made = (kind: BulletinKind, material: Material) => compose(about(kind), material, () => 'id')

test.each<[string, BulletinKind, string, string, string, string]>([
  ['a week runs from Monday to Sunday', 'weekly', '2026-11-18', '2026-11-16', '2026-11-22', '2026 年 11 月 16 日至 22 日'],
  ['also on its Monday', 'weekly', '2026-11-16', '2026-11-16', '2026-11-22', '2026 年 11 月 16 日至 22 日'],
  ['and on its Sunday', 'weekly', '2026-11-22', '2026-11-16', '2026-11-22', '2026 年 11 月 16 日至 22 日'],
  ['over the end of a year', 'weekly', '2027-01-01', '2026-12-28', '2027-01-03', '2026 年 12 月 28 日至 1 月 3 日'],
  ['a month has its own end', 'monthly', '2028-02-10', '2028-02-01', '2028-02-29', '2028 年 2 月'],
  ['a wall speaks of a month', 'wall', '2026-12-31', '2026-12-01', '2026-12-31', '2026 年 12 月'],
])('%s', (_, kind, on, from, to, words) => {
  expect(periodOf(kind, on)).toEqual({ from, to })
  expect(periodWords(kind, { from, to })).toBe(words)
}) // prettier-ignore

test('on a Monday the week before is over; on the first the month before', () => {
  expect(lastFinished('weekly', '2026-11-23')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(lastFinished('weekly', '2026-11-22')).toEqual({ from: '2026-11-09', to: '2026-11-15' })
  expect(lastFinished('monthly', '2026-12-01')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
})
test('the points of a curve cover the period once', () => {
  expect(pointsOf('weekly', periodOf('weekly', '2026-11-18'))).toHaveLength(7)
  const weeks = pointsOf('monthly', periodOf('monthly', '2026-11-18'))
  expect(weeks.map(({ from }) => from)).toEqual(['2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'])
  expect(weeks.at(-1)?.to).toBe('2026-11-30')
}) // prettier-ignore

test.each([
  ['nothing', counted(0, 3, 0, 0), '本周没有收到新的反映，也没有结案的事。'],
  [
    'more',
    counted(5, 3, 4, 2),
    '本周收到居民反映 5 件，比上周多 2 件；结案 4 件，其中解决 2 件。现在没有超过期限的事。',
  ],
  ['fewer', counted(1, 3, 2, 0), '本周收到居民反映 1 件，比上周少 2 件；结案 2 件。现在没有超过期限的事。'],
  ['the same', counted(3, 3, 0, 0, 2), '本周收到居民反映 3 件，和上周一样；结案 0 件。现在还有 2 件超过了期限。'],
])('opening: %s', (_, material, words) => expect(opening('weekly', material)).toBe(words))

describe('blocks', () => {
  test('only what has something to show, in the order of its kind; one empty text waits for a person', () => {
    const { title, blocks } = made('weekly', { ...EMPTY, overdue: [{ holder: 'organisation', name: '桂园物业', count: 2, oldestDueOn: '2026-11-01' }] }) // prettier-ignore
    expect(title).toBe('桂园社区每周通报')
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', '本周没有收到新的反映，也没有结案的事。'],
      ['text', ''],
      ['figures', '办得怎么样'],
      ['overdue', '超时未办，在谁手里'],
    ])
  })
  test('the wall shows no list of who is late, and what is in hand', () => {
    const full = { ...EMPTY, overdue: [{ holder: 'none' as const, name: '社区', count: 1, oldestDueOn: '2026-11-01' }], doing: [{ categoryName: '路灯', holderName: '桂园物业', count: 3 }] } // prettier-ignore
    expect(made('wall', full).blocks.map(({ kind }) => kind)).toEqual(['text', 'figures', 'doing'])
  })
  test('taking figures anew says the composed opening anew, and leaves what was written', () => {
    const before = counted(1, 0, 0, 0)
    const { blocks } = made('weekly', before)
    const written = blocks.map((one, at) => (at === 1 ? { ...one, text: '周六义诊。' } : one))
    const after = counted(4, 0, 0, 0)
    const anew = recompose('weekly', written, before, after)
    expect(anew[0]?.text).toBe(opening('weekly', after))
    expect(anew[1]?.text).toBe('周六义诊。')
    const edited = written.map((one, at) => (at === 0 ? { ...one, text: '本周事少。' } : one))
    expect(recompose('weekly', edited, before, after)[0]?.text).toBe('本周事少。')
  })
})

test('places with few answers stand last and in no order of merit', () => {
  const place = (name: string, asked: number, saidSolved: number) => ({ placeId: name, name, received: 0, closed: 0, asked, saidSolved, saidSatisfied: 0, overdue: 0 }) // prettier-ignore
  const rows = [place('丙', 3, 3), place('乙', 20, 10), place('甲', 40, 30), place('丁', 9, 9)]
  expect(inOrder(rows).map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁'])
})

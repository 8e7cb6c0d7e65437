import { describe, expect, test } from 'vitest'
import type { RequestRow } from '#contracts/requests.ts'
import { groupOf, itemsOf } from './groups.ts'

const now = new Date('2026-11-25T02:42:00Z') // 10:42 in Shanghai
const clocked = (dueAt: string | null, amberAt: string | null = null, more: Partial<RequestRow> = {}) => ({
  dueAt,
  amberAt,
  paused: false,
  closedAt: null,
  ...more,
})

describe('groups of the work list', () => {
  test.each([
    ['late', clocked('2026-11-25T02:41:00Z')],
    ['late', clocked('2026-11-25T02:42:00Z')],
    ['soon', clocked('2026-11-25T04:00:00Z', '2026-11-25T02:00:00Z')],
    ['today', clocked('2026-11-25T15:59:00Z', '2026-11-25T15:00:00Z')],
    ['later', clocked('2026-11-25T16:00:00Z', '2026-11-25T15:00:00Z')],
    ['none', clocked(null)],
    ['none', clocked('2026-11-20T00:00:00Z', null, { paused: true })],
    ['none', clocked('2026-11-20T00:00:00Z', null, { closedAt: '2026-11-21T00:00:00Z' })],
  ] as const)('%s', (group, row) => expect(groupOf(row, now)).toBe(group))

  test('heads stand in the order of urgency and count their rows; the server’s order stays within', () => {
    const rows = [clocked('2026-12-03T00:00:00Z'), clocked('2026-11-25T00:00:00Z'), clocked('2026-12-05T00:00:00Z')]
    const items = itemsOf(rows as RequestRow[], now, true) // only the clock fields are read
    expect(items.map((item) => ('head' in item ? `${item.head} ${item.count}` : item.row.dueAt?.slice(5, 10)))).toEqual(
      ['late 1', '11-25', 'later 2', '12-03', '12-05'],
    )
  })
})

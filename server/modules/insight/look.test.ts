/** The period before is compared with only as far as it is kept. */
import { expect, test } from 'vitest'
import type { Place } from '#modules/places/index.ts'
import { keptBefore } from './look.ts'

const NOW = new Date('2026-11-22T04:00:00Z')
const groundOf = (level: Place['level']) =>
  ({ place: { level }, communityId: ['district', 'subdistrict'].includes(level) ? null : 'c' }) as Parameters<
    typeof keptBefore
  >[0] // the rest of a ground is not read

// prettier-ignore
const ROWS = [
  // a whole district keeps its days for ever; what lies in a community is counted from its requests, however old
  ['district', 'all', '2026-01-01', '2026-11-22', { from: '2025-02-09', to: '2025-12-31' }],
  ['community', 'category', '2025-03-05', '2025-03-10', { from: '2025-02-27', to: '2025-03-04' }],
  ['grid', 'all', '2025-06-01', '2025-06-28', { from: '2025-05-04', to: '2025-05-31' }],
  // days of a district's cut: a year and a month
  ['district', 'category', '2026-06-01', '2026-11-22', { from: '2025-12-08', to: '2026-05-31' }],
  ['subdistrict', 'organisation', '2025-11-22', '2025-12-02', { from: '2025-11-11', to: '2025-11-21' }],
  // whole months of what came before that
  ['district', 'category', '2026-01-01', '2026-11-22', { from: '2025-03-01', to: '2025-12-31' }],
  ['subdistrict', 'channel', '2025-05-01', '2025-05-31', { from: '2025-04-01', to: '2025-04-30' }],
  // nothing whole is left
  ['district', 'channel', '2025-10-20', '2025-10-30', undefined],
] as const

test.each(ROWS)('%s, %s, %s to %s', (level, cut, from, to, expected) => {
  expect(keptBefore(groundOf(level), cut, { from, to }, NOW)).toEqual(expected)
})

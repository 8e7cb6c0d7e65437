/** The period before is compared with only as far as it is kept. */
import { expect, test } from 'vitest'
import type { Place } from '#modules/places/index.ts'
import { keptBefore } from './look.ts'

const NOW = new Date('2026-11-22T04:00:00Z')
const groundOf = (level: Place['level']) => ({ place: { level } }) as Parameters<typeof keptBefore>[0] // the rest of a ground is not read

// prettier-ignore
const ROWS = [
  // a whole district and a community keep their days for ever
  ['district', 'all', '2026-01-01', '2026-11-22', { from: '2025-02-09', to: '2025-12-31' }],
  ['community', 'all', '2025-03-05', '2025-03-10', { from: '2025-02-27', to: '2025-03-04' }],
  // days of a cut and of a grid: half a year
  ['district', 'category', '2026-10-01', '2026-11-22', { from: '2026-08-09', to: '2026-09-30' }],
  ['grid', 'all', '2026-09-01', '2026-11-22', { from: '2026-06-10', to: '2026-08-31' }],
  // whole months of what came before that
  ['district', 'category', '2026-01-01', '2026-11-22', { from: '2025-03-01', to: '2025-12-31' }],
  ['grid', 'all', '2026-05-01', '2026-05-31', { from: '2026-04-01', to: '2026-04-30' }],
  // nothing whole is left
  ['grid', 'all', '2026-06-01', '2026-06-28', undefined],
  // a grid's cuts are counted from its requests, however old
  ['grid', 'category', '2026-06-01', '2026-06-28', { from: '2026-05-04', to: '2026-05-31' }],
] as const

test.each(ROWS)('%s, %s, %s to %s', (level, cut, from, to, expected) => {
  expect(keptBefore(groundOf(level), cut, { from, to }, NOW)).toEqual(expected)
})

test('a month that lies before what is kept by day has its month before all the same', () => {
  const old = { from: '2024-02-01', to: '2024-02-29' }
  expect(keptBefore(groundOf('grid'), 'all', old, NOW)).toEqual({ from: '2024-01-01', to: '2024-01-31' })
})

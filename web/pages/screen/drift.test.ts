import { expect, it } from 'vitest'
import { DRIFT_MINUTES, driftAt, nextAfresh } from './drift.ts'

it('comes round, never far off and never in a jump', () => {
  const spots = Array.from({ length: 10 }, (_, nth) => driftAt(nth * DRIFT_MINUTES))
  expect(spots[9]).toEqual(spots[0])
  for (const [nth, { x, y }] of spots.entries()) {
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(6)
    const last = spots[nth - 1]
    if (last) expect(Math.max(Math.abs(x - last.x), Math.abs(y - last.y))).toBeLessThanOrEqual(6)
  }
  expect(driftAt(1)).toEqual(driftAt(0))
})

it.each([
  ['2026-11-22T19:59:00Z', '2026-11-22T20:00:00Z'],
  ['2026-11-22T20:00:00Z', '2026-11-23T20:00:00Z'],
  ['2026-11-22T04:00:00Z', '2026-11-22T20:00:00Z'],
])('after %s it begins afresh at %s', (after, at) => {
  expect(nextAfresh(new Date(after))).toEqual(new Date(at))
})

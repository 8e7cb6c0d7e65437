import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apartBy } from './apart.ts'

it('leaves alone what is far apart and parts what is not', () => {
  expect(apartBy([10, 100], 18)).toEqual([10, 100])
  expect(apartBy([50, 50], 18)).toEqual([41, 59])
})

it('keeps the order, and every pair at least a gap apart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 }), (wanted) => {
      const moved = apartBy(wanted, 18).sort((a, b) => a - b)
      for (const [at, y] of moved.entries()) if (at > 0) expect(y - (moved[at - 1] ?? 0)).toBeGreaterThanOrEqual(17.999)
    }),
  )
})

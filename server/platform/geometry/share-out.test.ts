/** Sharing out: whatever the houses, the parts together are the ground, none overlap, and every house stands on its own part. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outline } from './convert.ts'
import { areaOf, groundAround, type Flat, type Spot } from './flat.ts'
import { areaM2, holesOf, isSound, overlapsOf } from './overlay.ts'
import { shareOut } from './share-out.ts'
import { trianglesOf } from './triangles.ts'

const block = (x: number, y: number, width: number, depth: number): Spot[] => [
  [x, y],
  [x + width, y],
  [x + width, y + depth],
  [x, y + depth],
  [x, y],
]
const GROUND: Flat = [[block(0, 0, 300, 200)]]
const outline = (flat: Flat): Outline =>
  groundAround([{ type: 'Polygon', coordinates: [[[121, 31], [121.01, 31], [121.01, 31.01], [121, 31]]] }]).outlineOf(flat) ?? {
    type: 'Polygon',
    coordinates: [],
  } // prettier-ignore

test('the parts of a ground are the ground, apart from each other, each round its own houses', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(23), { minLength: 2, maxLength: 24 }),
      fc.array(fc.nat(4), { minLength: 24, maxLength: 24 }),
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 24, maxLength: 24 }),
      (cells, groupOf, shift) => {
        const houses = cells.map((cell) => ({
          group: groupOf[cell] ?? 0,
          ring: block(
            (cell % 6) * 50 + 4 + (shift[cell] ?? 0),
            Math.floor(cell / 6) * 50 + 6 + (shift[23 - cell] ?? 0),
            32,
            12,
          ),
        }))
        const groups = [0, 1, 2, 3, 4].map((group) =>
          houses.filter((one) => one.group === group).map(({ ring }) => ring),
        )
        const parts = shareOut(GROUND, groups)
        const total = parts.reduce((sum, part) => sum + areaOf(part), 0)
        expect(Math.abs(total - 60_000)).toBeLessThan(30)
        const outlines = parts.map((part) => (part.length > 0 ? outline(part) : null))
        expect(overlapsOf(outlines)).toEqual([])
        expect(holesOf(outline(GROUND), outlines)).toEqual([])
        for (const one of outlines) if (one) expect(isSound(one)).toBe(true)
        for (const [group, part] of parts.entries()) expect(part.length > 0).toBe((groups[group] ?? []).length > 0)
        for (const { group, ring } of houses) {
          const [x, y] = [
            ((ring[0]?.[0] ?? 0) + (ring[2]?.[0] ?? 0)) / 2,
            ((ring[0]?.[1] ?? 0) + (ring[2]?.[1] ?? 0)) / 2,
          ]
          const own = overlapsOf([outlines[group] ?? null, outline([[block(x - 2, y - 2, 4, 4)]])])
          expect(own[0]?.areaM2).toBe(16)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a border between two rows of houses runs in the middle, straight', () => {
  const south = [0, 50, 100, 150].map((x) => block(x + 10, 20, 30, 12))
  const north = [0, 50, 100, 150].map((x) => block(x + 10, 60, 30, 12))
  const [low = []] = shareOut([[block(0, 0, 200, 100)]], [south, north])
  expect(areaOf(low)).toBeCloseTo(200 * 46, -2)
  expect(low[0]?.[0]?.length).toBeLessThan(12)
})

test('one group has all of it, none has nothing', () => {
  expect(shareOut(GROUND, [[block(10, 10, 20, 20)], []])).toEqual([GROUND, []])
  expect(shareOut(GROUND, [[], []])).toEqual([[], []])
})

test('1,600 points are triangles in a moment', () => {
  const points = Array.from({ length: 1_600 }, (_, at): Spot => [
    (at % 40) * 5 + at * 0.000_1,
    Math.floor(at / 40) * 5 + ((at * 7) % 11) * 0.01,
  ])
  const before = performance.now()
  const triangles = trianglesOf(points)
  expect(performance.now() - before).toBeLessThan(3_000)
  expect(triangles).toHaveLength(2 * 1_600 + 1) // Euler: so many for any points inside one triangle
})

test('a bow tie and a line are no outline; a square with a hole is', () => {
  const ring = (...points: [number, number][]): Outline => ({ type: 'Polygon', coordinates: [points.map(([x, y]) => [121 + x / 1e4, 31 + y / 1e4])] }) // prettier-ignore
  expect(isSound(ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]))).toBe(true)
  expect(isSound(ring([0, 0], [10, 10], [10, 0], [0, 10], [0, 0]))).toBe(false)
  expect(isSound(ring([0, 0], [10, 0], [0, 0]))).toBe(false)
  expect(areaM2(ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]))).toBeCloseTo(111.2 * 95.3, -2)
})

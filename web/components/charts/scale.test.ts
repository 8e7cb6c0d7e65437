import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankShade, scaleOf, shadeOf } from './scale.ts'

it.each([
  [[0, 7], 0, 8],
  [[0, 96, 31], 0, 100],
  [[251, 334], 250, 350],
  [[3, 9], 0, 10],
  [[], 0, 1],
  [[0, 0], 0, 1],
])('the axis of %j runs from %d to %d', (values, from, to) => {
  const scale = scaleOf(values)
  expect([scale.from, scale.to]).toEqual([from, to])
})

it('starts at zero unless the line would be flat, and always where bars are drawn', () => {
  expect(scaleOf([98, 95, 97]).from).toBeGreaterThan(0)
  expect(scaleOf([98, 95, 97], { broken: false }).from).toBe(0)
  expect(scaleOf([98, 20]).from).toBe(0)
})

it('holds every value, in even steps, few of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 40 }),
      fc.boolean(),
      fc.boolean(),
      (values, whole, broken) => {
        const { from, to, ticks, at } = scaleOf(values, { whole, broken })
        for (const value of values) expect(at(value)).toBeGreaterThanOrEqual(0)
        for (const value of values) expect(at(value)).toBeLessThanOrEqual(1)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect([ticks[0], ticks.at(-1)]).toEqual([from, to])
        if (whole) expect(ticks.every(Number.isInteger)).toBe(true)
      },
    ),
  )
})

it('nothing has no shade, the most the darkest', () => {
  expect([0, 1, 25, 26, 50, 75, 76, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 2, 3, 4, 4])
  expect(shadeOf(0, 0)).toBe(0)
})

it('shades by rank leave the others their differences when one is far off', () => {
  const values = [0, 1, 2, 3, 400]
  expect(values.map((value) => rankShade(value, values))).toEqual([0, 1, 2, 3, 4])
  expect(rankShade(null, values)).toBe(0)
})

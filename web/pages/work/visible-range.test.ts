import { expect, test } from 'vitest'
import { rangeOf } from './visible-range.ts'

const heights = [30, 57, 57, 30, 57, 57, 57]

test('draws what is between top and bottom and keeps the room of the rest', () => {
  const range = rangeOf(heights, 90, 200)
  expect(range).toEqual({ from: 2, to: 5, before: 87, after: 114 })
  const drawn = heights.slice(range.from, range.to).reduce((sum, height) => sum + height, 0)
  expect(range.before + drawn + range.after).toBe(heights.reduce((sum, height) => sum + height, 0))
})

test('draws everything when all is in view, and nothing of an empty list', () => {
  expect(rangeOf(heights, -600, 2000)).toEqual({ from: 0, to: 7, before: 0, after: 0 })
  expect(rangeOf([], 0, 900)).toEqual({ from: 0, to: 0, before: 0, after: 0 })
})

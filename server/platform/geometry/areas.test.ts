import { expect, test } from 'vitest'
import { buildAreaIndex, type Area } from './areas.ts'
import type { Outline } from './convert.ts'

const TODAY = '2026-03-01'
const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const polygon = (...rings: number[][][]): Outline => ({ type: 'Polygon', coordinates: rings })
const area = (id: string, level: number, outline: Outline, validity: Partial<Area> = {}): Area => ({
  id,
  level,
  outline,
  validFrom: null,
  validTo: null,
  ...validity,
})

test('the most specific area comes first', () => {
  const { find } = buildAreaIndex([
    area('district', 0, polygon(square(121, 28, 1))),
    area('grid', 4, polygon(square(121.4, 28.4, 0.1))),
    area('community', 2, polygon(square(121.3, 28.3, 0.3))),
  ])
  expect(find(121.45, 28.45, TODAY)).toEqual(['grid', 'community', 'district'])
  expect(find(121.35, 28.35, TODAY)).toEqual(['community', 'district'])
  expect(find(121.9, 28.9, TODAY)).toEqual(['district'])
  expect(find(122.5, 28.5, TODAY)).toEqual([])
})

test('a hole is outside, its border is not; every part of a multipolygon counts', () => {
  const { find } = buildAreaIndex([
    area('ring', 1, polygon(square(0, 0, 10), square(4, 4, 2))),
    area('parts', 1, { type: 'MultiPolygon', coordinates: [[square(20, 0, 1)], [square(22, 0, 1)]] }),
  ])
  expect(find(5, 5, TODAY)).toEqual([])
  expect(find(4, 5, TODAY)).toEqual(['ring'])
  expect(find(1, 1, TODAY)).toEqual(['ring'])
  expect(find(20.5, 0.5, TODAY)).toEqual(['parts'])
  expect(find(21.5, 0.5, TODAY)).toEqual([])
  expect(find(22.5, 0.5, TODAY)).toEqual(['parts'])
})

test('on a shared border both answer, in the same order however the areas were given', () => {
  const areas = [
    area('b-east', 4, polygon(square(1, 0, 1))),
    area('a-west', 4, polygon(square(0, 0, 1))),
    area('c-across', 4, polygon(square(0.5, 0.2, 1))),
    area('whole', 1, polygon(square(0, 0, 2))),
  ]
  for (const given of [
    areas,
    [...areas].reverse(),
    [areas[2], areas[0], areas[3], areas[1]].filter((a) => a !== undefined),
  ]) {
    const { find } = buildAreaIndex(given)
    expect(find(1, 0.5, TODAY)).toEqual(['c-across', 'a-west', 'b-east', 'whole']) // inside first, then by id
    expect(find(1, 0.1, TODAY)).toEqual(['a-west', 'b-east', 'whole'])
    expect(find(1, 0, TODAY)).toEqual(['a-west', 'b-east', 'whole']) // the corner
  }
})

test('a grid answers from its first day until the day before its last', () => {
  const outline = polygon(square(0, 0, 1))
  const { find, nearest } = buildAreaIndex([
    area('old', 4, outline, { validTo: '2026-01-01' }),
    area('new', 4, outline, { validFrom: '2026-01-01' }),
  ])
  expect(find(0.5, 0.5, '2025-12-31')).toEqual(['old'])
  expect(find(0.5, 0.5, '2026-01-01')).toEqual(['new'])
  expect(nearest(0.5, 0.5, 10, '2025-12-31').map(({ id }) => id)).toEqual(['old'])
})

test('nearest measures to the border and knows its limit', () => {
  const { nearest } = buildAreaIndex([
    area('district', 0, polygon(square(121, 28, 1))),
    area('compound', 3, polygon(square(121.4, 28.4, 0.01))),
    area('far', 3, polygon(square(121.5, 28.4, 0.01))),
  ])
  // 0.001° of latitude is 111.2 m; the same of longitude, at 28.4° north, 97.8 m.
  const south = nearest(121.405, 28.399, 200, TODAY)
  expect(south.map(({ id }) => id)).toEqual(['district', 'compound'])
  expect(south.map(({ metres }) => Math.round(metres))).toEqual([0, 111])
  expect(nearest(121.399, 28.405, 97, TODAY).map(({ id }) => id)).toEqual(['district'])
  expect(nearest(121.399, 28.405, 98, TODAY).map(({ id }) => id)).toEqual(['district', 'compound'])
  const [corner] = nearest(121.399, 28.399, 200, TODAY).filter(({ level }) => level === 3)
  expect(corner?.metres).toBeCloseTo(Math.hypot(111.2, 97.8), 0)
  expect(nearest(100, 20, 1_000, TODAY)).toEqual([])
})

test('rings left open are closed, empty outlines are refused, no areas is an answer', () => {
  const { find, nearest } = buildAreaIndex([area('open', 1, polygon(square(0, 0, 1).slice(0, 4)))])
  expect(find(0.5, 0.5, TODAY)).toEqual(['open'])
  expect(nearest(-0.001, 0.5, 200, TODAY)).toHaveLength(1) // the closing side is a side
  expect(() => buildAreaIndex([area('empty', 1, polygon())])).toThrow('empty')
  expect(() =>
    buildAreaIndex([
      area(
        'broken',
        1,
        polygon([
          [0, 0],
          [NaN, 1],
          [1, 1],
          [0, 0],
        ]),
      ),
    ]),
  ).toThrow('broken')
  expect(buildAreaIndex([]).find(0, 0, TODAY)).toEqual([])
})

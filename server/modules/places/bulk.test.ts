/** What a sentence about many buildings means: numbers as they are written, rooms as they are numbered, nothing twice. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BulkPlaces } from '#contracts/places.ts'
import { planBulk, readNumbers } from './bulk.ts'
import { readHomeWords, homeCode } from './home-words.ts'

const BULK: BulkPlaces = {
  buildings: '1-19',
  buildingWord: '栋',
  entrances: 3,
  floors: 6,
  firstFloor: 1,
  homesPerFloor: 2,
  numbers: 'floorRoom',
  withoutFloors: '',
}
const refusalOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

test.each([
  ['1-3', '1 2 3'],
  ['1-3,5', '1 2 3 5'],
  ['１－３、７', '1 2 3 7'],
  ['1~2 A,B', '1 2 A B'],
  ['3至5；8', '3 4 5 8'],
  ['01,1,1-2', '1 2'],
  ['甲,乙', '甲 乙'],
])('%s is %s', (words, numbers) => expect(readNumbers(words).join(' ')).toBe(numbers))

test('what is no list of buildings, or too long a one, is refused', () => {
  expect(['', ' , ', '1-', '<b>', '9999999'].map((words) => refusalOf(() => readNumbers(words)))).toEqual(
    Array.from({ length: 5 }, () => 'malformed'),
  )
  expect(refusalOf(() => readNumbers('1-9999'))).toBe('place_too_many')
  expect(refusalOf(() => planBulk('p', { ...BULK, buildings: '1-200', homesPerFloor: 40 }, []))).toBe('place_too_many')
})

test('19 buildings of 3 entrances, 6 floors and 2 homes are 684 homes', () => {
  const { rows, codes, skipped } = planBulk('compound', BULK, [])
  const of = (level: string) => rows.filter((row) => row.level === level)
  expect([of('building').length, of('entrance').length, of('home').length]).toEqual([19, 57, 684])
  expect(skipped).toEqual([])
  expect(codes[0]).toBe('1-1-101')
  expect(codes.at(-1)).toBe('19-3-602')
  expect(of('building')[0]).toMatchObject({ parentId: 'compound', name: '1 栋', code: '1', floors: 6 })
})

test('rooms are numbered as the list says, floors that are not there are passed over', () => {
  const rooms = (change: Partial<BulkPlaces>) =>
    planBulk('p', { ...BULK, buildings: '1', entrances: 1, floors: 3, ...change }, [])
      .rows.filter(({ level }) => level === 'home')
      .map(({ name, floors }) => `${floors}:${name}`)
  expect(rooms({ homesPerFloor: 1, numbers: 'padded' })).toEqual(['1:0101 室', '2:0201 室', '3:0301 室'])
  expect(rooms({ homesPerFloor: 2, numbers: 'running' }).slice(0, 3)).toEqual(['1:1 室', '1:2 室', '2:3 室'])
  expect(rooms({ homesPerFloor: 1, firstFloor: 3, withoutFloors: '4' })).toEqual(['3:301 室', '5:501 室', '6:601 室'])
})

test('every code is made once, and reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.record({
        buildings: fc
          .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 })
          .map((all) => all.join(',')),
        entrances: fc.integer({ min: 0, max: 4 }),
        floors: fc.integer({ min: 1, max: 33 }),
        homesPerFloor: fc.integer({ min: 1, max: 6 }),
        numbers: fc.constantFrom('floorRoom' as const, 'padded' as const),
      }),
      (some) => {
        const { codes } = planBulk('p', { ...BULK, ...some }, [])
        expect(new Set(codes).size).toBe(codes.length)
        for (const code of codes) expect(homeCode(readHomeWords(code) ?? { building: 'none' })).toBe(code)
      },
    ),
    { numRuns: 60 },
  )
})

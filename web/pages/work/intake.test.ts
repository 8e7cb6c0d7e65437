import { expect, test } from 'vitest'
import { askOf, EMPTY, missingIn, submitBodyOf } from './intake.ts'

const told = {
  ...EMPTY,
  name: ' 陈桂兰 ',
  phone: '13800000000',
  text: ' 楼道灯不亮 ',
  place: { id: 'place-8', name: '8 栋' },
  answers: { floor: ' 三楼 ', when: ' ' },
}

test('keeps who it is for and how it came, trims, and leaves out what was not answered', () => {
  expect(submitBodyOf(told, ['photo-1'])).toEqual({
    kind: 'problem',
    text: '楼道灯不亮',
    location: { placeId: 'place-8', source: 'picked' },
    answers: [{ question: 'floor', answer: '三楼' }],
    photoIds: ['photo-1'],
    limited: false,
    onBehalf: { channel: 'telephone', name: '陈桂兰', phone: '13800000000', placeId: 'place-8' },
  })
})

test('a point on the map goes with the place it lies in', () => {
  const { location } = submitBodyOf({ ...told, point: { lon: 104, lat: 30 }, words: '东门内' }, [])
  expect(location).toEqual({ placeId: 'place-8', lon: 104, lat: 30, system: 'wgs84', source: 'map', words: '东门内' })
})

test('says what is missing, in the order of the form', () => {
  expect(missingIn(EMPTY, 0)).toBe('name')
  expect(missingIn({ ...EMPTY, name: '陈' }, 0)).toBe('text')
  expect(missingIn({ ...EMPTY, name: '陈' }, 1)).toBe('place')
  expect(missingIn(told, 0)).toBeUndefined()
})

test('asks nothing before anything is said', () => {
  expect(askOf(EMPTY)).toBeUndefined()
  expect(askOf(told)?.text).toBe('楼道灯不亮')
})

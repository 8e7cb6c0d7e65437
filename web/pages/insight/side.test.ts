import { expect, it } from 'vitest'
import { countLines, perHundred, rateLines } from './side.ts'

const place = (households: number | null) => ({ id: 'a', name: '甲', level: 'community', households })

it('says which side did better, by what better means', () => {
  const a = { contactMet: 18, contactLate: 2, closed: 20, reopened: 4 }
  const b = { contactMet: 19, contactLate: 1, closed: 20, reopened: 2 }
  const lines = rateLines(a, b)
  expect(lines.find(({ code }) => code === 'response')).toMatchObject({ points: expect.closeTo(-5), better: 1 })
  expect(lines.find(({ code }) => code === 'reopened')).toMatchObject({ points: expect.closeTo(10), better: 1 })
})

it('compares nothing that rests on too few on one side', () => {
  const [line] = rateLines({ contactMet: 9 }, { contactMet: 50, contactLate: 50 })
  expect(line).toMatchObject({ code: 'response', points: null, better: null })
})

it('counts what is not there as nothing', () => {
  expect(countLines({ received: 3 }, {})[0]).toEqual({ measure: 'received', values: [3, 0] })
})

it('per hundred households needs households and enough cases', () => {
  expect(perHundred({ counts: { received: 12 }, place: place(400) })).toBe(3)
  expect(perHundred({ counts: { received: 9 }, place: place(400) })).toBeNull()
  expect(perHundred({ counts: { received: 12 }, place: place(null) })).toBeNull()
})

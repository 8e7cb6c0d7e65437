import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RATE_CODES, RATES, type Counts } from '#contracts/figures.ts'
import { ranked, rateOf, riseOf, type Rate } from './rates.ts'

it('divides sums, and says nothing of nothing', () => {
  expect(rateOf({ contactMet: 9, contactLate: 1 }, 'response')).toEqual({ of: 9, n: 10, share: 0.9, small: false })
  expect(rateOf({}, 'response')).toEqual({ of: 0, n: 0, share: null, small: true })
  expect(rateOf({ asked: 9, saidSolved: 9 }, 'solved').small).toBe(true)
})

it('silence counts neither as solved nor as satisfied', () => {
  const silent: Counts = { closed: 50, bySilence: 50 }
  expect([rateOf(silent, 'solved').share, rateOf(silent, 'satisfied').share]).toEqual([null, null])
  expect(rateOf(silent, 'silence').share).toBe(1)
})

it('no rate is above one when the part is counted in the whole', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RATE_CODES), fc.nat(1000), fc.nat(1000), (code, of, rest) => {
      const { of: parts, n } = RATES[code]
      const [whole, late] = n
      const counts: Counts = { [whole]: late ? of : of + rest, [parts[0]]: of, ...(late && { [late]: rest }) }
      const { share } = rateOf(counts, code)
      expect(share === null || (share >= 0 && share <= 1)).toBe(true)
    }),
  )
})

it('a change needs enough on both sides', () => {
  const rate = (of: number, n: number): Rate => ({ of, n, share: of / n, small: n < 10 })
  expect(riseOf(rate(18, 20), rate(8, 10))).toBeCloseTo(10)
  expect(riseOf(rate(18, 20), rate(8, 9))).toBeNull()
})

it('ranks best first, equal rates together, and those on too few not at all', () => {
  const rows = [
    { name: '甲', of: 8, n: 10 },
    { name: '乙', of: 3, n: 3 },
    { name: '丙', of: 18, n: 20 },
    { name: '丁', of: 16, n: 20 },
  ]
  const rate = ({ of, n }: { of: number; n: number }): Rate => ({ of, n, share: of / n, small: n < 10 })
  const said = (better: 'more' | 'less') => ranked(rows, rate, better).map(({ row, place }) => `${row.name}${place}`)
  expect(said('more')).toEqual(['丙1', '甲2', '丁2', '乙null'])
  expect(said('less')).toEqual(['甲1', '丁1', '丙3', '乙null'])
})

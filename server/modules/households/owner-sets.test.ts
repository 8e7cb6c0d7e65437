/** Heads and areas: the cases of the rules, and properties of the sums. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownerSetKey, totalsOf, type Holder, type RollUnit } from './owner-sets.ts'

const person = (personId: string): Holder => ({ personId })
const unit = (ownerSet: string | null, areaCenti: number | null = 10_000, kind = 'home'): RollUnit => ({ ownerSet, areaCenti, kind }) // prettier-ignore
const of = (...ids: string[]) => ownerSetKey(ids.map(person))

describe('rules', () => {
  test('V-R7: one buyer with three of ten flats leaves eight heads', () => {
    const units = [
      ...Array.from({ length: 7 }, (_, at) => unit(of(`p${at}`))),
      unit(of('x')),
      unit(of('x')),
      unit(of('x')),
    ]
    expect(totalsOf(units)).toMatchObject({ units: 10, heads: 8, areaCenti: 100_000n })
  })
  test('V-10: eighty sold flats and twenty of the developer are 81 heads', () => {
    const developer = ownerSetKey([{ organisationId: 'builder' }])
    const units = [
      ...Array.from({ length: 80 }, (_, at) => unit(of(`p${at}`))),
      ...Array.from({ length: 20 }, () => unit(developer)),
    ]
    expect(totalsOf(units)).toMatchObject({ heads: 81, areaCenti: 1_000_000n })
  })
  test('V-R9, V-R10: co-owners are one head, and other sets of the same people are others', () => {
    expect(totalsOf([unit(of('a', 'b')), unit(of('a'))]).heads).toBe(2)
    expect(totalsOf([unit(of('a')), unit(of('b'))]).heads).toBe(2)
    expect(totalsOf([unit(of('a', 'b')), unit(of('b', 'a'))]).heads).toBe(1)
    expect(ownerSetKey([{ personId: 'a' }])).not.toBe(ownerSetKey([{ organisationId: 'a' }]))
  })
  test('V-R12, V-11: sixty parking places count only when the place says so', () => {
    const flats = Array.from({ length: 90 }, (_, at) => unit(of(`p${at}`)))
    const bays = Array.from({ length: 60 }, (_, at) => unit(of(at < 50 ? `p${at}` : `q${at}`), 1_200, 'parking'))
    expect(totalsOf([...flats, ...bays])).toMatchObject({ heads: 90, areaCenti: 900_000n })
    expect(totalsOf([...flats, ...bays], { withParking: true })).toMatchObject({ heads: 100, areaCenti: 972_000n })
  })
  test('what is missing is said, never guessed', () => {
    expect(totalsOf([unit(null), unit(null), unit(of('a'), null)])).toEqual({
      units: 3,
      heads: 3,
      areaCenti: 20_000n,
      unitsWithoutArea: 1,
      unitsWithoutOwner: 2,
    })
  })
})

describe('properties', () => {
  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 })
  const units = fc.array(
    fc.record({
      ownerSet: set.map((ids) => of(...ids)),
      areaCenti: fc.integer({ min: 1, max: 100_000_000 }),
      kind: fc.constantFrom('home', 'shop', 'parking'),
    }),
    { maxLength: 60 },
  )
  test('neither the order of units nor of owners changes anything', () => {
    fc.assert(
      fc.property(units, (roll) => {
        expect(totalsOf(roll.toReversed())).toEqual(totalsOf(roll))
      }),
    )
    fc.assert(fc.property(set, (ids) => of(...ids.toReversed(), ...ids) === of(...ids)))
  })
  test('areas of parts add up to the whole; heads of parts are never fewer than of the whole', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const [one, other, all] = [totalsOf(a), totalsOf(b), totalsOf([...a, ...b])]
        expect(one.areaCenti + other.areaCenti).toBe(all.areaCenti)
        expect(one.heads + other.heads).toBeGreaterThanOrEqual(all.heads)
        expect(all.heads).toBeLessThanOrEqual(all.units)
      }),
    )
  })
  test('a thousandth of a square metre is never lost, however large the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000_000 }), { maxLength: 200 }), (areas) => {
        const total = totalsOf(areas.map((area, at) => unit(of(`p${at}`), area))).areaCenti
        expect(total).toBe(areas.map(BigInt).reduce((sum, area) => sum + area, 0n))
      }),
    )
  })
})

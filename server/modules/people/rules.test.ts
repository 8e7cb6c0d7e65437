/** The tables that decide who stands where and who fills what, held to what they promise. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ORGANISATION_FORMS, type OrganisationForm } from '#contracts/organisations.ts'
import { POST_KINDS, rightsOf, type PostKind } from '#contracts/rights.ts'
import { CHAIN_PLACE_LEVELS } from '#contracts/organisations.ts'
import type { Capacity } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { checkChain, PATTERNS } from './chain.ts'
import { closesCircle, fitsBelow, fitsLevel } from './forms.ts'
import { appointable, checkMayAppoint, MAY_APPOINT, POWERS } from './may-appoint.ts'
import { checkTerm, dayBefore, passOn, type Term } from './terms.ts'

const code = (work: () => unknown): string => {
  try {
    work()
    return 'fine'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
const powersOf = (kind: PostKind) => rightsOf([kind]).filter((right) => POWERS.includes(right))
const post = (kind: PostKind, placePath: string): Capacity => ({
  postId: '', kind, title: '', organisationId: null, organisationName: null, placeId: '', placeName: '', placeLevel: '', placePath,
}) // prettier-ignore

test('nobody gives a power that they do not hold, nor their own kind of post', () => {
  for (const [giver, kinds] of Object.entries(MAY_APPOINT) as [PostKind, readonly PostKind[]][]) {
    if (giver === 'operator') continue
    expect(kinds).not.toContain(giver)
    for (const kind of kinds)
      expect(rightsOf([giver]), `${giver} gives ${kind}`).toEqual(expect.arrayContaining(powersOf(kind)))
  }
  expect(rightsOf(Object.keys(MAY_APPOINT) as PostKind[])).toContain('posts.appoint')
  for (const kind of POST_KINDS)
    expect(kind in MAY_APPOINT, kind).toBe((rightsOf([kind]) as string[]).includes('posts.appoint'))
})

test('with any posts over any places, what one may fill lies within reach and carries no power one lacks there', () => {
  const segment = fc.constantFrom('0001.', '0002.')
  const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
  const held = fc.array(fc.tuple(fc.constantFrom(...POST_KINDS), path), { maxLength: 4 })
  fc.assert(
    fc.property(held, path, fc.constantFrom(...POST_KINDS), (posts, at, kind) => {
      const actor = { personId: 'a', capacities: posts.map(([one, over]) => post(one, over)) }
      const here = posts.filter(([, over]) => at.startsWith(over)).map(([one]) => one)
      const may = appointable(actor, at).has(kind)
      expect(code(() => checkMayAppoint(actor, { kind, placePath: at })) === 'fine').toBe(may)
      if (may && !here.includes('operator')) expect(rightsOf(here)).toEqual(expect.arrayContaining(powersOf(kind)))
      if (here.length === 0) expect(may).toBe(false)
    }),
  )
})

test.each([
  ['committee', 'community', true], ['committee', 'compound', false], ['compoundCommittee', 'compound', true],
  ['gridBranch', 'grid', true], ['gridBranch', 'compound', false], ['buildingGroup', 'building', true],
  ['jointGroup', 'building', false], ['memberHousehold', 'building', true], ['memberHousehold', 'home', false],
] as const)('a %s over a %s: %s', (form, level, fits) => {
  expect(fitsLevel({ kind: 'partyOrganisation', form }, level)).toBe(fits)
}) // prettier-ignore

test('every form has a level to stand over; a branch hangs below a committee and not the other way round', () => {
  const party = (form: OrganisationForm) => ({ kind: 'partyOrganisation' as const, form })
  for (const form of ORGANISATION_FORMS)
    expect(
      CHAIN_PLACE_LEVELS.some((level) => fitsLevel(party(form), level)),
      form,
    ).toBe(true)
  expect(fitsBelow(party('gridBranch'), party('compoundCommittee'))).toBe(true)
  expect(fitsBelow(party('compoundCommittee'), party('gridBranch'))).toBe(false)
  expect(fitsBelow({ kind: 'shop', form: null }, party('buildingGroup'))).toBe(true)
})

test('hanging trees about never closes a circle', () => {
  const moves = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 40 })
  fc.assert(
    fc.property(moves, (wanted) => {
      const nodes = Array.from({ length: 8 }, (_, n) => ({ id: String(n), parentId: null as string | null }))
      for (const [child, parent] of wanted)
        if (!closesCircle(nodes, String(child), String(parent)))
          (nodes[child] ?? { parentId: null }).parentId = String(parent)
      for (const { id } of nodes) {
        let at: string | null = id
        let steps = 0
        while (at !== null && steps <= 8) [at, steps] = [nodes[Number(at)]?.parentId ?? null, steps + 1]
        expect(steps).toBeLessThanOrEqual(8)
      }
    }),
  )
})

const term = (personId: string, fromOn: string, toOn: string | null = null, standsAs: Term['standsAs'] = 'holder') => ({
  id: `${personId}${fromOn}`, personId, fromOn, toOn, standsAs,
}) // prettier-ignore
const TODAY = '2026-11-20'

test('never more holders than seats on any day, whoever comes and goes; deputies take no seat', () => {
  const day = fc
    .integer({ min: 0, max: 30 })
    .map((n) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString().slice(0, 10))
  const wanted = fc.array(fc.tuple(fc.nat(9), day, fc.option(day), fc.boolean()), { maxLength: 30 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), wanted, (seats, all) => {
      const held: Term[] = []
      for (const [person, from, to, deputy] of all) {
        const one = term(String(person), from, to, deputy ? 'deputy' : 'holder')
        if (code(() => checkTerm({ kind: 'committeeMember', seats }, held, one, TODAY)) === 'fine') held.push(one)
      }
      for (const { fromOn: on } of held) {
        const sitting = held.filter((one) => one.fromOn <= on && (one.toOn === null || one.toOn >= on))
        expect(sitting.filter(({ standsAs }) => standsAs === 'holder').length).toBeLessThanOrEqual(seats)
        expect(new Set(sitting.map(({ personId }) => personId)).size).toBe(sitting.length)
      }
    }),
  )
})

test.each([
  ['from tomorrow', '2026-11-21', '2026-01-01', null, '2026-11-20'],
  ['from today', TODAY, '2026-01-01', null, '2026-11-19'],
  ['in the past', '2026-11-19', '2026-01-01', null, 'term_dates_wrong'],
  ['on its first day', '2026-11-25', '2026-11-25', null, 'term_dates_wrong'],
  ['after it ended', '2026-12-02', '2026-01-01', '2026-12-01', 'term_dates_wrong'],
  ['on its last day', '2026-12-01', '2026-01-01', '2026-12-01', '2026-11-30'],
] as const)('a post passes on %s', (_name, on, fromOn, toOn, wanted) => {
  let left: string | undefined
  const refused = code(() => (left = passOn({ fromOn, toOn }, on, TODAY).toOn))
  expect(left ?? refused).toBe(wanted)
})

test('the day before the first of March is the last of February', () => {
  expect([dayBefore('2026-03-01'), dayBefore('2028-03-01'), dayBefore('2027-01-01')]).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-12-31',
  ])
})

test('the ready chains are in order; a level that nobody answers on, or members as such answer on, is refused', () => {
  for (const levels of Object.values(PATTERNS)) expect(code(() => checkChain(levels))).toBe('fine')
  expect([PATTERNS.four.length, PATTERNS.seven.length]).toEqual([4, 7])
  const level = {
    name: '甲',
    nameEn: 'A',
    placeLevel: 'grid',
    gridLevel: 2,
    postKinds: ['gridLead'],
    forms: [],
  } as const
  const asked = (change: object) =>
    code(() => checkChain([{ ...level, postKinds: [...level.postKinds], forms: [], ...change }]))
  expect(asked({})).toBe('fine')
  expect(asked({ gridLevel: null })).toBe('chain_level_wrong')
  expect(asked({ postKinds: [] })).toBe('chain_level_wrong')
  expect(asked({ postKinds: ['member'] })).toBe('chain_level_wrong')
  expect(asked({ placeLevel: 'building' })).toBe('chain_level_wrong')
})

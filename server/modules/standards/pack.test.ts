/** The borders of every standard as rules.md names them, and what must hold of judging whatever is counted. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STANDARD_IDS, type StandardId } from '#contracts/standards.ts'
import type { Area } from './area.ts'
import { whichApply, partsOf } from './feasible.ts'
import { judgeArea } from './judge-area.ts'
import { COMPOUND, makeArea, makeBody, makeGrid, makePost } from './make.ts'
import { PACK, standardOf } from './pack/index.ts'
import type { Setting } from './standard.ts'

const TODAY = '2026-11-18'
const here = `${COMPOUND}0001.0001.`
const settings = new Map<string, Setting>()
const check = (id: StandardId, area: Area, set?: Partial<Setting>) => {
  const standard = standardOf(id)
  if (!standard) throw new Error(`no ${id}`)
  const own = new Map([[id as string, { off: false, parameters: {}, reason: '', ...set }]])
  return judgeArea(area, [standard], own, TODAY)
}
const state = (id: StandardId, area: Area, set?: Partial<Setting>) => check(id, area, set)[0]?.state ?? 'nothing'
const residents = (formal: number, path = here) => [{ path, stage: 'formal' as const, count: formal, grids: 1 }]
const building = { id: '1', name: '12 栋', path: here, households: 30, empty: false, grids: 1 }

test('every standard of the contract is in the pack, once', () => {
  expect(PACK.map(({ id }) => id).toSorted()).toEqual([...STANDARD_IDS].toSorted())
})

describe('S-R1: a branch of its own', () => {
  const group = (formal: number, probationary = 0) => makeBody({ form: 'buildingGroup', formal, probationary })
  const branch = (formal: number, probationary = 0, more: Area['organisations'] = []) =>
    check('branch.own', makeArea({ organisations: [group(formal, probationary), ...more] }))[0]
  test.each([
    ['3 formal and no branch must have one', 3, 0, 'branch'],
    ['2 formal and 5 probationary have no duty, but a joint branch', 2, 5, 'jointBranch'],
    ['1 formal joins', 1, 0, 'jointBranch'],
  ] as const)('%s', (_, formal, probationary, form) => {
    expect(branch(formal, probationary)).toMatchObject({ state: 'gap', severity: 'must', gap: { form } })
    expect(branch(formal, probationary)?.task?.to).toContain(`/organisations?new=${form}&placeId=`)
  })
  test('2 formal within a joint branch are fine, 3 are not', () => {
    const joint = makeBody({ form: 'jointBranch' })
    expect(branch(2, 0, [joint])?.state).toBe('met')
    expect(branch(3, 0, [joint])?.state).toBe('gap')
  })
  test('nobody here, nothing asked', () => expect(state('branch.own', makeArea())).toBe('notApplicable'))
  test.each([[5, 'met'], [6, 'gap']] as const)('a joint branch of %i units: %s', (joined, wanted) =>
    expect(state('branch.joint', makeArea({ organisations: [makeBody({ form: 'jointBranch', joined })] }))).toBe(wanted)) // prettier-ignore
  test.each([
    [50, 'branch', 'met', undefined],
    [51, 'branch', 'gap', 'generalBranch'],
    [51, 'generalBranch', 'met', undefined],
    [100, 'generalBranch', 'met', undefined],
    [101, 'generalBranch', 'gap', 'committee'],
    [101, 'branch', 'gap', 'committee'],
  ] as const)('%i members in a %s: %s', (formal, form, wanted, to) => {
    const [found] = check('branch.size', makeArea({ organisations: [makeBody({ form, formal })] }))
    expect([found?.state, found?.gap['wanted']]).toEqual([wanted, to])
  })
})

describe('S-R2: committee and secretary', () => {
  const committee = (formal: number, seats: number) => {
    const body = makeBody({ form: 'branch', formal })
    const holders = Array.from({ length: seats }, (_, at) => `p${at}`)
    const posts = [makePost({ kind: 'committeeMember', organisationId: body.id, holders })]
    return state('branch.committee', makeArea({ organisations: [body], posts }))
  }
  test.each([
    [6, 0, 'notApplicable'],
    [7, 0, 'gap'],
    [7, 2, 'gap'],
    [7, 3, 'met'],
    [7, 7, 'met'],
    [7, 8, 'gap'],
  ] as const)('%i formal members, %i on the committee: %s', (formal, seats, wanted) =>
    expect(committee(formal, seats)).toBe(wanted),
  )
  test('a vacant post of secretary is offered to be filled', () => {
    const body = makeBody({ form: 'branch' })
    const post = makePost({ kind: 'branchSecretary', organisationId: body.id, holders: [] })
    const [found] = check('branch.secretary', makeArea({ organisations: [body], posts: [post] }))
    expect(found).toMatchObject({ state: 'gap', task: { kind: 'appoint', to: `/posts?appoint=${post.id}` } })
  })
})

test.each([[2, 'notApplicable'], [3, 'gap']] as const)('S-R3: %i resident members without a compound branch: %s', (count, wanted) => {
  const area = makeArea({ residents: residents(count), organisations: [makeBody({ form: 'buildingGroup', formal: 9 })] })
  expect(state('compound.branch', area)).toBe(wanted)
  expect(check('compound.branch', area)[0]?.counted).toMatchObject({ residents: count, relations: 9 })
}) // prettier-ignore

describe('S-R4: building groups', () => {
  const group = (count: number, organisations: Area['organisations']) =>
    state('building.group', makeArea({ residents: residents(count), buildings: [building], organisations }))
  const own = makeBody({ form: 'buildingGroup', path: here })
  const joint = makeBody({ form: 'jointGroup', path: COMPOUND })
  test('three members need a group of their own, a joint one will not do', () => {
    expect([group(3, []), group(3, [joint]), group(3, [own])]).toEqual(['gap', 'gap', 'met'])
  })
  test('two share a joint group; none at all are covered by one too', () => {
    expect([group(2, []), group(2, [joint]), group(2, [own])]).toEqual(['gap', 'met', 'met'])
    const empty = { ...building, id: '2', path: `${COMPOUND}0001.0002.` }
    const area = makeArea({ residents: residents(3), buildings: [building, empty], organisations: [own] })
    expect(check('building.group', area).map(({ subjectId }) => subjectId)).toEqual(['2'])
  })
  test('the button founds the group of that building', () => {
    const [found] = check('building.group', makeArea({ residents: residents(3), buildings: [building] }))
    expect(decodeURIComponent(found?.task?.to ?? '')).toBe(
      '/organisations?new=buildingGroup&placeId=1&name=12 栋党小组',
    )
  })
  test('a group without a vanguard post', () => {
    expect(state('group.vanguard', makeArea({ organisations: [own] }))).toBe('gap')
    expect(
      state('group.vanguard', makeArea({ organisations: [own], posts: [makePost({ organisationId: own.id })] })),
    ).toBe('met')
  })
})

test.each([[3, 'met'], [4, 'gap']] as const)('S-R5: an instructor with %i compounds: %s', (compounds, wanted) =>
  expect(state('instructor.load', makeArea({ instructors: [{ id: '1', name: '指导员', counted: { compounds } }] }))).toBe(wanted)) // prettier-ignore

describe('S-R6: the parlour', () => {
  const FIVE = ['接待', '议事', '学习', '调解', '活动']
  const parlour = (areaCenti: number, hasSign = true, functions = FIVE) =>
    check('parlour.room', makeArea({ venues: [{ id: '1', name: '会客厅', path: COMPOUND, kind: 'parlour', areaCenti, hasSign, functions }] }))[0] // prettier-ignore
  test('99.9 m² is not 100', () => expect([parlour(9_990)?.state, parlour(10_000)?.state]).toEqual(['gap', 'met']))
  test('is advised, and names what is missing', () => {
    expect(parlour(10_000, true, FIVE.slice(1))).toMatchObject({ severity: 'advise', gap: { missing: ['接待'] } })
    expect(parlour(10_000, false)?.state).toBe('gap')
  })
})

describe('G-R1: areas, members, households a member', () => {
  const cut = (areas: number, households: number) =>
    makeArea({
      households,
      grids: Array.from({ length: areas }, (_, at) => makeGrid({ level: 3, path: `${COMPOUND}000${at + 1}.` })),
    })
  test.each([[4, 'gap'], [5, 'met'], [9, 'met'], [10, 'gap']] as const)('%i areas of 2,000 households: %s', (areas, wanted) =>
    expect(state('areas.count', cut(areas, 2_000))).toBe(wanted)) // prettier-ignore
  test.each([[29, 'gap'], [30, 'met'], [50, 'met'], [51, 'gap']] as const)('%i members in an area: %s', (count, wanted) => {
    const area = { ...cut(1, 2_000), residents: residents(count, `${COMPOUND}0001.0001.`) }
    expect(state('areas.members', area)).toBe(wanted)
  }) // prettier-ignore
  test.each([[3, 'gap'], [4, 'met'], [8, 'met'], [9, 'gap']] as const)('C-06: a member with %i households: %s', (load, wanted) =>
    expect(state('members.load', makeArea({ households: 2_000, loads: new Map([[load, 1]]) }))).toBe(wanted)) // prettier-ignore
  test('339 households cannot be 5 × 30 × 4: said as it is, and no failure', () => {
    const area = { ...cut(5, 339), residents: residents(10) }
    expect(state('areas.count', area)).toBe('met')
    expect(check('areas.members', area)[0]).toMatchObject({
      state: 'conflict',
      gap: { households: 339, product: ['5', '30', '4'], least: 600, most: 3_600, holds: ['load', 'areas'] },
      task: null,
    })
    expect(state('areas.count', cut(4, 339))).toBe('gap') // this one applies
  })
  test('the borders of what is possible are 600 and 3,600 households', () => {
    const members = (households: number) => state('areas.members', { ...cut(1, households), residents: residents(10) })
    expect([599, 600, 3_600, 3_601].map(members)).toEqual(['conflict', 'gap', 'gap', 'conflict'])
  })
})

describe('G-R2: households of a grid', () => {
  const grid = (...households: number[]) =>
    makeArea({
      grids: households.map((count, at) => makeGrid({ path: `${COMPOUND}000${at + 1}.`, households: count })),
    })
  test.each([[300, 'met'], [500, 'met']] as const)('%i households: %s', (households, wanted) =>
    expect(state('grid.households', grid(households))).toBe(wanted)) // prettier-ignore
  test('299 and 501 are warned of where another cut is possible', () => {
    const found = check('grid.households', grid(299, 501))
    expect(found.map(({ state: one, counted }) => [one, counted['households']])).toEqual([['gap', 299], ['gap', 501]]) // prettier-ignore
  })
  test('where no cut is possible, that is said', () => {
    expect(state('grid.households', grid(200))).toBe('conflict')
    expect(state('grid.households', grid(275, 275))).toBe('conflict')
  })
})

describe('G-R3, G-R4, G-R7, S-R9', () => {
  test.each([[0, 'gap'], [1, 'met'], [2, 'gap']] as const)('a building in %i grids: %s', (grids, wanted) =>
    expect(state('grid.covered', makeArea({ buildings: [{ ...building, grids }] }))).toBe(wanted)) // prettier-ignore
  test('the card lacks what the register lacks', () => {
    const grid = makeGrid({ drawn: false })
    expect(check('grid.card', makeArea({ grids: [grid] }))[0]?.gap).toEqual({ missing: ['outline', 'worker'] })
    const posts = [makePost({ kind: 'gridWorker', placeId: grid.id })]
    expect(state('grid.card', makeArea({ grids: [{ ...grid, drawn: true }], posts }))).toBe('met')
  })
  test('codes are asked only where a district wants them', () => {
    expect(check('grid.code', makeArea({ grids: [makeGrid({ code: '110101001001001' })] }))[0]?.state).toBe('met')
    expect(
      judgeArea(makeArea({ grids: [makeGrid()] }), PACK, settings, TODAY).map(({ standard }) => standard),
    ).not.toContain('grid.code')
  })
  test('members in no grid and in two', () => {
    const at = (grids: number) => ({ path: here, stage: 'formal' as const, count: 2, grids })
    const found = check('members.grid', makeArea({ residents: [at(0), at(1), at(2)] }))
    expect(found[0]).toMatchObject({ state: 'gap', gap: { none: 2, several: 2 } })
  })
  test.each([[0, 'gap'], [1, 'met'], [2, 'gap']] as const)('a grid with %i branches: %s', (count, wanted) => {
    const grid = makeGrid()
    const organisations = Array.from({ length: count }, () => makeBody({ form: 'gridBranch', placeId: grid.id }))
    expect(state('grid.branch', makeArea({ grids: [grid], organisations }))).toBe(wanted)
  }) // prettier-ignore
})

describe('posts and committees', () => {
  test.each([
    ['2027-01-17', 'gap'], // in 60 days
    ['2027-01-18', 'met'],
    ['2026-11-01', 'gap'],
    [null, 'gap'],
  ] as const)('a committee whose term ends on %s: %s', (termEndsOn, wanted) =>
    expect(
      state(
        'committee.term',
        makeArea({ organisations: [makeBody({ kind: 'ownersCommittee', form: null, termEndsOn })] }),
      ),
    ).toBe(wanted),
  )
  test.each([
    ['2026-10-19', 'met'], // 30 days
    ['2026-10-18', 'gap'],
  ] as const)('a post vacant since %s: %s', (vacantSince, wanted) =>
    expect(
      state('post.vacant', makeArea({ posts: [makePost({ kind: 'gridWorker', holders: [], vacantSince })] })),
    ).toBe(wanted),
  )
  test('S-R7, S-R10: one person in both posts is told, never a failure', () => {
    const posts = [
      makePost({ kind: 'committeeChair', organisationKind: 'ownersCommittee', holders: ['a'] }),
      makePost({ kind: 'compoundSecretary', holders: ['b'] }),
    ]
    expect(check('chair.secretary', makeArea({ posts }))[0]).toMatchObject({ state: 'met', severity: 'information', counted: { both: 0 } })
    expect(check('chair.cross', makeArea({ posts, postsAround: [makePost({ kind: 'branchSecretary', holders: ['a'] })] }))[0]?.counted).toMatchObject({ members: 1, both: 1 })
  }) // prettier-ignore
  test('三无: one of the three is enough', () => {
    expect(state('compound.managed', makeArea())).toBe('gap')
    const one = makeBody({ kind: 'ownersCommittee', form: null })
    expect(state('compound.managed', makeArea({ organisations: [one] }))).toBe('met')
  })
  test('S-R8: meetings are not counted yet, and nothing is made up', () => {
    expect(check('branch.meetings', makeArea({ organisations: [makeBody()] }))[0]).toMatchObject({
      state: 'notApplicable',
      gap: { why: 'meetings' },
    })
  })
  test('a standard that is off is not asked', () => {
    expect(check('compound.managed', makeArea(), { off: true })).toEqual([])
  })
  test('a district counts with its own numbers', () => {
    const area = makeArea({ instructors: [{ id: '1', name: '指导员', counted: { compounds: 4 } }] })
    expect(state('instructor.load', area, { parameters: { most: 5 } })).toBe('met')
  })
})

describe('whatever is counted', () => {
  test('more than the most never becomes fine again by growing', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (a, b) => {
        const load = (compounds: number) =>
          state('instructor.load', makeArea({ instructors: [{ id: '1', name: '', counted: { compounds } }] }))
        const [less, more] = a < b ? [a, b] : [b, a]
        return load(less) !== 'gap' || load(more) === 'gap'
      }),
    )
  })
  test('standards that are kept together can hold together; none is dropped that could stay', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }))
      .map(([least, more]) => ({ least, most: least + more }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.array(range, { minLength: 1, maxLength: 4 }), (total, ranges) => {
        const { kept, yields } = whichApply(total, ranges.map((one, at) => ({ key: String(at), range: one })))
        const least = kept.reduce((product, one) => product * one.range.least, 1)
        const most = kept.reduce((product, one) => product * one.range.most, 1)
        expect(kept.length + yields.length).toBe(ranges.length)
        expect(least).toBeLessThanOrEqual(total)
        if (yields.length === 0) expect(most).toBeGreaterThanOrEqual(total)
      }),
    ) // prettier-ignore
  })
  test('a total can be cut exactly when some number of parts fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 300 }), fc.nat(300), (total, least, more) => {
        const range = { least, most: least + more }
        const some = Array.from({ length: total }, (_, k) => k + 1).some((k) => k * range.least <= total && total <= k * range.most)
        expect(partsOf(total, range) !== null).toBe(some)
      }),
    ) // prettier-ignore
  })
})

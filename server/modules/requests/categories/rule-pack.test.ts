import { expect, test } from 'vitest'
import { DECLINE_REASONS, RULE_PACK, SIGNPOSTS } from './rule-pack.ts'
import { CATEGORIES, seedSamples } from './tree.ts'

const groups = RULE_PACK.groups
const leaves = groups.flatMap((group) => group.leaves)

test('codes are unique and a leaf carries the code of its group', () => {
  expect(new Set(leaves.map(({ code }) => code)).size).toBe(leaves.length)
  for (const group of groups)
    for (const leaf of group.leaves) expect(leaf.code).toMatch(new RegExp(`^${group.code}\\.[a-zA-Z]+$`))
})

test('no phrase is taught for two categories, and each has enough of them', () => {
  const samples = seedSamples()
  const twice = samples.filter(({ text }, index) => samples.findIndex((other) => other.text === text) !== index)
  expect(twice).toEqual([])
  for (const leaf of leaves) expect(leaf.seeds.split(' ').length, leaf.code).toBeGreaterThanOrEqual(7)
})

test('no leaf asks more than three questions', () => {
  for (const leaf of leaves) expect(leaf.questions?.length ?? 0, leaf.code).toBeLessThanOrEqual(3)
})

test('every limit of a category names its source and a positive amount', () => {
  const own = CATEGORIES.flatMap(({ limits: { level: _, ...clocks } }) => Object.values(clocks))
  expect(own.length).toBeGreaterThan(10)
  for (const limit of own) {
    expect(limit.amount).toBeGreaterThan(0)
    expect(limit.source?.length ?? 0).toBeGreaterThan(10)
  }
})

test('what touches violence, hardship, quarrels and distress is never public', () => {
  for (const code of [
    'care.violence',
    'care.hardship',
    'care.mind',
    'neighbour.quarrel',
    'urgent.missing',
    'safety.theft',
  ])
    expect(CATEGORIES.find((category) => category.code === code)?.privacy, code).toBe('limited')
})

test('each category of another door says which door, and every signpost leads somewhere', () => {
  for (const category of CATEGORIES.filter(({ group }) => group === 'elsewhere'))
    expect(category.signposts.length, category.code).toBeGreaterThan(0)
  const used = new Set<string>([...CATEGORIES, ...DECLINE_REASONS].flatMap(({ signposts }) => [...signposts]))
  expect(SIGNPOSTS.filter(({ code }) => !used.has(code))).toEqual([])
})

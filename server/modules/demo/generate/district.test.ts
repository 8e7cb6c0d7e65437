/** The demo district keeps its figures, holds together, and is the same every time. */
import { CATEGORIES } from '#modules/requests/rules.ts'
import { describe, expect, test } from 'vitest'
import { contains, signedArea, type Xy } from './geometry.ts'
import { generateDistrict } from './district.ts'
import { resolveWhen } from './moments.ts'
import type { DemoPlace, PlaceLevel } from './types.ts'

const district = generateDistrict('linli')
const at = (level: PlaceLevel) => district.places.filter((place) => place.level === level)
const grids = district.places.filter(({ gridLevel }) => gridLevel === 2)
const ringOf = (place: DemoPlace): Xy[] => (place.outline?.coordinates[0] ?? []).slice(0, -1)
const squareMetres = (place: DemoPlace) =>
  signedArea(ringOf(place)) * 111_320 ** 2 * Math.cos((place.point[1] * Math.PI) / 180)

describe('figures', () => {
  test('34 grids of about 400 households on 1.19 km²', () => {
    expect(grids).toHaveLength(34)
    expect(at('subdistrict')[0]?.households).toBe(13_600)
    for (const grid of grids) expect(grid.households).toSatisfy((n: number) => n >= 330 && n <= 450)
    const km2 = grids.reduce((sum, grid) => sum + squareMetres(grid), 0) / 1e6
    expect(km2).toBeCloseTo(1.19, 1)
  })

  test('the model compound: 19 buildings, 339 households, 964 residents, five areas', () => {
    const compound = district.places.find(({ key }) => key === 'compound:guiyuan')
    const inside = (level: PlaceLevel) => at(level).filter(({ path }) => path.startsWith(compound?.path ?? '-'))
    expect([inside('building').length, inside('home').length, compound?.residents]).toEqual([19, 339, 964])
    expect(district.people.filter(({ homeKey }) => homeKey?.startsWith('home:gy-'))).toHaveLength(964)
    expect(inside('grid').filter(({ gridLevel }) => gridLevel === 3)).toHaveLength(5)
    expect(at('home')).toHaveLength(13_600)
  })

  test('the registers: 2,483 paired households, 75 units for 218 houses, 15 functional branches, 22 shops', () => {
    const { households, members, pairings, plates, sponsorships, ownedUnits, memberships } = district.registers
    expect([members.length, pairings.length, sponsorships.length, memberships.length]).toEqual([830, 2_483, 218, 75])
    expect(new Set(pairings.map(({ homeKey }) => homeKey)).size).toBe(2_483)
    expect(plates.filter(({ homeKey }) => homeKey.startsWith('home:gy-'))).toHaveLength(36)
    expect(ownedUnits.filter(({ kind }) => kind === 'home')).toHaveLength(339)
    const here = households.filter(({ homeKey }) => homeKey.startsWith('home:gy-'))
    expect(here.reduce((sum, { occupants }) => sum + occupants, 0)).toBe(964)
    const of = (wanted: (one: (typeof district.organisations)[number]) => boolean) =>
      district.organisations.filter(wanted).length
    expect(of(({ shown }) => shown.form === 'functionalBranch')).toBe(15)
    expect(of(({ kind }) => kind === 'shop')).toBe(22)
    expect(of(({ kind }) => kind === 'allianceUnit')).toBe(75)
    expect(district.posts.filter(({ kind }) => kind === 'gridInformant')).toHaveLength(165)
  })

  test('nobody is paired with their own home', () => {
    const homeOf = new Map(district.people.map(({ key, homeKey }) => [key, homeKey]))
    for (const { personKey, homeKey } of district.registers.pairings) expect(homeOf.get(personKey)).not.toBe(homeKey)
  })

  test('830 members, 162 building heads, 165 grid workers, 126 wishes', () => {
    const held = (kind: string) => district.posts.filter((post) => post.kind === kind).length
    expect([held('member'), held('buildingHead'), held('gridWorker')]).toEqual([830, 162, 165])
    expect(district.requests.filter(({ key }) => key.startsWith('wish:') && !key.endsWith('-again'))).toHaveLength(126)
  })
})

describe('places', () => {
  test('grids tile the subdistrict: every house lies in exactly one, and areas add up', () => {
    for (const building of at('building')) {
      const holding = grids.filter((grid) => contains(ringOf(grid), building.point))
      expect(holding.map(({ key }) => key)).toEqual([building.gridKey])
    }
    const whole = at('subdistrict').reduce((sum, place) => sum + squareMetres(place), 0)
    for (const tiles of [at('community'), at('compound'), grids])
      expect(tiles.reduce((sum, place) => sum + squareMetres(place), 0)).toBeCloseTo(whole, -1)
  })

  test('paths are unique and below their parents', () => {
    const byKey = new Map(district.places.map((place) => [place.key, place]))
    expect(new Set(district.places.map(({ path }) => path)).size).toBe(district.places.length)
    for (const { path, parentKey } of district.places)
      if (parentKey) expect(path.slice(0, -5)).toBe(byKey.get(parentKey)?.path)
  })
})

describe('stories', () => {
  test('every category is in the rule pack, every person exists, no step comes before the one before it', () => {
    const codes = new Set(CATEGORIES.map(({ code }): string => code))
    const people = new Set(['clock', ...district.people.map(({ key }) => key)])
    const now = new Date('2026-11-22T12:00:00Z')
    for (const { category, reporterKey, steps } of district.requests) {
      expect(codes).toContain(category)
      expect(people).toContain(reporterKey)
      for (const { by } of steps) expect(people).toContain(by)
      const times = steps.map((step) => resolveWhen(step.at, now).getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(steps[0]?.action).toBe('submit')
    }
  })

  test('there is a sign-in for every kind of person', () => {
    expect(new Set(district.signIns.map(({ kind }) => kind)).size).toBe(18)
  })

  test('the same seed gives the same district, another seed another one', () => {
    expect(generateDistrict('linli', { size: 'small' })).toEqual(generateDistrict('linli', { size: 'small' }))
    expect(generateDistrict('other', { size: 'small' }).people).not.toEqual(district.people)
  })
})

/**
 * Any sequence of splits, merges, moves, areas and plans keeps each building in exactly one grid per level at each date: the
 * database against a model that is nothing but a table of days.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson, makeTenant } from '#modules/accounts/make.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { startAccounts, type AccountsApp } from '#server/test/accounts-app.ts'
import { useDatabase } from '#server/test/database.ts'
import { placesChanged, redrawGrids } from '../index.ts'
import { makePlace, type MadePlace } from '../make.ts'
import { gridsAsOf } from './as-of.ts'
import { beginWaiting } from './begin-waiting.ts'
import { gridFaults } from './faults.ts'

const databaseUrl = await useDatabase()
let app: AccountsApp
let tenantId: number
let actor: Actor
const START = '2026-11-20'
const DAY_MS = 86_400_000

beforeAll(async () => {
  app = await startAccounts(databaseUrl)
  tenantId = await makeTenant(databaseUrl, { name: '云桥区', host: 'model.example' })
  const { personId } = await makePerson(app, tenantId)
  actor = { tenantId, personId, name: '', nickname: '', sessionId: personId, capacities: [], home: null }
})
afterAll(() => app.close())

const BUILDINGS = 7
type Step = { level: 2 | 3; cut: number[]; keep: boolean; days: number; ahead: number }
const step: fc.Arbitrary<Step> = fc.record({
  level: fc.constantFrom(2, 2, 3),
  cut: fc.array(fc.nat(3), { minLength: BUILDINGS, maxLength: BUILDINGS }),
  keep: fc.boolean(),
  days: fc.nat(3),
  ahead: fc.constantFrom(0, 0, 0, 1, 4),
})

/** What a clerk with a calendar would write about level 2: for every day and building, the grid. */
class Calendar {
  private readonly days = new Map<string, string>()
  write(day: string, building: number, grid: string) {
    this.days.set(`${day}/${building}`, grid)
  }
  at = (day: string, building: number) => this.days.get(`${day}/${building}`)
}

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
const HORIZON = 60
let runs = 0

test('each building in exactly one grid per level at each date, whatever happens', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const { compound, buildings } = await makeCompound()
      const calendar = new Calendar()
      const plans: { from: string; parts: number[][]; gridIds: string[] }[] = []
      const begin = ({ from, parts, gridIds }: (typeof plans)[number]) => {
        for (let day = from; day < dayAfter(START, HORIZON); day = dayAfter(day, 1))
          for (const [part, members] of parts.entries())
            for (const at of members) calendar.write(day, at, gridIds[part] ?? '')
      }
      let today = START
      for (const [number, { level, cut, keep, days, ahead }] of steps.entries()) {
        today = dayAfter(today, days)
        const now = new Date(`${today}T03:00:00Z`)
        expect(shanghaiToday(now)).toBe(today)
        await inTenant((tx) => beginWaiting(tx, now))
        const due = plans
          .filter(({ from }) => from <= today)
          .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
        for (const plan of due) begin(plan)
        plans.splice(0, Infinity, ...plans.filter(({ from }) => from > today))
        const effectiveOn = dayAfter(today, ahead)
        const before = await inTenant((tx) => gridsAsOf(tx, compound.id, level, today))
        const parts = [...new Set(cut)].map((part) => cut.flatMap((p, at) => (p === part ? [at] : [])))
        const wanted = parts.map((members, part) => ({
          ...(keep && ahead === 0 && before[part] && { gridId: before[part].id }),
          name: `${number}.${part}`,
          buildingIds: members.map((at) => buildings[at]?.id ?? ''),
        }))
        const done = await inTenant((tx) =>
          redrawGrids(
            tx,
            { scopeId: compound.id, gridLevel: level, grids: wanted, kind: 'redraw', effectiveOn, reason: 'x' },
            actor,
            now,
          ),
        ).catch((error: { code: string }) => error)
        if ('code' in done) {
          expect(done.code).toBe('grid_crosses') // nothing else is wrong with what is asked here
          expect(parts.some((members) => new Set(members.map((at) => calendar.at(today, at))).size > 1)).toBe(true)
          continue
        }
        const plan = { from: effectiveOn, parts, gridIds: done.gridIds }
        if (level === 2 && ahead === 0) begin(plan)
        else if (level === 2) plans.push(plan)
        await check(compound, buildings, today, calendar)
      }
    }),
    { numRuns: 12 },
  )
  expect(runs).toBeGreaterThan(12)
})

/** The database agrees with the calendar on every day so far, and holds together. */
async function check(compound: MadePlace, buildings: MadePlace[], today: string, calendar: Calendar) {
  runs += 1
  expect(await inTenant((tx) => gridFaults(tx, today))).toEqual([])
  for (const level of [2, 3] as const)
    for (let day = START; day <= today; day = dayAfter(day, 1)) {
      const grids = await inTenant((tx) => gridsAsOf(tx, compound.id, level, day))
      const members = grids.flatMap(({ buildingIds }) => buildingIds)
      expect(new Set(members).size).toBe(members.length)
      if (members.length > 0) expect(new Set(members)).toEqual(new Set(buildings.map(({ id }) => id)))
      if (level === 3) continue
      for (const [at, { id }] of buildings.entries())
        expect(grids.find(({ buildingIds }) => buildingIds.includes(id))?.id).toBe(calendar.at(day, at))
    }
}

const inTenant = <T>(work: Parameters<typeof app.services.db.withTenant<T>>[1]) =>
  app.services.db.withTenant(tenantId, work)

let number = 0
function makeCompound() {
  return inTenant(async (tx) => {
    number += 1
    const district = await makePlace(tx, { level: 'district', name: '云桥区', number })
    const compound = await makePlace(tx, { level: 'compound', name: '桂园小区', parent: district })
    const buildings: MadePlace[] = []
    for (let at = 1; at <= BUILDINGS; at += 1) {
      const building = await makePlace(tx, { level: 'building', name: `${at} 栋`, parent: compound, number: at })
      await makePlace(tx, { level: 'home', name: '101 室', parent: building })
      buildings.push(building)
    }
    await placesChanged(tx)
    return { compound, buildings }
  })
}

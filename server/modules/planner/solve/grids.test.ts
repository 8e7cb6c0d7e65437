/** Cutting grids: small places against every cut there is, and any place by what must hold of every cut. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Highs } from 'highs'
import { neighboursOf, piecesOf } from '#contracts/planner-figures.ts'
import { cuttingAround, firstCentres, meanOf, valueOf, type CutTask } from './cutting.ts'
import { cutAround, solveGrids } from './grids.ts'
import { Program } from './model.ts'
import { neighbours } from './neighbours.ts'
import { grow, isWhole } from './start.ts'

let highs: Highs
beforeAll(async () => {
  highs = await Program.load()
})

const place = fc.record({
  households: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 9 }),
  shifts: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 18, maxLength: 18 }),
  grids: fc.integer({ min: 2, max: 3 }),
  today: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 9, maxLength: 9 }),
  weigh: fc.record({
    even: fc.integer({ min: 0, max: 2 }),
    near: fc.integer({ min: 0, max: 2 }),
    stay: fc.integer({ min: 0, max: 2 }),
  }),
  band: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 150 })), { nil: undefined }),
})
type Drawn = typeof place extends fc.Arbitrary<infer T> ? T : never

function taskOf({ households, shifts, grids, today, weigh, band }: Drawn): CutTask {
  const units = households.map((count, at) => {
    const now = today[at] ?? -1
    return {
      households: count,
      x: (at % 3) * 70 + (shifts[at] ?? 0),
      y: Math.floor(at / 3) * 45 + (shifts[at + 9] ?? 0),
      today: now >= 0 && now < grids ? now : null,
    }
  })
  const links = neighbours(units.map(({ x, y }) => ({ x, y, ring: [] })))
  return { units, links, grids, weigh, ...(band && { band }) }
}

/** Every assignment of units to grids. */
function* everyCut(units: number, grids: number): Generator<number[]> {
  for (let code = 0; code < grids ** units; code++)
    yield Array.from({ length: units }, (_, at) => Math.floor(code / grids ** at) % grids)
}

test('round given centres, nothing better exists than what the solver calls optimal', () => {
  fc.assert(
    fc.property(place, (drawn) => {
      const task = taskOf({ ...drawn, households: drawn.households.slice(0, 8) })
      const cutting = cuttingAround(task, firstCentres(task))
      const near = neighboursOf(task.units.length, task.links)
      let best = Infinity
      for (const cut of everyCut(task.units.length, task.grids))
        if (cutting.centres.every((centre, grid) => cut[centre] === grid) && isWhole(cutting, near, cut))
          best = Math.min(best, valueOf(cutting, cut))
      const answer = cutAround(highs, cutting, performance.now() + 10_000, () => undefined)
      expect(answer.optimal).toBe(true)
      expect(answer.value).toBeCloseTo(best, 2)
      expect(answer.bound).toBeLessThanOrEqual(answer.value + 1e-6)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('every building is in one grid, every grid whole and not empty', () => {
  fc.assert(
    fc.property(place, (drawn) => {
      const task = taskOf(drawn)
      const { assigned } = solveGrids(highs, task, 3)
      expect(assigned).toHaveLength(task.units.length)
      const pieces = piecesOf(assigned.map(String), task.links)
      expect([...pieces.values()]).toEqual(Array.from({ length: task.grids }, () => 1))
    }),
    { numRuns: 20 },
  )
}, 120_000)

test('stopped at once, it still gives whole grids and an honest bound', () => {
  const units = Array.from({ length: 120 }, (_, at) => ({
    households: 10 + ((at * 37) % 40),
    x: (at % 12) * 70,
    y: Math.floor(at / 12) * 45,
    today: at % 5,
  }))
  const links = neighbours(units.map(({ x, y }) => ({ x, y, ring: [] })))
  const task: CutTask = { units, links, grids: 5, weigh: { even: 2, near: 1, stay: 0 } }
  const cutting = cuttingAround(task, firstCentres(task))
  const near = neighboursOf(units.length, links)
  expect(isWhole(cutting, near, grow(cutting))).toBe(true)
  const answer = cutAround(highs, cutting, performance.now() + 300, () => undefined)
  expect(isWhole(cutting, near, answer.assigned)).toBe(true)
  expect(answer.value).toBeGreaterThanOrEqual(answer.bound)
  expect(meanOf(task)).toBeGreaterThan(0)
})

test('neighbours: no other building between, no crossing, always one piece', () => {
  const block = (x: number, y: number) => ({ x, y, ring: [[x - 25, y - 6], [x + 25, y - 6], [x + 25, y + 6], [x - 25, y + 6]] as [number, number][] }) // prettier-ignore
  const row = [block(0, 0), block(0, 45), block(0, 90)]
  expect(neighbours(row)).toEqual([[0, 1], [1, 2]]) // prettier-ignore
  const islands = [block(0, 0), block(70, 0), block(2_000, 0), block(2_070, 0)]
  expect(piecesOf(['a', 'a', 'a', 'a'], neighbours(islands)).get('a')).toBe(1)
  expect(neighbours([])).toEqual([])
})

/** Pairing: small places against every pairing there is; bounds, own homes and refusals in any place. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Highs } from 'highs'
import { metresBetween } from '#contracts/planner-figures.ts'
import { Program } from './model.ts'
import { solvePairs, type PairTask } from './pairs.ts'

let highs: Highs
beforeAll(async () => {
  highs = await Program.load()
})

const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) })
const drawn = fc.record({
  members: fc.array(spot, { minLength: 1, maxLength: 3 }),
  homes: fc.array(spot, { minLength: 1, maxLength: 5 }),
  highest: fc.integer({ min: 1, max: 4 }),
  own: fc.integer({ min: 0, max: 4 }),
  refused: fc.integer({ min: 0, max: 4 }),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

function taskOf({ members, homes, highest, own, refused }: Drawn, weigh: PairTask['weigh']): PairTask {
  return {
    bounds: [0, highest],
    members: members.map((at, n) => ({ personId: `p${n}`, name: '', buildingName: '', homePlaceId: n === 0 ? `h${own}` : `m${n}`, kept: 0, ...at, building: `b${n}`, entrance: null })), // prettier-ignore
    homes: homes.map((at, n) => ({ homePlaceId: `h${n}`, name: '', ...at, building: `c${n}`, entrance: null, member: null, was: null })), // prettier-ignore
    never: [`p${members.length - 1}|h${refused}`],
    weigh,
  }
}

const mayPair = ({ members, homes, never }: PairTask, home: number, member: number) => {
  const [h, m] = [homes[home]?.homePlaceId, members[member]]
  return m?.homePlaceId !== h && !never.includes(`${m?.personId}|${h}`)
}

test('as many as can be, and no shorter way to pair as many', () => {
  fc.assert(
    fc.property(drawn, (place) => {
      const task = taskOf(place, { even: 0, near: 2, stay: 0 })
      const { member, optimal } = solvePairs(highs, task, 10)
      expect(optimal).toBe(true)
      expect(measure(task, member)).toEqual(best(task))
    }),
    { numRuns: 60 },
  )
})

test('nobody above the bound, nobody with their own home, nothing refused again', () => {
  fc.assert(
    fc.property(drawn, (place) => {
      const task = taskOf(place, { even: 2, near: 1, stay: 1 })
      const { member } = solvePairs(highs, task, 10)
      for (const [home, chosen] of member.entries()) if (chosen !== null) expect(mayPair(task, home, chosen)).toBe(true)
      for (const at of task.members.keys())
        expect(member.filter((chosen) => chosen === at).length).toBeLessThanOrEqual(place.highest)
    }),
    { numRuns: 60 },
  )
})

test('evenness spreads loads; few changes keep who is there', () => {
  const members = [0, 10].map((x) => ({ x, y: 0 }))
  const homes = Array.from({ length: 6 }, () => ({ x: 0, y: 0 }))
  const place = { members, homes, highest: 6, own: 99, refused: 99 }
  const loads = (task: PairTask) => {
    const { member } = solvePairs(highs, task, 10)
    return [0, 1].map((at) => member.filter((chosen) => chosen === at).length)
  }
  expect(loads(taskOf(place, { even: 0, near: 2, stay: 0 }))).toEqual([6, 0])
  expect(loads(taskOf(place, { even: 2, near: 0, stay: 0 }))).toEqual([3, 3])
  const staying = taskOf(place, { even: 1, near: 1, stay: 2 })
  expect(loads({ ...staying, homes: staying.homes.map((home) => ({ ...home, was: 1 })) })).toEqual([0, 6])
})

type Measured = { paired: number; metres: number }

function measure({ homes, members }: PairTask, chosen: readonly (number | null)[]): Measured {
  const walks = chosen.flatMap((at, home) => {
    const [h, m] = [homes[home], at === null ? undefined : members[at]]
    return h && m ? [metresBetween(h, m)] : []
  })
  return { paired: walks.length, metres: walks.reduce((sum, one) => sum + one, 0) }
}

/** Every way to pair. */
function best(task: PairTask): Measured {
  const ways = task.members.length + 1
  const all = Array.from({ length: ways ** task.homes.length }, (_, code) =>
    task.homes.map((_home, at) => {
      const way = Math.floor(code / ways ** at) % ways
      return way === 0 ? null : way - 1
    }),
  )
  const highest = task.bounds[1]
  return all
    .filter((way) => way.every((at, home) => at === null || mayPair(task, home, at)))
    .filter((way) => task.members.every((_, at) => way.filter((one) => one === at).length <= highest))
    .map((way) => measure(task, way))
    .reduce((a, b) => (b.paired > a.paired || (b.paired === a.paired && b.metres < a.metres) ? b : a))
}

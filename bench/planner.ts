/**
 * What a plan takes, and whether the server stays quick meanwhile: `npm run bench -- planner`
 *
 * No database: the tasks are made, seeded, and given to the solver's process exactly as the job gives them. 830 members with
 * 2,483 households (the figures reported from a county) and a community of 120 buildings cut into 5 and 9. Read: `wall` is
 * from the task to the answer, starting the process included; `delay` is how late this process, standing for the server, came
 * to a timer of 10 ms while the solver was at it. Goal: pairs in 30 s at most, proven optimal; delay of 50 ms at most.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gridFigures, pairFigures } from '#contracts/planner-figures.ts'
import type { CutTask } from '#server/modules/planner/solve/cutting.ts'
import { gapOf } from '#server/modules/planner/solve/grids.ts'
import type { PairTask } from '#server/modules/planner/solve/pairs.ts'
import type { SolveAnswer, SolveTask } from '#server/modules/planner/solver/solver-child.ts'
import { solveElsewhere } from '#server/modules/planner/solver/solver-process.ts'

const random = lcg(42)

for (const bounds of [
  [2, 4],
  [4, 8],
] as const) {
  const task = pairTask(830, 2_483, bounds)
  const { answer, says } = await measured({ kind: 'pairs', seconds: 30, task })
  if (answer.kind !== 'pairs') throw new Error('another question was answered')
  const homes = task.homes.map((home, at) => ({ ...home, member: answer.member[at] ?? null }))
  const { paired, loads, metresMean } = pairFigures({ ...task, bounds: [...bounds], homes })
  console.log(
    `pairs 830 × 2,483, ${bounds.join('–')} each: ${says}, ${answer.optimal ? 'optimal' : 'stopped'} after ${answer.rounds} rounds; paired ${paired}, mean walk ${metresMean} m, loads ${loads.join(' ')}`,
  )
}

for (const count of [5, 9]) {
  const { grounds, task } = cutTask(120, count)
  const { answer, says } = await measured({ kind: 'grids', seconds: 20, grounds, task })
  if (answer.kind !== 'grids') throw new Error('another question was answered')
  const gap = gapOf(answer.value, answer.bound)
  const grids = Array.from({ length: count }, (_, at) => ({ key: String(at), name: '', isNew: false }))
  const units = task.units.map((unit, at) => ({ ...unit, id: '', name: '', today: String(unit.today), grid: String(answer.assigned[at]) })) // prettier-ignore
  const { spread, mean, movedUnits } = gridFigures(
    { grids, units, links: answer.links.map((link) => [...link]) },
    'grid',
  )
  console.log(
    `grids 120 buildings into ${count}: ${says}, ${answer.optimal ? 'optimal' : `gap ${((gap ?? 1) * 100).toFixed(1)} %`} after ${answer.rounds} rounds; mean ${mean}, spread ${spread} households, ${movedUnits} buildings move`,
  )
}

async function measured(task: SolveTask): Promise<{ answer: SolveAnswer; says: string }> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const started = performance.now()
  delay.enable()
  const beat = setInterval(() => undefined, 10) // a server has something to do
  const answer = await solveElsewhere(task, () => undefined).answer
  clearInterval(beat)
  delay.disable()
  await new Promise((resolve) => setTimeout(resolve, 500)) // until the process has gone
  if (answer === 'stopped') throw new Error('the solver was stopped')
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(0)
  const wall = ((performance.now() - started - 500) / 1000).toFixed(1)
  return { answer, says: `wall ${wall} s, delay p99 ${ms(delay.percentile(99))} ms, most ${ms(delay.max)} ms` }
}

/** A county town of 1.5 × 1.5 km: members and households in 300 buildings. */
function pairTask(members: number, homes: number, bounds: readonly [number, number]): PairTask {
  const buildings = Array.from({ length: 300 }, (_, at) => ({
    x: random() * 1_500,
    y: random() * 1_500,
    building: `b${at}`,
  }))
  const somewhere = () => ({
    ...(buildings[Math.floor(random() * buildings.length)] ?? { x: 0, y: 0, building: '' }),
    entrance: String(Math.floor(random() * 3)),
  })
  return {
    bounds,
    members: Array.from({ length: members }, (_, at) => ({ personId: `p${at}`, name: '', buildingName: '', homePlaceId: `m${at}`, kept: 0, ...somewhere() })), // prettier-ignore
    homes: Array.from({ length: homes }, (_, at) => ({ homePlaceId: `h${at}`, name: '', ...somewhere(), member: null, was: null })), // prettier-ignore
    never: [],
    weigh: { even: 1, near: 1, stay: 1 },
  }
}

/** Rows of slabs, some larger, cut today by columns. */
function cutTask(count: number, grids: number): { grounds: SolveTaskGrounds; task: Omit<CutTask, 'links'> } {
  const columns = 12
  const grounds = Array.from({ length: count }, (_, at) => {
    const [x, y] = [(at % columns) * 70 + random() * 10, Math.floor(at / columns) * 45 + random() * 8]
    return { x, y, ring: [[x - 25, y - 6], [x + 25, y - 6], [x + 25, y + 6], [x - 25, y + 6]] as [number, number][] } // prettier-ignore
  })
  const units = grounds.map(({ x, y }, at) => ({
    x,
    y,
    households: 8 + Math.floor(random() * 40),
    today: Math.min(grids - 1, Math.floor(((at % columns) / columns) * grids)),
  }))
  return { grounds, task: { units, grids, weigh: { even: 2, near: 1, stay: 1 } } }
}
type SolveTaskGrounds = Extract<SolveTask, { kind: 'grids' }>['grounds']

/** The same numbers every time. */
function lcg(seed: number) {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff
}

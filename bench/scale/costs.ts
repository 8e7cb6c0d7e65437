/**
 * What operations cost on one filled database: CPU ms of our process and PostgreSQL, medians of rounds; and what is wrong with
 * the plan of any statement that they send. Used by bench/scale.ts and bench/years.ts.
 */
import { Agent } from 'node:http'
import type pg from 'pg'
import { startChild, type Child, type Statement } from '../loop/child.ts'
import { postgresCpuMs, processCpuMs, spentBetween } from '../loop/cpu.ts'
import { connect, MASTER_KEY } from '../loop/database.ts'
import { one, percentile, send, type Call } from '../loop/load.ts'
import { callOf, lookUp, type Scene } from '../loop/scene.ts'

const ROUNDS = 5
const COUNT = 200
const WARM = 300
const SLOW_MS = 5
const BIG =
  /Seq Scan on (request|request_event|request_assignment|request_joiner|request_rating|request_file|figure_cell|photo|person|notice|outbox)\b/

export type Reads = Record<string, (scene: Scene, nth: number) => Call>
export type Cost = { cpuMs: number; p50Ms: number; p95Ms: number }
export const get = (path: string, cookie: string): Call => ({ method: 'GET', path, headers: { cookie } })

type Filled = { url: string; postmasterPid: number }
type Seat = { owner: pg.Client; scene: Scene; product: Child; agent: Agent; postmasterPid: number; made: string[] }

/**
 * One record of costs for each database. They take turns round by round, so that whatever else the machine does falls on all
 * of them. Reads first, for the writes add open requests. `counts`: calls a round where an operation is slow.
 */
export async function costsOf(
  databases: readonly Filled[],
  reads: Reads,
  counts: Record<string, number> = {},
): Promise<Record<string, Cost>[]> {
  const seats: Seat[] = []
  for (const database of databases) seats.push(await sitDown(database))
  const costs = seats.map((): Record<string, Cost> => ({}))
  const measure = async (name: string, callFor: (seat: Seat, nth: number) => Call, keeps = false) => {
    const found = await inTurns(seats, callFor, counts[name] ?? COUNT, keeps)
    for (const [at, cost] of found.entries()) Object.assign(costs[at] ?? {}, { [name]: cost })
  }
  try {
    for (const [name, callFor] of Object.entries(reads)) {
      for (const { owner, product, agent, scene } of seats) {
        await one(agent, product.port, callFor(scene, 0))
        await product.ask({ do: 'record' })
        await one(agent, product.port, callFor(scene, 0))
        for (const statement of await product.ask<Statement[]>({ do: 'recorded' }))
          await explain(owner, name, statement)
      }
      await measure(name, ({ scene }, nth) => callFor(scene, nth))
    }
    await measure('create', ({ scene }) => callOf(scene, 'create', 0), true)
    await measure('takeStep', ({ scene, made }) => callOf(scene, 'takeStep', 0, made.shift()))
    return costs
  } finally {
    for (const { agent, product, owner } of seats) {
      agent.destroy()
      await product.stop()
      await owner.end()
    }
  }
}

async function sitDown({ url, postmasterPid }: Filled): Promise<Seat> {
  const owner = await connect(url)
  const product = await startChild('product', [url, MASTER_KEY.toString('hex')])
  return { owner, scene: await lookUp(owner), product, agent: new Agent({ keepAlive: true }), postmasterPid, made: [] }
}

async function inTurns(
  seats: readonly Seat[],
  callFor: (seat: Seat, nth: number) => Call,
  perRound: number,
  keeps: boolean,
): Promise<Cost[]> {
  const found = seats.map(() => ({ rounds: [] as number[], times: [] as number[] })) // filled below
  const block = async (seat: Seat, count: number) => {
    const { product, postmasterPid, made } = seat
    const calls = Array.from({ length: count }, (_, nth) => callFor(seat, nth))
    const before = { own: processCpuMs(product.pid), postgres: postgresCpuMs(postmasterPid) }
    const { bodies, sortedMs } = await send(product.port, calls)
    if (keeps) made.push(...bodies.map((body) => (JSON.parse(body) as { id: string }).id))
    const postgres = spentBetween(before.postgres, postgresCpuMs(postmasterPid))
    return { cpuMs: (processCpuMs(product.pid) - before.own + postgres) / count, sortedMs }
  }
  for (const seat of seats) await block(seat, Math.min(WARM, 2 * perRound))
  for (let nth = 0; nth < ROUNDS; nth += 1)
    for (const [at, seat] of seats.entries()) {
      const { cpuMs, sortedMs } = await block(seat, perRound)
      found[at]?.rounds.push(cpuMs)
      found[at]?.times.push(...sortedMs)
    }
  const at = (values: number[], share: number) =>
    Number(
      percentile(
        values.toSorted((a, b) => a - b),
        share,
      ).toFixed(3),
    )
  return found.map(({ rounds, times }) => ({ cpuMs: at(rounds, 0.5), p50Ms: at(times, 0.5), p95Ms: at(times, 0.95) }))
}

/** Runs a statement as the application would and says what is wrong with its plan. */
async function explain(owner: pg.Client, operation: string, { text, values }: Statement) {
  if (!/^\s*(SELECT|WITH)/i.test(text)) return
  await owner.query(`BEGIN; SET LOCAL ROLE linli_app; SET LOCAL app.tenant_id = '1'`)
  const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values)
  await owner.query('ROLLBACK')
  const plan = rows.map((row) => row['QUERY PLAN'])
  const ms = Number(/Execution Time: ([\d.]+)/.exec(plan.join('\n'))?.[1])
  const whole = plan.find((line) => BIG.test(line))
  if (whole || ms > SLOW_MS)
    console.log(
      `${operation}: ${ms} ms${whole ? `, ${whole.trim()}` : ''}\n  ${text.replace(/\s+/g, ' ').slice(0, 160)}…`,
    )
  if (process.env['BENCH_PLANS']) console.log(plan.join('\n'))
}

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

/** Reads first, for the writes add open requests. `count` calls a round where an operation is slow. */
export async function costsOf(
  database: { url: string; postmasterPid: number },
  reads: Reads,
  counts: Record<string, number> = {},
): Promise<Record<string, Cost>> {
  const owner = await connect(database.url)
  const scene = await lookUp(owner)
  const product = await startChild('product', [database.url, MASTER_KEY.toString('hex')])
  const agent = new Agent({ keepAlive: true })
  try {
    const costs: Record<string, Cost> = {}
    for (const [name, callFor] of Object.entries(reads)) {
      await one(agent, product.port, callFor(scene, 0))
      await product.ask({ do: 'record' })
      await one(agent, product.port, callFor(scene, 0))
      for (const statement of await product.ask<Statement[]>({ do: 'recorded' })) await explain(owner, name, statement)
      costs[name] = await cost(product, database, (nth) => callFor(scene, nth), counts[name])
    }
    const made: string[] = []
    const keep = (bodies: string[]) => made.push(...bodies.map((body) => (JSON.parse(body) as { id: string }).id))
    costs['create'] = await cost(product, database, () => callOf(scene, 'create', 0), undefined, keep)
    costs['takeStep'] = await cost(product, database, () => callOf(scene, 'takeStep', 0, made.shift()))
    return costs
  } finally {
    agent.destroy()
    await product.stop()
    await owner.end()
  }
}

async function cost(
  child: Child,
  { postmasterPid }: { postmasterPid: number },
  callFor: (nth: number) => Call,
  perRound = COUNT,
  keep?: (bodies: string[]) => void,
): Promise<Cost> {
  const times: number[] = []
  const block = async (count: number) => {
    const calls = Array.from({ length: count }, (_, nth) => callFor(nth))
    const before = { own: processCpuMs(child.pid), postgres: postgresCpuMs(postmasterPid) }
    const { bodies, sortedMs } = await send(child.port, calls)
    times.push(...sortedMs)
    keep?.(bodies)
    return (processCpuMs(child.pid) - before.own + spentBetween(before.postgres, postgresCpuMs(postmasterPid))) / count
  }
  await block(Math.min(WARM, 2 * perRound))
  times.length = 0
  const rounds: number[] = []
  for (let nth = 0; nth < ROUNDS; nth += 1) rounds.push(await block(perRound))
  const sorted = times.sort((a, b) => a - b)
  const round3 = (value: number) => Number(value.toFixed(3))
  return {
    cpuMs: round3(percentile(rounds.sort((a, b) => a - b), 0.5)), // prettier-ignore
    p50Ms: round3(percentile(sorted, 0.5)),
    p95Ms: round3(percentile(sorted, 0.95)),
  }
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

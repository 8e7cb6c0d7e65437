/**
 * What the same operations cost with 10,000 and with 1,000,000 requests: `npm run bench -- scale` (Linux; ten minutes,
 * 6 GB in the temporary folder). Other amounts as arguments: `npm run bench -- scale 10000 100000`. Writes
 * bench/results/scale.json.
 *
 * One database after the other is filled and served by our server in a process of its own; 3,000 requests are open in
 * both, as in life, where what is open does not grow with the years. Each operation is warmed and then measured in rounds.
 *
 * Read: CPU ms per operation of our process and PostgreSQL, medians of the rounds; `ratio` is the last amount to the
 * first. Goal: work list and home page ≤ 1.3. Below, every statement that an operation sends is explained, and named when
 * it reads a table of the loop from end to end (none should) or takes more than 5 ms.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import type pg from 'pg'
import { startChild, type Child, type Statement } from './loop/child.ts'
import { postgresCpuMs, processCpuMs, spentBetween } from './loop/cpu.ts'
import { connect, MASTER_KEY, openFilled, type BenchDatabase } from './loop/database.ts'
import { one, percentile, send, type Call } from './loop/load.ts'
import { callOf, lookUp, type Scene } from './loop/scene.ts'

const OPEN = 3_000
const ROUNDS = 5
const COUNT = 200
const WARM = 300
const SLOW_MS = 5
const BIG =
  /Seq Scan on (request|request_event|request_assignment|request_joiner|request_rating|photo|person|notice|outbox)\b/

/** In this order: the lists first, for the writes add open requests. */
const READS: Record<string, (scene: Scene, nth: number) => Call> = {
  workList: (scene, nth) => callOf(scene, 'workList', nth),
  homeOfDesk: (scene) => callOf(scene, 'home', 0),
  homeOfResident: ({ resident }) => get('/api/home', resident),
  homeOfGridWorker: ({ gridWorker }) => get('/api/home', gridWorker),
  workListByDue: ({ desk }) => get('/api/requests/work', desk),
  workListClosed: ({ desk }) => get('/api/requests/work?view=closed', desk),
  workCounts: ({ desk }) => get('/api/requests/work/counts', desk),
  mine: ({ resident }) => get('/api/requests/mine', resident),
  nearby: ({ resident }) => get('/api/requests/nearby?solved=true', resident),
  get: (scene, nth) => callOf(scene, 'get', nth),
}
const get = (path: string, cookie: string): Call => ({ method: 'GET', path, headers: { cookie } })

const amounts = process.argv.slice(2).map(Number)
const tried = []
for (const total of amounts.length > 0 ? amounts : [10_000, 1_000_000]) tried.push(await tryAmount(total))

const [small, large] = [tried[0], tried.at(-1)]
const rows = Object.keys(small?.costs ?? {}).map((operation) => {
  const [a = NaN, b = NaN] = [small?.costs[operation], large?.costs[operation]]
  return { operation, [`${small?.total}`]: a, [`${large?.total}`]: b, ratio: Number((b / a).toFixed(2)) }
})
console.table(rows)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/scale.json', `${JSON.stringify(rows, null, 2)}\n`)

async function tryAmount(total: number) {
  const database = await openFilled({ total, open: OPEN })
  console.log(`\n${total} requests, filled in ${database.fillSeconds.toFixed(0)} s`)
  const owner = await connect(database.url)
  const scene = await lookUp(owner)
  const product = await startChild('product', [database.url, MASTER_KEY.toString('hex')])
  const agent = new Agent({ keepAlive: true })
  try {
    const costs: Record<string, number> = {}
    for (const [name, callFor] of Object.entries(READS)) {
      await one(agent, product.port, callFor(scene, 0))
      await product.ask({ do: 'record' })
      await one(agent, product.port, callFor(scene, 0))
      for (const statement of await product.ask<Statement[]>({ do: 'recorded' })) await explain(owner, name, statement)
      costs[name] = await cost(product, database, (nth) => callFor(scene, nth))
    }
    const made: string[] = []
    const keep = (bodies: string[]) => made.push(...bodies.map((body) => (JSON.parse(body) as { id: string }).id))
    costs['create'] = await cost(product, database, () => callOf(scene, 'create', 0), keep)
    costs['takeStep'] = await cost(product, database, () => callOf(scene, 'takeStep', 0, made.shift()))
    return { total, costs }
  } finally {
    agent.destroy()
    await product.stop()
    await owner.end()
    await database.close()
  }
}

async function cost(
  child: Child,
  { postmasterPid }: BenchDatabase,
  callFor: (nth: number) => Call,
  keep?: (bodies: string[]) => void,
) {
  const block = async (count: number) => {
    const calls = Array.from({ length: count }, (_, nth) => callFor(nth))
    const before = { own: processCpuMs(child.pid), postgres: postgresCpuMs(postmasterPid) }
    const { bodies } = await send(child.port, calls)
    keep?.(bodies)
    return (processCpuMs(child.pid) - before.own + spentBetween(before.postgres, postgresCpuMs(postmasterPid))) / count
  }
  await block(WARM)
  const rounds: number[] = []
  for (let nth = 0; nth < ROUNDS; nth += 1) rounds.push(await block(COUNT))
  return Number(percentile(rounds.sort((a, b) => a - b), 0.5).toFixed(3)) // prettier-ignore
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

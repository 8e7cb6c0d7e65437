/**
 * What the loop costs: `npm run bench -- loop` (Linux; about two minutes). Writes bench/results/loop.json.
 *
 * 100,000 requests, 3,000 of them open, in one district on the embedded PostgreSQL with the product's settings. Our server
 * and the floor (bench/loop/floor.ts says exactly what that is) are processes of their own; this process sends, over 8 kept
 * connections, a fixed number of calls to one and then to the other, round after round, after both are warm.
 *
 * Read: `cpuMs` and `pgCpuMs` are CPU time per operation of our process and of all PostgreSQL processes, medians of the
 * rounds; `floor…` the same for the floor. CPU time hardly depends on what else the machine does, while rps, p50Ms and
 * p99Ms (of ours) do: three processes share its cores. Goal: reads ≤ 1.5 × floor, writes ≤ 2 ×, ours + PostgreSQL.
 * The session behind a cookie is kept for a second, so these figures hold no look-up of it but for getByNewcomer, where
 * every call comes from another session. What a write causes later (notices, texts) is the line `afterwards`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { MASTER_KEY, connect, openFilled } from './loop/database.ts'
import { startChild, type Child, type Recording, type Replays } from './loop/child.ts'
import { memoryMb, postgresCpuMs, processCpuMs, spentBetween } from './loop/cpu.ts'
import { one, percentile, send, type Call } from './loop/load.ts'
import { callOf, lookUp, type Operation } from './loop/scene.ts'

const TOTAL = 100_000
const OPEN = 3_000
const ROUNDS = 5
const READS = 400
const WRITES = 200
const WARM_READS = 1_000
const WARM_WRITES = 500
const RECORDINGS = 40

const only = process.argv.slice(2)
const database = await openFilled({ total: TOTAL, open: OPEN })
console.log(`filled ${TOTAL} requests in ${database.fillSeconds.toFixed(0)} s`)
const owner = await connect(database.url)
const scene = await lookUp(owner)
const profile = process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : []
const product = await startChild('product', [database.url, MASTER_KEY.toString('hex')], profile)
const floor = await startChild('floor', [database.url])
const idleMb = memoryMb(product.pid)
const agent = new Agent({ keepAlive: true })

const replays: Replays = {}
const operations = (['get', 'workList', 'home', 'getByNewcomer', 'create', 'takeStep'] as const).filter(
  (name) => only.length === 0 || only.includes(name) || (name === 'create' && only.includes('takeStep')),
)
for (const operation of operations) replays[operation] = await record(operation)
await floor.ask({ do: 'replay', operations: replays })

const newIds = { product: [] as string[], floor: [] as string[] }
const results = []
for (const operation of operations) {
  const result = await measure(operation)
  console.error(JSON.stringify(result))
  results.push(result)
}

console.table(
  results.map(({ operation, rps, p50Ms, p99Ms, cpuMs, pgCpuMs, floorCpuMs, floorPgCpuMs }) => ({
    operation, rps, p50Ms, p99Ms, cpuMs, pgCpuMs, floorCpuMs, floorPgCpuMs,
    ratio: round((cpuMs + pgCpuMs) / (floorCpuMs + floorPgCpuMs), 2),
    statements: replays[operation]?.recordings[0]?.length,
  })),
) // prettier-ignore
if (operations.includes('takeStep')) await measureAfterwards()
console.log(`our process: ${idleMb} MB idle, ${memoryMb(product.pid)} MB after the load`)
if (only.length === 0) {
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/loop.json', `${JSON.stringify(results, null, 2)}\n`)
}

agent.destroy()
await Promise.all([product.stop(), floor.stop()])
await owner.end()
await database.close()

/** Runs the operation for each kind of row it will meet, one at a time, and takes down what it sends. */
async function record(operation: Operation): Promise<Replays[string]> {
  const sinceMs = Date.now()
  if (operation === 'create' || operation === 'takeStep') {
    await one(agent, product.port, callOf(scene, 'get', 0)) // so that both sessions are known
    const create = callOf(scene, 'create', 0)
    await one(agent, product.port, create)
    if (operation === 'create') return { recordings: [await recorded(callOf(scene, 'create', 0))], sinceMs }
    const targetId = idOf(await one(agent, product.port, callOf(scene, 'create', 0)))
    return { recordings: [await recorded(callOf(scene, 'takeStep', 0, targetId))], sinceMs, targetId }
  }
  const recordings: Recording[] = []
  for (let nth = 0; nth < RECORDINGS; nth += 1) {
    const call = callOf(scene, operation, nth)
    if (operation !== 'getByNewcomer') await one(agent, product.port, call)
    recordings.push(await recorded(call))
  }
  return { recordings, sinceMs }
}

async function recorded(call: Call): Promise<Recording> {
  await product.ask({ do: 'record' })
  await one(agent, product.port, call)
  return product.ask<Recording>({ do: 'recorded' })
}

async function measure(operation: Operation) {
  const writes = operation === 'create' || operation === 'takeStep'
  const [warm, count] = writes ? [WARM_WRITES, WRITES] : [WARM_READS, READS]
  await block('product', operation, warm)
  await block('floor', operation, warm)
  const ours: Block[] = []
  const theirs: Block[] = []
  for (let nth = 0; nth < ROUNDS; nth += 1) {
    ours.push(await block('product', operation, count))
    theirs.push(await block('floor', operation, count))
  }
  const middle = (blocks: Block[], pick: (block: Block) => number) => round(median(blocks.map(pick)))
  return {
    operation,
    rps: Math.round(median(ours.map(({ rps }) => rps))),
    p50Ms: middle(ours, ({ p50Ms }) => p50Ms),
    p99Ms: middle(ours, ({ p99Ms }) => p99Ms),
    cpuMs: middle(ours, ({ cpuMs }) => cpuMs),
    pgCpuMs: middle(ours, ({ pgCpuMs }) => pgCpuMs),
    floorCpuMs: middle(theirs, ({ cpuMs }) => cpuMs),
    floorPgCpuMs: middle(theirs, ({ pgCpuMs }) => pgCpuMs),
  }
}

type Block = { rps: number; p50Ms: number; p99Ms: number; cpuMs: number; pgCpuMs: number }

async function block(side: 'product' | 'floor', operation: Operation, count: number): Promise<Block> {
  const child: Child = side === 'product' ? product : floor
  const ids = operation === 'takeStep' ? newIds[side].splice(0, count) : []
  if (operation === 'takeStep' && ids.length < count) throw new Error('too few new requests for the steps')
  const calls = Array.from({ length: count }, (_, nth): Call => {
    if (side === 'product') return callOf(scene, operation, nth, ids[nth])
    const index = nth % (replays[operation]?.recordings.length ?? 1)
    const { body } = callOf(scene, operation, nth, ids[nth])
    return { method: 'POST', path: `/${operation}/${index}/${ids[nth] ?? ''}`, headers: {}, body }
  })
  const before = { own: processCpuMs(child.pid), postgres: postgresCpuMs(database.postmasterPid) }
  const { seconds, sortedMs, bodies } = await send(child.port, calls)
  const cpuMs = (processCpuMs(child.pid) - before.own) / count
  const pgCpuMs = spentBetween(before.postgres, postgresCpuMs(database.postmasterPid)) / count
  if (operation === 'create') newIds[side].push(...bodies.map(idOf))
  return { rps: count / seconds, p50Ms: percentile(sortedMs, 0.5), p99Ms: percentile(sortedMs, 0.99), cpuMs, pgCpuMs }
}

/** What the writes left in the outbox: telling posts and people. */
async function measureAfterwards() {
  const before = { own: processCpuMs(product.pid), postgres: postgresCpuMs(database.postmasterPid) }
  const count = await product.ask<number>({ do: 'drain' })
  const own = (processCpuMs(product.pid) - before.own) / count
  const postgres = spentBetween(before.postgres, postgresCpuMs(database.postmasterPid)) / count
  console.log(`afterwards: ${round(own)} ms ours, ${round(postgres)} ms PostgreSQL for each of ${count} jobs`)
}

/** Ours answers the request, the floor its row. */
function idOf(body: string): string {
  const answer = JSON.parse(body) as { id: string } | [{ id: string }]
  return Array.isArray(answer) ? answer[0].id : answer.id
}

function median(values: readonly number[]): number {
  return percentile([...values].sort((a, b) => a - b), 0.5) // prettier-ignore
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits))
}

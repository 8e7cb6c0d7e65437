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
import { openFilled } from './loop/database.ts'
import { callOf } from './loop/scene.ts'
import { costsOf, get, type Reads } from './scale/costs.ts'

const OPEN = 3_000

/** In this order: the lists first, for the writes add open requests. */
const READS: Reads = {
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
const asked = process.argv.slice(2).map(Number)
const amounts = asked.length > 0 ? asked : [10_000, 1_000_000]
const databases = []
for (const total of amounts) {
  const database = await openFilled({ total, open: OPEN })
  console.log(`${total} requests, filled in ${database.fillSeconds.toFixed(0)} s`)
  databases.push(database)
}
const costs = await costsOf(databases, READS)
for (const database of databases) await database.close()

const [small, large] = [costs[0], costs.at(-1)]
const rows = Object.keys(small ?? {}).map((operation) => {
  const [a = NaN, b = NaN] = [small?.[operation]?.cpuMs, large?.[operation]?.cpuMs]
  return { operation, [`${amounts[0]}`]: a, [`${amounts.at(-1)}`]: b, ratio: Number((b / a).toFixed(2)) }
})
console.table(rows)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/scale.json', `${JSON.stringify(rows, null, 2)}\n`)

/**
 * Twenty rolling restarts under a hundred calls a second: `npm run bench -- restarts` (five minutes). Writes bench/results/restarts.json.
 *
 * Two processes on one database behind a round-robin proxy that asks for /ready; seven calls of ten read, three report with an
 * idempotency key; five pages listen. Goal: 0 failed, 0 lost, 0 doubled. Read: `passedOn` are calls whose connection was refused
 * before anything was sent and which the proxy gave to the other process; `stopMs` the longest stop, of which 2,000 ms are the wait.
 * Other numbers as arguments: `npm run bench -- restarts 5 50`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { rollingRestarts } from '../server/test/trust/rolling/restarts.ts'

const [restarts = 20, perSecond = 100] = process.argv.slice(2).map(Number)
const outcome = await rollingRestarts({ restarts, perSecond })
console.table({ ...outcome, failed: outcome.failed.length })
for (const one of outcome.failed.slice(0, 20)) console.log(one)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/restarts.json', `${JSON.stringify(outcome, null, 2)}\n`)
process.exitCode = outcome.failed.length + outcome.lost + outcome.doubled + outcome.toldTwice === 0 ? 0 : 1

/**
 * What a file of 100,000 rows costs: written as a download writes it, in Excel and CSV; CPU, memory above the start, and the
 * longest time that other calls had to wait. `npm run bench -- exports`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { csv } from '#platform/sheets/write/csv.ts'
import { xlsx } from '#platform/sheets/write/xlsx.ts'

const ROWS = 100_000
const COLUMNS = 18

async function* rows() {
  for (let n = 0; n < ROWS; n += 1) {
    if (n % 1_000 === 0) await new Promise((resume) => setImmediate(resume)) // a piece is read from the database
    yield Array.from({ length: COLUMNS }, (_, at) =>
      at === 1 ? `${n} 栋门前路面积水，请来看看` : `2026-11-${n % 30} 桂园小区 ${at}`,
    )
  }
}

async function measure(name: string, written: AsyncGenerator<Buffer>) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  const started = performance.now()
  delay.enable()
  let bytes = 0
  let most = before
  for await (const piece of written) {
    bytes += piece.length
    most = Math.max(most, process.memoryUsage().rss)
  }
  delay.disable()
  const { user, system } = process.cpuUsage(cpu)
  console.log(
    `${name}: ${ROWS} rows × ${COLUMNS}, ${(bytes / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s, CPU ${((user + system) / 1e6).toFixed(1)} s, +${((most - before) / 1e6).toFixed(0)} MB, longest wait ${(delay.max / 1e6).toFixed(0)} ms`,
  )
}

await measure('csv', csv(rows()))
await measure('xlsx', xlsx([{ name: '数据', widths: Array.from({ length: COLUMNS }, () => 16), headed: true, rows: rows() }])) // prettier-ignore

/**
 * How long the product takes to start and what it needs when idle: `npm run bench -- start` (Linux). Writes
 * bench/results/start.json.
 *
 * `npm start` on an empty data folder (makes the database, fills the demo), stopped, then started again three times; the
 * build is there already, installing and building are not measured. Read: `readySeconds` from the command to the first 200
 * of /ready; `idleMb` the server process's resident memory after ten quiet seconds (PostgreSQL's is its own). Goal: first
 * 15 s, again 3 s, idle 130 MB.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryMb } from './loop/cpu.ts'

const QUIET_MS = 10_000

const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-start-'))
const results = []
for (const start of ['first', 'again', 'again', 'again']) results.push({ start, ...(await startOnce()) })
rmSync(dataDir, { recursive: true, force: true })
console.table(results)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/start.json', `${JSON.stringify(results, null, 2)}\n`)

async function startOnce() {
  const port = await freePort()
  const began = performance.now()
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir }
  const server = spawn(process.execPath, ['dist/server.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  while (!(await isReady(port))) {
    if (server.exitCode !== null) throw new Error('the server ended')
    await sleep(20)
  }
  const readySeconds = Number(((performance.now() - began) / 1000).toFixed(2))
  await sleep(QUIET_MS)
  const idleMb = memoryMb(server.pid ?? 0)
  server.kill('SIGTERM')
  await once(server, 'exit')
  return { readySeconds, idleMb }
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ ok }) => ok,
    () => false, // not listening yet
  )
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** A PostgreSQL of its own for a benchmark, as the product embeds it, filled and then started again with the product's settings. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { fillDemo } from '#modules/demo/index.ts'
import { createDatabase } from '#platform/db.ts'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { migrate } from '#platform/migrate.ts'
import { createSecrets } from '#platform/secrets.ts'
import { multiply, storyFiles, type Amount } from './fill.ts'

export type BenchDatabase = { url: string; postmasterPid: number; fillSeconds: number; close(): Promise<void> }

const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '8GB' }
const log = (line: string) => console.error(line)

/** The key of the benchmarks' sealed columns, the same for a database that is kept; its data is nobody's. */
export const MASTER_KEY = createHash('sha256').update('bench').digest()

export async function openFilled(amount: Amount): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const started = performance.now()
  const filling = await startEmbedded({ dataDir, log, settings: FAST })
  try {
    await fill(filling.url, amount)
  } finally {
    await filling.stop()
  }
  const fillSeconds = (performance.now() - started) / 1000
  const server = await startEmbedded({ dataDir, log })
  const [pid] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return {
    url: server.url,
    postmasterPid: Number(pid),
    fillSeconds,
    async close() {
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function fill(url: string, amount: Amount) {
  await migrate({ url, folder: 'server/db/migrations', mayLoseWrites: true })
  const owner = await connect(url)
  await owner.query(`INSERT INTO tenant (id, name, demo) VALUES (1, '云桥区', true)`)
  const db = createDatabase(url, { poolSize: 1 })
  const secrets = createSecrets(MASTER_KEY)
  await db.withTenant(1, (tx) => fillDemo(tx, { secrets, now: new Date(), size: 'bench' }))
  const files = await db.withTenant(1, storyFiles)
  await db.close()
  await multiply(owner, amount, files)
  await owner.end()
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  await client.connect()
  return client
}

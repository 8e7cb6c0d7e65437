/**
 * A database with years of requests, made by years/fill.ts and started again as the product starts it. Filling ten million
 * takes half an hour: with BENCH_KEEP=<folder> the filled database stays there and is used again: delete it after a change of the requests' tables.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillDemo } from '#modules/demo/index.ts'
import { createDatabase } from '#platform/db.ts'
import { startEmbedded } from '#platform/embedded-postgres.ts'
import { migrate } from '#platform/migrate.ts'
import { createSecrets } from '#platform/secrets.ts'
import { connect, MASTER_KEY } from '../loop/database.ts'
import { rebuildAllFigures } from './figures.ts'
import { fillYears, type Filled } from './fill.ts'
import { layGround } from './ground.ts'
import { keepStories } from './stories.ts'

const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '16GB', shared_buffers: '2GB', autovacuum: 'off' } // prettier-ignore
const FILLERS = ['fill.ts', 'ground.ts', 'pattern.ts', 'stories.ts']
const MIGRATIONS = 'server/db/migrations'
const log = (line: string) => console.error(line)

export type Years = Filled & { fillSeconds: number; figuresSeconds?: number; filledAt: string }
export type YearsDatabase = { url: string; postmasterPid: number; years: Years; close(): Promise<void> }

export async function openYears(total: number): Promise<YearsDatabase> {
  const keep = process.env['BENCH_KEEP']
  const folder = keep ? join(keep, String(total)) : mkdtempSync(join(tmpdir(), 'linli-years-'))
  const schema = fillerHash()
  const note = join(folder, 'filled.json')
  const known = existsSync(note)
    ? (JSON.parse(readFileSync(note, 'utf8')) as { schema: string; years: Years })
    : undefined // written below
  let years = known?.schema === schema ? known.years : undefined
  if (!years) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    years = await fill(folder, total)
    writeFileSync(note, JSON.stringify({ schema, years }))
  }
  if (years.figuresSeconds === undefined) {
    years = { ...years, figuresSeconds: await rebuildFigures(folder) }
    writeFileSync(note, JSON.stringify({ schema, years }))
  }
  const server = await startEmbedded({ dataDir: folder, log })
  await migrate({ url: server.url, folder: MIGRATIONS })
  const [pid] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return {
    url: server.url,
    postmasterPid: Number(pid),
    years,
    async close() {
      await server.stop()
      if (!keep) rmSync(folder, { recursive: true })
    },
  }
}

async function fill(dataDir: string, total: number): Promise<Years> {
  const server = await startEmbedded({ dataDir, log, settings: FAST })
  try {
    await migrate({ url: server.url, folder: MIGRATIONS, mayLoseWrites: true })
    const owner = await connect(server.url)
    owner.on('error', () => undefined) // the server ends it when the filling failed
    const now = new Date()
    await owner.query(`INSERT INTO tenant (id, name, demo) VALUES (1, '云桥区', true)`)
    const db = createDatabase(server.url, { poolSize: 1 })
    await db.withTenant(1, (tx) => fillDemo(tx, { secrets: createSecrets(MASTER_KEY), now, size: 'bench' }))
    await db.close()
    const started = performance.now()
    await layGround(owner)
    say('ground laid', started)
    await keepStories(owner)
    say('stories kept', started)
    const filled = await fillYears(owner, total, now)
    say('years filled', started)
    const { rows } = await owner.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relname LIKE 'bench\\_%' AND relkind = 'r'`) // prettier-ignore
    for (const { name } of rows) await owner.query(`DROP TABLE ${name}`)
    await owner.query('VACUUM (ANALYZE)')
    const fillSeconds = Math.round((performance.now() - started) / 1000)
    await owner.end()
    return { ...filled, fillSeconds, filledAt: now.toISOString() }
  } finally {
    await server.stop()
  }
}

/** The product's own rebuild, on what has been filled. */
async function rebuildFigures(dataDir: string): Promise<number> {
  const server = await startEmbedded({ dataDir, log, settings: FAST })
  try {
    await migrate({ url: server.url, folder: MIGRATIONS, mayLoseWrites: true })
    const started = performance.now()
    await rebuildAllFigures(server.url)
    return Math.round((performance.now() - started) / 1000)
  } finally {
    await server.stop()
  }
}

const say = (what: string, since: number) =>
  console.error(`${what} after ${((performance.now() - since) / 1000).toFixed(0)} s`)

/** A kept database is used again as long as it would be filled the same; newer migrations are simply run on it. */
function fillerHash(): string {
  const hash = createHash('sha256')
  for (const name of FILLERS) hash.update(readFileSync(join('bench/years', name)))
  return hash.digest('hex')
}

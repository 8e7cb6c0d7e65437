/**
 * Puts a backup back, as it was at its end or at a later instant: base, then the log up to there. Everything is made in a folder
 * aside and moved when it stands, so what was broken off leaves nothing that looks like data. Nothing is overwritten.
 * Source: postgresql.org/docs/18, "Recovering Using a Continuous Archive Backup".
 */
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import { openDataFolder } from '../data-folder.ts'
import { accountFor, startEmbedded } from '../embedded-postgres.ts'
import { allBackups, shippedSince, type Backup } from './backup.ts'
import { fillOutside } from './dump.ts'
import { readEntries, type Entry, type Tally } from './entries.ts'
import type { Store } from './store.ts'
import { SEGMENT } from './wal.ts'

/** Beside the restored data, where PostgreSQL's own user reaches it. */
const LOG = 'restore-wal'

export type Restored = { backup: Backup; segments: number; tally: Tally }
type Wish = {
  until?: Date | undefined
  id?: string | undefined
  progress?: (tally: Tally) => void
  outsideUrl?: string | undefined
}

/** @throws CannotStart when there is none, or something lies in the way */
export async function restore(store: Store, dataDir: string, wish: Wish): Promise<Restored> {
  const all = await allBackups(store)
  const backup = choose(all, wish)
  openDataFolder(dataDir)
  const isEmbedded = backup.database.kind === 'embedded'
  refuseOverwriting(dataDir, isEmbedded ? ['postgres', 'files'] : ['files'])
  const aside = join(dataDir, '.restoring')
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { mode: 0o700 })
  const tally: Tally = { files: 0, bytes: 0, written: 0 }
  const ticking = wish.progress && setInterval(() => wish.progress?.(tally), 2_000)
  try {
    const segments = isEmbedded
      ? await restoreEmbedded(store, backup, aside, tally, wish.until)
      : await restoreOutside(store, backup, wish)
    await mkdir(join(aside, 'files'), { recursive: true, mode: 0o700 })
    for (const list of laterToo(all, backup)) await writeAll(aside, readEntries(store, list.fileLists), store, tally)
    await writeAll(aside, shippedSince(store, backup.startedAt), store, tally)
    for (const name of isEmbedded ? ['postgres', 'files'] : ['files']) {
      await rm(join(dataDir, name), { recursive: true, force: true }) // empty: made sure of above
      await rename(join(aside, name), join(dataDir, name))
    }
    return { backup, segments, tally }
  } finally {
    clearInterval(ticking)
    await rm(aside, { recursive: true, force: true })
  }
}

function choose(all: readonly Backup[], { until, id }: Wish): Backup {
  const fitting = all.filter((one) => (id ? one.id === id : !until || Date.parse(one.endedAt) <= until.getTime()))
  const found = fitting.at(-1)
  if (!found) throw new CannotStart('No backup is old enough, or none has that name.', '没有符合条件的备份。')
  if (until && found.database.kind === 'dump') {
    throw new CannotStart(
      'A dump has no instants; an outside database goes back to one by PostgreSQL’s own archiving. Leave out --until.',
      '逻辑导出不能恢复到任意时刻；外部数据库请使用 PostgreSQL 自身的归档。请去掉 --until。',
    )
  }
  return found
}

/** Photos and marks of erasure never change: whatever came later is taken as well, the marks above all. */
const laterToo = (all: readonly Backup[], from: Backup) => all.filter((one) => one.startedAt >= from.startedAt)

function refuseOverwriting(dataDir: string, names: string[]) {
  const there = names.find((name) => existsSync(join(dataDir, name)))
  if (!there) return
  throw new CannotStart(
    `${join(dataDir, there)} is there already; move it away, or restore into another DATA_DIR.`,
    `${join(dataDir, there)} 已存在；请先移走，或另设 DATA_DIR 再恢复。`,
  )
}

async function restoreEmbedded(
  store: Store,
  { database, databaseLists }: Backup,
  aside: string,
  tally: Tally,
  until?: Date,
) {
  if (database.kind !== 'embedded') throw new Error('not of the PostgreSQL inside')
  const cluster = join(aside, 'postgres')
  await mkdir(cluster, { mode: 0o700 })
  await writeAll(aside, readEntries(store, databaseLists), store, tally)
  await writeFile(join(cluster, 'backup_label'), database.label, { mode: 0o600 })
  await writeFile(join(cluster, 'recovery.signal'), '', { mode: 0o600 })
  const segments = await writeLog(store, join(cluster, LOG), database.start)
  await handOver(cluster)
  const server = await startEmbedded({
    dataDir: aside,
    log: () => undefined,
    settings: {
      restore_command: `/bin/cp ${LOG}/%f %p`,
      recovery_target_action: 'promote',
      hot_standby: 'off', // else it counts as ready as soon as it can be read, in the midst of the log
      ...(until && { recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00') }),
    },
  })
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query('CHECKPOINT').finally(() => client.end())
  await server.stop()
  await rm(join(cluster, LOG), { recursive: true })
  return segments
}

/** Segments are mostly nothing when the archive's clock ended them: their empty ends take no room. */
async function writeLog(store: Store, folder: string, from: string): Promise<number> {
  await mkdir(folder, { mode: 0o700 })
  const positionOf = (name: string) => name.slice(8) // without the timeline
  const wanted = (await store.list('wal')).filter((name) => !SEGMENT.test(name) || positionOf(name) >= positionOf(from))
  for (const name of wanted) {
    const bytes = await store.read('wal', name)
    const file = await open(join(folder, name), 'wx', 0o600)
    await file.writeFile(bytes.subarray(0, lastByte(bytes) + 1))
    await file.truncate(bytes.length)
    await file.close()
  }
  return wanted.length
}

function lastByte(bytes: Buffer): number {
  let at = bytes.length - 1
  while (at >= 0 && bytes[at] === 0) at -= 1
  return at
}

async function restoreOutside(store: Store, { databaseLists }: Backup, { outsideUrl }: Wish): Promise<number> {
  if (!outsideUrl) {
    throw new CannotStart('This is the backup of an outside database; set DATABASE_URL to an empty one.', '这是外部数据库的备份；请把 DATABASE_URL 指向一个空数据库。') // prettier-ignore
  }
  const client = new pg.Client(outsideUrl)
  await client.connect()
  const { rows } = await client
    .query(`SELECT to_regclass('public.tenant') IS NOT NULL AS taken`)
    .finally(() => client.end())
  if (rows[0]?.taken)
    throw new CannotStart('The database of DATABASE_URL is not empty.', 'DATABASE_URL 指向的数据库不是空的。')
  async function* pieces() {
    for await (const entry of readEntries(store, databaseLists)) for (const name of entry.pieces) yield store.get(name)
  }
  await fillOutside(outsideUrl, pieces())
  return 0
}

async function writeAll(root: string, entries: AsyncIterable<Entry>, store: Store, tally: Tally) {
  for await (const { path, pieces, size } of entries) {
    const target = join(root, path)
    if (path.endsWith('/')) {
      await mkdir(target, { recursive: true, mode: 0o700 })
      continue
    }
    if (existsSync(target)) continue // the same file from two lists
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const file = await open(target, 'wx', 0o600)
    for (const name of pieces) await file.write(await store.get(name))
    await file.sync()
    await file.close()
    tally.files += 1
    tally.bytes += size
  }
}

/** To the user that PostgreSQL runs as. */
async function handOver(cluster: string) {
  const account = accountFor(cluster)
  if (!account) return
  await chown(cluster, account.uid, account.gid)
  await chmod(cluster, 0o700)
  for (const one of await readdir(cluster, { recursive: true }))
    await chown(join(cluster, one), account.uid, account.gid)
}

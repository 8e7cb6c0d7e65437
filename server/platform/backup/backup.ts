/**
 * One backup: the database first, then the files, for a photo is stored before its row, so every row of the backup finds its
 * file. The key is never in it (key-copy.ts). Source: docs/decisions/0026-backups.md.
 */
import { randomUUID } from 'node:crypto'
import { rm, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { dumpOutside } from './dump.ts'
import { copyEmbedded, type Copied } from './embedded-copy.ts'
import { keepEntries, readEntries, unchanging, type Entry, type Tally } from './entries.ts'
import type { Store } from './store.ts'

export type Backup = {
  id: string
  startedAt: string
  endedAt: string
  database: ({ kind: 'embedded' } & Copied) | { kind: 'dump'; version: string }
  /** Pieces that hold the lists of entries. */
  databaseLists: string[]
  fileLists: string[]
  files: number
  bytes: number
  /** What it added to the store. */
  written: number
}

export type Source = { databaseUrl: string; dumpUrl?: string | undefined; dataDir: string; embedded: boolean }
export type Progress = (tally: Tally) => void

const PROGRESS_MS = 2_000

/** @throws CannotStart when another one is running, or something is missing */
export async function makeBackup(
  store: Store,
  source: Source,
  { now, progress }: { now: () => Date; progress?: Progress },
): Promise<Backup> {
  return alone(store, async () => {
    const startedAt = now()
    const tally: Tally = { files: 0, bytes: 0, written: 0 }
    const ticking = progress && setInterval(() => progress(tally), PROGRESS_MS)
    try {
      const last = (await allBackups(store)).at(-1)
      const copying = source.embedded
        ? embedded(store, source, tally)
        : dumpOutside(store, source.dumpUrl ?? source.databaseUrl, tally)
      const databaseLists = await keepEntries(store, copying.entries)
      const database = copying.finish()
      if (!database) throw new Error('the copy of the database did not end')
      const files = join(source.dataDir, 'files')
      const before = readEntries(store, last?.fileLists ?? [])
      const fileLists = await keepEntries(store, unchanging(store, files, 'files/', isPassing, before, tally))
      const id = `${startedAt.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`
      const backup: Backup = { id, startedAt: startedAt.toISOString(), endedAt: now().toISOString(), database, databaseLists, fileLists, ...tally } // prettier-ignore
      await store.keep('backups', id, Buffer.from(JSON.stringify(backup)))
      return backup
    } finally {
      clearInterval(ticking)
    }
  })
}

/** Half-written photos, and spreadsheets that are kept for a day only. */
export const isPassing = (path: string) => path === 'incoming' || path.endsWith('-sheet')

function embedded(store: Store, { databaseUrl, dataDir }: Source, tally: Tally) {
  const copying = copyEmbedded(store, { url: databaseUrl, cluster: join(dataDir, 'postgres'), tally })
  return {
    entries: copying.entries,
    finish() {
      const copied = copying.finish()
      return copied && ({ kind: 'embedded', ...copied } as const)
    },
  }
}

/** Oldest first. */
export async function allBackups(store: Store): Promise<Backup[]> {
  const read = async (id: string) => JSON.parse((await store.read('backups', id)).toString()) as Backup // as we wrote it
  return Promise.all((await store.list('backups')).map(read))
}

/** Files that came between two backups, as their processes noted them. */
export async function* shippedSince(store: Store, since: string): AsyncGenerator<Entry> {
  for (const name of await store.list('shipped'))
    if (name >= since.replaceAll(':', '-')) yield* JSON.parse((await store.read('shipped', name)).toString()) as Entry[] // as we wrote it
}

const STALE_MS = 24 * 3_600_000

/** One backup at a time in a store: two would sweep each other's pieces. */
async function alone<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const file = join(store.root, 'running')
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, at: performance.timeOrigin + performance.now() })
  const take = () => writeFile(file, mine, { flag: 'wx' }).then(() => true, () => false) // prettier-ignore
  if (!(await take())) {
    if (await isRunning(file)) throw new CannotStart('Another backup is running.', '另一个备份正在进行。')
    await rm(file, { force: true })
    if (!(await take())) throw new CannotStart('Another backup is running.', '另一个备份正在进行。')
  }
  return work().finally(() => rm(file, { force: true }))
}

async function isRunning(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (!text) return false
  const { host, pid, at } = JSON.parse(text) as { host: string; pid: number; at: number } // as written above
  if (host !== hostname()) return performance.timeOrigin + performance.now() - at < STALE_MS
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false // died in the midst of it
  }
}

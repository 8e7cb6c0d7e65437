/**
 * The database's log on its way to the backup: PostgreSQL lays each finished segment, flushed, into `archive` beside its data
 * (its own module basic_archive, at the latest every ARCHIVE_TIMEOUT_S), and we carry it over. When the backup disk is away they wait.
 * Source: postgresql.org/docs/18, "Continuous Archiving", "basic_archive".
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import type { Settings } from '../postgres-process.ts'
import type { Store } from './store.ts'

/** With the five seconds of carrying, at most a minute is lost with the disk. */
const ARCHIVE_TIMEOUT_S = 50
export const SEGMENT = /^[0-9A-F]{24}$/
const KEPT = /^([0-9A-F]{24}|[0-9A-F]{8}\.history)$/

/** Inside the cluster's folder, because PostgreSQL, run by another user, reaches no other. */
export const SPOOL = 'archive'

export const ARCHIVING: Settings = {
  archive_mode: 'on',
  archive_library: 'basic_archive',
  'basic_archive.archive_directory': SPOOL,
  archive_timeout: `${ARCHIVE_TIMEOUT_S}s`,
}

/** Carries what lies ready into the store; gives how many. */
export async function carryLog(store: Store, cluster: string): Promise<number> {
  const spool = join(cluster, SPOOL)
  await mkdir(spool, { recursive: true })
  const ready = (await readdir(spool)).filter((name) => KEPT.test(name)).toSorted()
  for (const name of ready) {
    await keepSegment(store, name, await readFile(join(spool, name)))
    await rm(join(spool, name))
  }
  return ready.length
}

/** A segment is written once; the same again changes nothing. @throws CannotStart when another history has it */
export async function keepSegment(store: Store, name: string, bytes: Buffer) {
  const known = await store.read('wal', name).catch(() => undefined)
  if (known?.equals(bytes)) return
  if (known) {
    throw new CannotStart(
      `The backups in ${store.root} hold another history of this database (${name}); give this one a folder of its own.`,
      `${store.root} 中的备份属于该数据库的另一条历史（${name}）；请为它另设备份目录。`,
    )
  }
  await store.keep('wal', name, bytes)
}

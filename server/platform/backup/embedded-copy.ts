/**
 * A base backup of the PostgreSQL inside, at work: its files are copied between pg_backup_start and pg_backup_stop, and the
 * log written meanwhile makes them whole. A temporary slot keeps that log from being recycled. The package has no
 * pg_basebackup; this is what it does. Source: postgresql.org/docs/18, "Making a Base Backup Using the Low Level API".
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import { keepFile, walk, type Entry, type Tally } from './entries.ts'
import type { Store } from './store.ts'
import { keepSegment, SEGMENT } from './wal.ts'

/** Contents that PostgreSQL makes anew; the list of its manual. `archive` is our own spool. */
const EMPTIED =
  /^(pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|archive|restore-wal)\//
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|backup_label|tablespace_map|recovery\.signal|\.s\.PGSQL.*|pgsql_tmp.*|pg_internal\.init.*|global\/pg_control)$/

export type Copied = { version: string; systemId: string; start: string; stop: string; label: string }

/** Yields the entries; `finish` gives what only the end knows. */
export function copyEmbedded(store: Store, { url, cluster, tally }: { url: string; cluster: string; tally: Tally }) {
  let copied: Copied | undefined
  async function* entries(): AsyncGenerator<Entry> {
    const client = new pg.Client(url)
    await client.connect()
    try {
      const about = await begin(client)
      for await (const { path, isFolder } of walk(cluster, (path) => EMPTIED.test(path) || LEFT_OUT.test(path))) {
        if (isFolder) yield { path: `postgres/${path}/`, size: 0, mtimeMs: 0, pieces: [] }
        else {
          const entry = await keepFile(store, join(cluster, path), `postgres/${path}`, tally)
          if (entry) yield entry
        }
      }
      // The control file last: it must not be older than anything it speaks of.
      const control = await keepFile(store, join(cluster, 'global/pg_control'), 'postgres/global/pg_control', tally)
      if (control) yield control
      const { rows } = await client.query(
        `SELECT labelfile AS label, pg_walfile_name(lsn) AS stop FROM pg_backup_stop(false)`,
      )
      copied = { ...about, ...(rows[0] as { label: string; stop: string }) } // one row, by its definition
      await keepLog(store, cluster, copied)
    } finally {
      await client.end() // ends the slot as well, and an unfinished backup
    }
  }
  return { entries: entries(), finish: () => copied }
}

/** @throws CannotStart when damage could not be found later */
async function begin(client: pg.Client): Promise<Omit<Copied, 'stop' | 'label'>> {
  await client.query(`SELECT pg_create_physical_replication_slot('linli_backup_' || pg_backend_pid(), true, true)`)
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version, current_setting('data_checksums') AS checksums,
            (SELECT system_identifier::text FROM pg_control_system()) AS "systemId",
            pg_walfile_name(pg_backup_start('linli', true)) AS start`,
  )
  const { checksums, ...about } = rows[0] as { version: string; checksums: string; systemId: string; start: string } // one row
  if (checksums === 'on') return about
  throw new CannotStart('The database has no data checksums; damage would be backed up unseen.', '数据库未启用数据校验和；损坏会被一并备份而无人察觉。') // prettier-ignore
}

async function keepLog(store: Store, cluster: string, { start, stop }: Copied) {
  for (const name of (await readdir(join(cluster, 'pg_wal'))).toSorted()) {
    if (!SEGMENT.test(name) || name < start || name > stop) continue
    await keepSegment(store, name, await readFile(join(cluster, 'pg_wal', name)))
  }
}

/** Reads everything back that backups name, and says what is missing or damaged. Each piece is read once. */
import { allBackups, shippedSince, type Backup } from './backup.ts'
import { readEntries, type Entry } from './entries.ts'
import type { Store } from './store.ts'
import { SEGMENT } from './wal.ts'

export type Verified = { backups: number; pieces: number; bytes: number; segments: number; damage: string[] }

export async function verify(store: Store, progress?: (pieces: number) => void): Promise<Verified> {
  const result: Verified = { backups: 0, pieces: 0, bytes: 0, segments: 0, damage: [] }
  const seen = new Set<string>()
  const complain = (what: string) => (error: unknown) => {
    result.damage.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
  const look = async (name: string, where: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const bytes = await store.get(name).catch(complain(where))
    result.pieces += 1
    result.bytes += bytes?.length ?? 0
    if (result.pieces % 500 === 0) progress?.(result.pieces)
  }
  const lookAll = async (entries: AsyncIterable<Entry>) => {
    for await (const { path, pieces } of entries) for (const name of pieces) await look(name, path)
  }
  const backups = (await allBackups(store).catch(complain('list of backups'))) ?? []
  for (const backup of backups) {
    await lookAll(readEntries(store, [...backup.databaseLists, ...backup.fileLists])).catch(complain(backup.id))
    result.backups += 1
  }
  await lookAll(shippedSince(store, '')).catch(complain('shipped files'))
  const segments = (await store.list('wal')).filter((name) => SEGMENT.test(name))
  for (const name of segments) await store.read('wal', name).catch(complain(`wal/${name}`))
  result.segments = segments.length
  result.damage.push(...gapsIn(segments, backups))
  return result
}

/** A missing segment ends every restore there. Each timeline is one row without holes; each backup finds its own part. */
function gapsIn(segments: readonly string[], backups: readonly Backup[]): string[] {
  const there = new Set(segments)
  const wanted = backups.flatMap(({ database }) =>
    database.kind === 'embedded' ? [database.start, database.stop] : [],
  )
  const holes = segments.flatMap((name, at) => {
    const next = segments[at + 1]
    return next?.startsWith(name.slice(0, 8)) && numberOf(next) !== numberOf(name) + 1 && !startsSpan(next, backups)
      ? [`after ${name}`]
      : []
  })
  return [...new Set([...wanted.filter((name) => !there.has(name)), ...holes])].map((name) => `wal: ${name} is missing`)
}

/** Older backups keep only their own part of the log: a hole may end where one begins. */
const startsSpan = (name: string, backups: readonly Backup[]) =>
  backups.some(({ database }) => database.kind === 'embedded' && database.start === name)

/** Timeline, then the log's number, then the segment's, 256 to a log. */
const numberOf = (name: string) => parseInt(name.slice(8, 16), 16) * 256 + parseInt(name.slice(16), 16)

/**
 * Which backups stay: the newest of each of the last days and weeks, and always the newest of all. The log stays as far back as
 * the oldest daily one, so that every instant since can be gone back to; of older ones only what makes each whole.
 * Deleting late is cheap, deleting wrongly is not: nothing is deleted before a newer backup is complete.
 */
import { allBackups, shippedSince, type Backup } from './backup.ts'
import { readEntries } from './entries.ts'
import type { Store } from './store.ts'

const DAY_MS = 86_400_000
export type Keep = { days: number; weeks: number }

/** The newest of each of the last `days` days and `weeks` weeks that have one. */
export function staying(all: readonly Backup[], keep: Keep): { daily: Backup[]; stays: Backup[] } {
  const newestOf = (period: (at: number) => number, count: number) => {
    const newest = new Map<number, Backup>()
    for (const one of all) newest.set(period(Date.parse(one.startedAt)), one) // oldest first, so the last wins
    return [...newest.values()].slice(-count)
  }
  const daily = newestOf((at) => Math.floor(at / DAY_MS), Math.max(1, keep.days))
  const weekly = keep.weeks === 0 ? [] : newestOf((at) => Math.floor((at / DAY_MS + 3) / 7), keep.weeks) // the epoch was a Thursday
  return { daily, stays: all.filter((one) => daily.includes(one) || weekly.includes(one)) }
}

/** Gives how many backups and pieces went. */
export async function prune(store: Store, keep: Keep): Promise<{ backups: number; pieces: number; segments: number }> {
  const all = await allBackups(store)
  const { daily, stays } = staying(all, keep)
  const goes = all.filter((one) => !stays.includes(one))
  for (const { id } of goes) await store.remove('backups', id)
  const since = daily[0]?.startedAt
  if (since)
    for (const name of await store.list('shipped'))
      if (name < since.replaceAll(':', '-')) await store.remove('shipped', name)
  const segments = await pruneLog(store, daily, stays)

  const needed = new Set<string>()
  for (const { databaseLists, fileLists } of stays) {
    const lists = [...databaseLists, ...fileLists]
    for (const name of lists) needed.add(name)
    for await (const { pieces } of readEntries(store, lists)) for (const name of pieces) needed.add(name)
  }
  for await (const { pieces } of shippedSince(store, '')) for (const name of pieces) needed.add(name)
  return { backups: goes.length, segments, pieces: await store.sweep((name) => needed.has(name)) }
}

const positionOf = (name: string) => name.slice(8) // without the timeline

async function pruneLog(store: Store, daily: readonly Backup[], stays: readonly Backup[]): Promise<number> {
  const spans = stays.flatMap(({ database }) => (database.kind === 'embedded' ? [database] : []))
  const oldest = daily.flatMap(({ database }) => (database.kind === 'embedded' ? [positionOf(database.start)] : []))[0]
  if (oldest === undefined) return 0
  const isNeeded = (name: string) => {
    const at = positionOf(name)
    return at >= oldest || spans.some(({ start, stop }) => positionOf(start) <= at && at <= positionOf(stop))
  }
  const goes = (await store.list('wal')).filter((name) => name.length === 24 && !isNeeded(name))
  for (const name of goes) await store.remove('wal', name)
  return goes.length
}

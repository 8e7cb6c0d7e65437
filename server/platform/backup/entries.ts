/** The list of what a backup holds, written and read in portions, so that millions of photos never stand in memory at once. */
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PIECE_BYTES, type Store } from './store.ts'

/** Paths begin with `postgres/` or `files/`; a folder has no pieces and ends with a slash. */
export type Entry = { path: string; size: number; mtimeMs: number; pieces: string[] }
export type Tally = { files: number; bytes: number; written: number }

const PORTION = 5_000

/** Stores entries as they come; gives the pieces that hold the list. */
export async function keepEntries(store: Store, entries: AsyncIterable<Entry>): Promise<string[]> {
  const lists: string[] = []
  let portion: Entry[] = []
  const flush = async () => {
    if (portion.length > 0) lists.push((await store.put(Buffer.from(JSON.stringify(portion)))).name)
    portion = []
  }
  for await (const entry of entries) {
    portion.push(entry)
    if (portion.length >= PORTION) await flush()
  }
  await flush()
  return lists
}

export async function* readEntries(store: Store, lists: readonly string[]): AsyncGenerator<Entry> {
  for (const name of lists) yield* JSON.parse((await store.get(name)).toString()) as Entry[] // as we wrote it
}

/** Stores a file piece by piece; undefined when it is gone meanwhile, which a database at work may do. */
export async function keepFile(store: Store, file: string, path: string, tally: Tally): Promise<Entry | undefined> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    const { size, mtimeMs } = await handle.stat()
    const entry: Entry = { path, size: 0, mtimeMs, pieces: [] }
    while (entry.size < size) {
      const wanted = Math.min(PIECE_BYTES, size - entry.size)
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, entry.size)
      if (bytesRead === 0) break // cut off meanwhile: the log knows
      await addPiece(store, entry, buffer.subarray(0, bytesRead), tally)
    }
    tally.files += 1
    return entry
  } finally {
    await handle.close()
  }
}

export async function addPiece(store: Store, entry: Entry, bytes: Buffer, tally: Tally) {
  const { name, written } = await store.put(bytes)
  entry.pieces.push(name)
  entry.size += bytes.length
  tally.bytes += bytes.length
  tally.written += written
}

export type Found = { path: string; isFolder: boolean }

/** Everything below a folder in the order of paths (`isBefore`), without what `skips`. */
export async function* walk(root: string, skips: (path: string) => boolean, below = ''): AsyncGenerator<Found> {
  const found = await readdir(join(root, below), { withFileTypes: true }).catch(() => [])
  for (const one of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? one.name : `${below}/${one.name}`
    if (skips(path) || !(one.isDirectory() || one.isFile())) continue
    yield { path, isFolder: one.isDirectory() }
    if (one.isDirectory()) yield* walk(root, skips, path)
  }
}

/** The order in which `walk` comes by: folder by folder. */
export const isBefore = (a: string, b: string) => a.replaceAll('/', '\0') < b.replaceAll('/', '\0')

/**
 * Files that never change once written (photos, marks of erasure): those of the last backup are taken over by name and size,
 * unread; only new ones are read.
 */
export async function* unchanging(
  store: Store,
  root: string,
  prefix: string,
  skips: (path: string) => boolean,
  before: AsyncIterable<Entry>,
  tally: Tally,
): AsyncGenerator<Entry> {
  const known = before[Symbol.asyncIterator]()
  let next = await known.next()
  for await (const { path: below, isFolder } of walk(root, skips)) {
    if (isFolder) continue
    const path = `${prefix}${below}`
    while (!next.done && isBefore(next.value.path, path)) next = await known.next()
    const same = !next.done && next.value.path === path ? next.value : undefined
    const size = same && (await stat(join(root, below)).catch(() => undefined))?.size
    if (same && size === same.size) {
      tally.files += 1
      tally.bytes += same.size
      yield same
    } else {
      const entry = await keepFile(store, join(root, below), path, tally)
      if (entry) yield entry
    }
  }
}

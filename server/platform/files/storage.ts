/**
 * Where files lie: a disk here, an object store behind the same four verbs elsewhere.
 *
 * A key is `tenant/uuid-size`, made by us, never by a sender. Files are written once and never changed, so a reader
 * sees a whole file or none, also after a power cut: write aside, flush, rename, flush the folder.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '#platform/errors.ts'
import type { VariantName } from './photo-drawing.ts'

export type Storage = {
  /** Durable when it returns. The same key and bytes again change nothing. @throws storage_full */
  put(key: string, bytes: Buffer): Promise<void>
  /** Undefined when there is no such file. The caller consumes or destroys the stream. */
  read(key: string): Promise<{ stream: Readable; size: number } | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  stat(key: string): Promise<{ size: number } | undefined>
  /** Ids of persons marked as erased: all keys `tenant/id-erased`. */
  listErased(tenantId: number): Promise<string[]>
}

/** Key of the mark that a person was erased; it outlives a restore of the database. */
export const erasedKey = (tenantId: number, personId: string) => `${tenantId}/${personId}-erased`
/** Key of one variant of a photo. */
export const photoKey = (tenantId: number, photoId: string, size: VariantName) => `${tenantId}/${photoId}-${size}`

/** Key of an uploaded spreadsheet: sealed, for a day. */
export const sheetKey = (tenantId: number, importId: string) => `${tenantId}/${importId}-sheet`

/** Key of a bulletin's printed version, by form and paper; it ends when the version is withdrawn. */
export const printedKey = (tenantId: number, versionId: string, form: 'page' | 'wall', paper: 'A4' | 'A3') =>
  `${tenantId}/${versionId}-${form}${paper}`

const KEY =
  /^(?<tenant>[1-9]\d{0,9})\/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-(?<kind>full|card|thumb|erased|sheet|(?:page|wall)A[34])$/
/** The last tenth belongs to the database, its log and the backup; a photo must never stop them. */
const FULL_AT_SHARE = 0.9
const ABANDONED_AFTER_MS = 3_600_000

/** Storage under `dataDir`/files. Clears what interrupted writes left behind. */
export async function openDiskStorage(dataDir: string, { fullAtShare = FULL_AT_SHARE } = {}): Promise<Storage> {
  const root = join(dataDir, 'files')
  const incoming = join(root, 'incoming')
  await mkdir(incoming, { recursive: true })
  await clearAbandoned(incoming)

  return {
    async put(key, bytes) {
      const place = placeOf(root, key)
      if ((await usedShare(root)) >= fullAtShare) throw new AppError('storage_full')
      await mkdir(place.folder, { recursive: true })
      const aside = join(incoming, randomUUID())
      await writeDurably(aside, bytes)
      await rename(aside, place.file)
      await flushFolder(place.folder)
    },
    async read(key) {
      const { file } = placeOf(root, key)
      const handle = await ifPresent(open(file, 'r'))
      if (!handle) return undefined
      const { size } = await handle.stat()
      return { size, stream: createReadStream(file, { fd: handle }) }
    },
    async delete(key) {
      await rm(placeOf(root, key).file, { force: true })
    },
    async stat(key) {
      const found = await ifPresent(stat(placeOf(root, key).file))
      return found && { size: found.size }
    },
    async listErased(tenantId) {
      const names = await ifPresent(readdir(join(root, String(tenantId), 'erased')))
      return (names ?? []).flatMap((name) => (name.endsWith('-erased') ? [name.slice(0, -'-erased'.length)] : []))
    },
  }
}

/** 256 folders a tenant by the last two digits of the id, which are random in UUID v7 where the first are the time. */
function placeOf(root: string, key: string) {
  const { tenant, id, kind } = KEY.exec(key)?.groups ?? {}
  if (!tenant || !id || !kind) throw new Error(`Not a storage key: ${JSON.stringify(key.slice(0, 200))}`)
  const folder = join(root, tenant, kind === 'erased' ? kind : id.slice(-2))
  return { folder, file: join(folder, key.slice(tenant.length + 1)) }
}

/** Where a key lies below `files`, for backups. */
export const pathOfKey = (key: string): string => relative('/', placeOf('/', key).file)

/** As `df` counts: blocks reserved for root are neither used nor free. */
async function usedShare(root: string) {
  const { blocks, bfree, bavail } = await statfs(root)
  const used = blocks - bfree
  return used / (used + bavail)
}

async function writeDurably(file: string, bytes: Buffer) {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function flushFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function clearAbandoned(incoming: string) {
  const oldest = Date.now() - ABANDONED_AFTER_MS
  for (const name of await readdir(incoming)) {
    const file = join(incoming, name)
    const found = await ifPresent(stat(file)) // another process may just have finished it
    if (found && found.mtimeMs < oldest) await rm(file, { force: true })
  }
}

async function ifPresent<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

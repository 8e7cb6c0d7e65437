/**
 * A folder of backups: pieces of 4 MB under the hash of their content, and small documents that name them. What two backups
 * have in common lies there once, so a daily backup costs what changed; what an interrupted one wrote is found again.
 *
 *   linli-backup.json            whose folder this is, how it is sealed
 *   pieces/ab/abcd…              content, packed (sealed)
 *   backups/<id>                 one backup: what, when, and which pieces hold its list of files
 *   wal/<segment>                the database's log, as it came
 *   shipped/<instant>            files that came between two backups
 */
import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { passphraseSeal, plainSeal, type Lock } from './seal.ts'

/** A 16 MB segment of the log is four; a page changed in a table of 1 GB costs one. */
export const PIECE_BYTES = 4 * 2 ** 20
const MARK = 'linli-backup.json'
const FORMAT = 'linli-backup/1'

export type Area = 'backups' | 'wal' | 'shipped'
export type Store = Awaited<ReturnType<typeof openStore>>

/** Opens the folder, or makes it where that is asked. @throws CannotStart when it is not ours, or sealed otherwise */
export async function openStore(root: string, { passphrase, make = false }: { passphrase?: string; make?: boolean }) {
  const known = await readMark(root)
  if (!known && !make) {
    throw new CannotStart(`There are no backups in ${root}.`, `${root} 里没有备份。`)
  }
  if (known?.lock && passphrase === undefined) {
    throw new CannotStart(`The backups in ${root} are sealed; set LINLI_PASSPHRASE_FILE.`, `${root} 中的备份已加密；请设置 LINLI_PASSPHRASE_FILE。`) // prettier-ignore
  }
  if (known && !known.lock && passphrase !== undefined) {
    throw new CannotStart(
      `The backups in ${root} are not sealed; sealed ones need a folder of their own.`,
      `${root} 中的备份未加密；加密的备份请使用单独的目录。`,
    )
  }
  const seal = passphrase === undefined ? plainSeal : passphraseSeal(passphrase, known?.lock ?? undefined)
  if (!known) {
    await refuseForeign(root)
    await write(join(root, MARK), Buffer.from(JSON.stringify({ format: FORMAT, lock: seal.lock })))
  }
  const pieceAt = (name: string) => join(root, 'pieces', name.slice(0, 2), name)
  const isThere = (file: string) => access(file).then(() => true, () => false) // prettier-ignore

  return {
    root,
    sealed: seal.lock !== null,
    /** Durable when it returns; gives its name and how many bytes it took, none when it was there. */
    async put(plain: Buffer): Promise<{ name: string; written: number }> {
      const name = seal.nameOf(plain)
      if (await isThere(pieceAt(name))) return { name, written: 0 }
      const bytes = await seal.close(plain, name)
      await write(pieceAt(name), bytes)
      return { name, written: bytes.length }
    },
    /** @throws when it is missing or damaged */
    async get(name: string): Promise<Buffer> {
      const plain = await seal.open(await readFile(pieceAt(name)), name)
      if (seal.nameOf(plain) !== name) throw new Error(`piece ${name} is not what its name says`)
      return plain
    },
    async keep(area: Area, name: string, plain: Buffer) {
      await write(join(root, area, name), await seal.close(plain, `${area}/${name}`))
    },
    read: async (area: Area, name: string) => seal.open(await readFile(join(root, area, name)), `${area}/${name}`),
    /** Names in their order, which is that of time. */
    list: async (area: Area) => (await namesIn(join(root, area))).toSorted(),
    writtenAt: async (area: Area, name: string) => (await stat(join(root, area, name))).mtime,
    remove: (area: Area, name: string) => rm(join(root, area, name), { force: true }),
    /** Deletes pieces that nothing names any more, and what broken writes left; gives how many. */
    async sweep(isNeeded: (name: string) => boolean): Promise<number> {
      let gone = 0
      for (const folder of await namesIn(join(root, 'pieces'))) {
        for (const name of await namesIn(join(root, 'pieces', folder), true)) {
          if (isNeeded(name)) continue
          await rm(join(root, 'pieces', folder, name), { force: true })
          gone += 1
        }
      }
      return gone
    },
  }
}

async function readMark(root: string): Promise<{ lock: Lock | null } | undefined> {
  const text = await readFile(join(root, MARK), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const mark = JSON.parse(text) as { format: string; lock: Lock | null } // as we wrote it
  if (mark.format === FORMAT) return mark
  throw new CannotStart(`The backups in ${root} are of another format (${mark.format}).`, `${root} 中的备份格式不同（${mark.format}）。`) // prettier-ignore
}

async function refuseForeign(root: string) {
  await mkdir(root, { recursive: true, mode: 0o700 })
  if ((await readdir(root)).length === 0) return
  throw new CannotStart(`The folder ${root} holds something else; backups need one of their own.`, `目录 ${root} 里已有其他内容；备份需要单独的空目录。`) // prettier-ignore
}

const namesIn = async (folder: string, drafts = false) =>
  (await readdir(folder).catch(() => [])).filter((name) => drafts || !name.endsWith('.draft'))

/** Aside, flushed, renamed, folder flushed: whoever reads sees all of it or nothing, also after a power cut. */
async function write(file: string, bytes: Buffer) {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}.draft`
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(draft, file)
  const opened = await open(folder, 'r')
  await opened.sync()
  await opened.close()
}

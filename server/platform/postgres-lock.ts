/**
 * Whether a PostgreSQL data folder is in use, from the lock file PostgreSQL keeps in it (postmaster.pid).
 *
 * Line 1 is the process, line 5 the folder of its socket, line 8 its state. PostgreSQL itself refuses a folder in use; we look first so that a
 * start right after a crash waits for the old server to finish, and a second start is told so in words.
 * Source: src/include/utils/pidfile.h of PostgreSQL 18.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'

/** A killed server needs a moment before its supervisor says so; after that a clean stop may write for a while. */
const NOTICE_MS = 1_500
const STOP_MS = 20_000

/** Larger than any process number Linux gives out (2^22), so surely not alive. */
const NO_PROCESS = '999999999'

export type Lock = { pid: number; sockets: string; state: string }

export function readLock(cluster: string): Lock | undefined {
  const lines = readIfThere(join(cluster, 'postmaster.pid'))?.split('\n')
  return lines && { pid: Number(lines[0]), sockets: lines[4] ?? '', state: lines[7]?.trim() ?? '' }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The server at work on the folder, whoever started it. */
export function readServing(cluster: string): Lock | undefined {
  const lock = readLock(cluster)
  return lock?.state === 'ready' && programOf(lock.pid) === 'postgres' ? lock : undefined
}

/** @throws CannotStart when another server keeps using the folder */
export async function waitUntilFree(cluster: string) {
  for (let waited = 0; ; waited += 50) {
    const lock = readLock(cluster)
    if (!lock) return
    const program = programOf(lock.pid)
    if (program === undefined) return
    if (program !== 'postgres') return disownLock(cluster)
    if (waited >= (lock.state === 'stopping' ? STOP_MS : NOTICE_MS)) throw inUse(cluster)
    await sleep(50)
  }
}

export const inUse = (cluster: string) =>
  new CannotStart(
    `Another Linli is already running on the data folder ${cluster}; stop it, or give this one its own DATA_DIR.`,
    `数据目录 ${cluster} 已有另一个邻里在运行；请先停止它，或为本次启动另设 DATA_DIR。`,
  )

/** After a reboot or in a fresh container the number of the dead server may belong to somebody else, who is no lock. */
function disownLock(cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, NO_PROCESS))
}

function programOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return execFileSync('ps', ['-o', 'ucomm=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined // no such process
  }
}

/** Looks for topics in a process of its own: two seconds of arithmetic for a whole district must not hold up anybody's page. */
import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTopics, type Found } from './find.ts'
import type { Said } from './group.ts'
import type { Ask, Reply } from './topics-child.ts'

/** The child runs from source like us (tsx), or from the build if we do. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'
const CHILD = fileURLToPath(new URL(`./topics-child.${extension}`, import.meta.url))
const EXEC_ARGV = ['--max-old-space-size=512', ...(extension === 'ts' ? ['--import', 'tsx'] : [])]
const LIMIT_MS = 120_000
/** Fewer are looked through here, in some milliseconds: starting a process costs more. */
const FEW = 150

/** @throws Error when the child fails or takes too long; the job tries again */
export async function findElsewhere(said: Said[]): Promise<Found[]> {
  if (said.length <= FEW) return findTopics(said)
  const child = fork(CHILD, { cwd: dirname(CHILD), execArgv: EXEC_ARGV, env: {}, serialization: 'advanced' })
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS).unref()
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    return await new Promise<Reply>((resolve, reject) => {
      child.once('message', (found) => resolve(found as Reply)) // the child sends nothing else
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`looking for topics ended with ${code}`)))
      child.send(said satisfies Ask)
    })
  } finally {
    clearTimeout(limit)
    child.kill()
  }
}

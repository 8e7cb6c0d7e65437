/**
 * Runs the solver in a process of its own, one at a time: half a minute of arithmetic then neither holds up the server nor
 * shares its memory, it runs behind everything else (nice), and stopping it is killing it, also in the middle of a step that
 * would not listen. Source: docs/decisions/0016-planner.md, "Where it runs".
 */
import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SolveAnswer, SolveProgress, SolverMessage, SolveTask } from './solver-child.ts'

/** The child runs from source like us (tsx), or from the build if we do. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'
const CHILD = fileURLToPath(new URL(`./solver-child.${extension}`, import.meta.url))
const EXEC_ARGV = ['--max-old-space-size=512', ...(extension === 'ts' ? ['--import', 'tsx'] : [])]
/** Beyond its time the solver is taken for lost: starting, building the model and a last step take some seconds. */
const GRACE_S = 30

export type Running = { answer: Promise<SolveAnswer | 'stopped'>; stop(): void }

let running: Running | undefined

/** One at a time in this process: the next waits in the outbox. */
export const isSolving = (): boolean => running !== undefined
export const stopSolving = (): void => running?.stop()

/** @throws Error when one is running already; the answer rejects with the child's bug */
export function solveElsewhere(task: SolveTask, onProgress: (progress: SolveProgress) => void): Running {
  if (running) throw new Error('The solver runs already')
  const child = fork(CHILD, { cwd: dirname(CHILD), execArgv: EXEC_ARGV, env: {}, serialization: 'advanced' })
  const answer = new Promise<SolveAnswer | 'stopped'>((resolve, reject) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), (task.seconds + GRACE_S) * 1000).unref()
    child.on('message', (message: SolverMessage) => {
      if ('progress' in message) return onProgress(message.progress)
      if ('answer' in message) resolve(message.answer)
      else reject(new Error(`The solver failed: ${message.bug}`))
      child.kill()
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(limit)
      running = undefined
      resolve('stopped') // no matter after an answer
    })
  })
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  child.unref()
  child.channel?.unref()
  child.send(task)
  running = { answer, stop: () => child.kill('SIGKILL') }
  return running
}

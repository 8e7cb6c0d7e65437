/**
 * A process of its own for what is slow, hungry or hostile: pages stay quick beside it, what fills its memory or breaks native
 * code ends it and not the server, what does not come back is killed, and the memory it took is returned.
 * kept.ts keeps one for the next question; whoever wants one for a single task (the planner) starts it here.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '#platform/errors.ts'
import type { Message } from './answer.ts'

export type ChildFile = {
  /** Of the file that has it started (import.meta.url): the child's lies beside it, in the source as in the build. */
  beside: string
  /** Without extension. A line of scripts/lib/build.mjs bundles it. */
  name: string
  /** For what V8 keeps; what native code takes is not counted. */
  memoryMb?: number
  /** Of os.constants.priority; as the server's own unless said. */
  priority?: number
  /** All that it gets of an environment. */
  env?: NodeJS.ProcessEnv
}

/** How a child ended instead of answering. `late`: it was killed for its time. */
export type Ended = { late: boolean; code: number | null; signal: NodeJS.Signals | null }

/** Runs from source like us (tsx), or from the build if we do. */
export function startChild({ beside, name, memoryMb, priority, env = {} }: ChildFile): ChildProcess {
  const isSource = beside.endsWith('.ts')
  const file = fileURLToPath(new URL(`./${name}.${isSource ? 'ts' : 'mjs'}`, beside))
  const execArgv = isSource ? ['--import', 'tsx'] : []
  if (memoryMb !== undefined) execArgv.push(`--max-old-space-size=${memoryMb}`)
  const cwd = dirname(file) // where tsx is found, wherever the server was started
  const child = fork(file, { cwd, execArgv, env, serialization: 'advanced' })
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority)
  return child
}

/**
 * Puts a question to a child that has none; it is killed when no answer comes in time.
 *
 * @throws what the child refuses; Error with its bug, or when it could not be started or asked
 */
export function askChild<Ask extends object, Answer, Told = never>(
  child: ChildProcess,
  question: Ask,
  maxSeconds: number,
  onTold?: (told: Told) => void,
): Promise<{ answer: Answer } | { ended: Ended }> {
  return new Promise((resolve, reject) => {
    let late = false
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, maxSeconds * 1000).unref()
    const settle = () => {
      clearTimeout(limit)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
    }
    const onMessage = (message: Message<Answer, Told>) => {
      if ('told' in message) return onTold?.(message.told)
      settle()
      if ('answer' in message) resolve(message)
      else if ('refusal' in message) reject(new AppError(message.refusal, message.details))
      else reject(new Error(`${child.spawnargs.at(-1)} failed: ${message.bug}`))
    }
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      settle()
      resolve({ ended: { late, code, signal } })
    }
    const onError = (error: Error) => {
      settle()
      reject(error)
    }
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.send(question)
  })
}

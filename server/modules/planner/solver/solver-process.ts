/**
 * Runs the solver in a process of its own, one at a time: half a minute of arithmetic then neither holds up the server nor
 * shares its memory, it runs behind everything else (nice), and stopping it is killing it, also in the middle of a step that
 * would not listen. It is started for one plan and does not keep the server running: the plan waits in the database.
 * Source: docs/decisions/0016-planner.md, "Where it runs".
 */
import { constants } from 'node:os'
import { askChild, startChild } from '#platform/elsewhere/child.ts'
import type { SolveAnswer, SolveProgress, SolveTask } from './solver-child.ts'

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
  const priority = constants.priority.PRIORITY_LOW
  const child = startChild({ beside: import.meta.url, name: 'solver-child', memoryMb: 512, priority })
  child.once('exit', () => (running = undefined))
  child.unref()
  child.channel?.unref()
  const answer = askChild<SolveTask, SolveAnswer, SolveProgress>(child, task, task.seconds + GRACE_S, onProgress)
    .then((reply) => ('answer' in reply ? reply.answer : 'stopped'))
    .finally(() => child.kill())
  running = { answer, stop: () => child.kill('SIGKILL') }
  return running
}

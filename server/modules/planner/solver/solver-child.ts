/**
 * The solver's process (see solver-process.ts): takes one task, tells how far it is, answers, and ends. Ends when the server
 * does.
 */
import process from 'node:process'
import { solveGrids, type CutAnswer } from '../solve/grids.ts'
import type { CutTask } from '../solve/cutting.ts'
import { Program } from '../solve/model.ts'
import { neighbours, type Ground } from '../solve/neighbours.ts'
import { solvePairs, type PairAnswer, type PairTask } from '../solve/pairs.ts'

export type SolveTask =
  | { kind: 'grids'; seconds: number; grounds: Ground[]; task: Omit<CutTask, 'links'> }
  | { kind: 'pairs'; seconds: number; task: PairTask }
export type SolveAnswer =
  ({ kind: 'grids'; links: (readonly [number, number])[] } & CutAnswer) | ({ kind: 'pairs' } & PairAnswer)
export type SolveProgress = { rounds: number; gap: number | null }
export type SolverMessage = { progress: SolveProgress } | { answer: SolveAnswer } | { bug: string }

const say = (message: SolverMessage) => void process.send?.(message)

process.on('disconnect', () => process.exit())
process.on('message', (task: SolveTask) => {
  void solve(task).then(
    (answer) => say({ answer }),
    (error: unknown) => say({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }), // errors cannot cross as they are
  )
})

async function solve(given: SolveTask): Promise<SolveAnswer> {
  const highs = await Program.load()
  if (given.kind === 'pairs') return { kind: 'pairs', ...solvePairs(highs, given.task, given.seconds) }
  const links = neighbours(given.grounds)
  const answer = solveGrids(highs, { ...given.task, links }, given.seconds, (progress) => say({ progress }))
  return { kind: 'grids', links, ...answer }
}

/** The solver's process (see solver-process.ts): takes one task, tells how far it is, and answers. */
import { answerBy } from '#platform/elsewhere/answer.ts'
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

answerBy<SolveTask, SolveAnswer, SolveProgress>(solve)

async function solve(given: SolveTask, tell: (progress: SolveProgress) => void): Promise<SolveAnswer> {
  const highs = await Program.load()
  if (given.kind === 'pairs') return { kind: 'pairs', ...solvePairs(highs, given.task, given.seconds) }
  const links = neighbours(given.grounds)
  const answer = solveGrids(highs, { ...given.task, links }, given.seconds, tell)
  return { kind: 'grids', links, ...answer }
}

/**
 * The life of a selection: what can happen to it, when, and who may do it; and how a candidate stands in it.
 *
 * Read LIFECYCLE as a table; no other code decides a selection's status. The four channels are as reported, the order of
 * nomination, vetting and decision is custom. Source: docs/capabilities/people-and-posts.md, "Choosing leaders" (T2, Y14).
 */
import type { CandidateState, SelectionAction, SelectionStatus } from '#contracts/selections.ts'
import { AppError } from '#platform/errors.ts'

/** runs: answers for the organisation; around: lives where it answers; candidate: is on the list, and has not left it. */
export type Relation = 'runs' | 'around' | 'candidate'
type Transition = { from: readonly SelectionStatus[]; to?: SelectionStatus; by: readonly Relation[] }

const OPEN = ['nominating', 'vetting', 'deciding'] as const

// prettier-ignore
export const LIFECYCLE: Record<SelectionAction, Transition> = {
  nominate:      { from: ['nominating'],                     by: ['runs'] },
  stand:         { from: ['nominating'],                     by: ['around', 'runs'] },
  agree:         { from: ['nominating'],                     by: ['candidate'] },
  withdraw:      { from: OPEN,                               by: ['candidate'] },
  beginVetting:  { from: ['nominating'],  to: 'vetting',     by: ['runs'] },
  vet:           { from: ['vetting'],                        by: ['runs'] },
  beginDeciding: { from: ['vetting'],     to: 'deciding',    by: ['runs'] },
  decide:        { from: ['deciding'],    to: 'closed',      by: ['runs'] },
  cancel:        { from: OPEN,            to: 'cancelled',   by: ['runs'] },
}
const ACTIONS = Object.keys(LIFECYCLE) as SelectionAction[] // keys of the table just above

const isOpen = (action: SelectionAction, status: SelectionStatus) => LIFECYCLE[action].from.includes(status)
const isTheirs = (action: SelectionAction, relations: readonly Relation[]) =>
  LIFECYCLE[action].by.some((relation) => relations.includes(relation))

/** Whether nobody can change it any more. */
export const isOver = (status: SelectionStatus): boolean => !OPEN.some((one) => one === status)

/** The status after the step; the one it has when the step changes none. @throws not_permitted, step_not_available */
export function decide(
  action: SelectionAction,
  status: SelectionStatus,
  relations: readonly Relation[],
): SelectionStatus {
  if (!isTheirs(action, relations)) throw new AppError('not_permitted')
  if (!isOpen(action, status)) throw new AppError('step_not_available', { action, status })
  return LIFECYCLE[action].to ?? status
}

export type Candidacy = {
  agreedAt: string | null
  withdrawnAt: string | null
  electedTo: string | null
  steps: readonly { step: string; passed: boolean }[]
}

/** Read from what was written down; nothing else says how a candidate stands. */
export function candidateState(
  { agreedAt, withdrawnAt, electedTo, steps }: Candidacy,
  vettingSteps: readonly string[],
  status: SelectionStatus,
): CandidateState {
  if (withdrawnAt) return 'withdrawn'
  if (electedTo) return 'elected'
  if (steps.some(({ passed }) => !passed)) return 'refused'
  const passed = steps.length >= vettingSteps.length
  if (isOver(status) && passed) return 'notElected'
  if (!agreedAt) return 'asked'
  return passed ? 'passed' : 'standing'
}

/** Steps are taken in their order, and none after one that was not passed. */
export function nextStep(
  candidacy: Candidacy,
  vettingSteps: readonly string[],
  status: SelectionStatus,
): string | null {
  const standing = candidateState(candidacy, vettingSteps, status) === 'standing'
  return standing && isOpen('vet', status) ? (vettingSteps[candidacy.steps.length] ?? null) : null
}

export function allowedActions(
  status: SelectionStatus,
  relations: readonly Relation[],
  mine: CandidateState | null,
): SelectionAction[] {
  return ACTIONS.filter((action) => isOpen(action, status) && isTheirs(action, relations)).filter((action) => {
    if (action === 'agree') return mine === 'asked'
    if (action === 'stand') return mine === null
    return true
  })
}

/** @throws candidate_not_ready: nobody agreed, or somebody's vetting is not at its end */
export function checkReady(action: SelectionAction, states: readonly CandidateState[]): void {
  if (action === 'beginVetting' && !states.includes('standing')) throw new AppError('candidate_not_ready')
  if (action === 'beginDeciding' && (states.includes('standing') || !states.includes('passed')))
    throw new AppError('candidate_not_ready')
}

/**
 * The life of a plan. Read STEPS as a table; what a person may do is also asked of their reach (policy.ts).
 * Source: docs/capabilities/planner.md, "From wish to grids".
 */
import type { PlanAction, PlanStatus } from '#contracts/planner.ts'
import { AppError } from '#platform/errors.ts'

// prettier-ignore
export const STEPS: Record<PlanAction, { from: readonly PlanStatus[]; to?: PlanStatus }> = {
  edit:  { from: ['solved', 'infeasible'] },
  apply: { from: ['solved'],                                                  to: 'applied' },
  drop:  { from: ['waiting', 'solving', 'solved', 'infeasible', 'failed'],    to: 'dropped' },
  /** A new plan with the same wish. */
  again: { from: ['solved', 'infeasible', 'failed', 'dropped'] },
}

export const isOpen = (action: PlanAction, status: PlanStatus): boolean => STEPS[action].from.includes(status)

/** @throws step_not_available */
export function checkStep(action: PlanAction, status: PlanStatus): void {
  if (!isOpen(action, status)) throw new AppError('step_not_available', { action, status })
}

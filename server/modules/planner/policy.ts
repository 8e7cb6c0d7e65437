/**
 * Who may see a plan and make it real. A plan of pairings names members: whoever sees it must be allowed to know them.
 * Cutting grids for real is managing places. Source: docs/capabilities/planner.md, "Who may".
 */
import type { PlanAction, PlanKind, PlanStatus } from '#contracts/planner.ts'
import type { Right } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { reaches } from '#platform/reach.ts'
import { isOpen, STEPS } from './lifecycle.ts'

// prettier-ignore
const NEEDED: Record<PlanKind, { see: readonly Right[]; apply: readonly Right[] }> = {
  grids:    { see: ['plans.make'],                 apply: ['plans.make', 'places.manage'] },
  pairings: { see: ['plans.make', 'members.view'], apply: ['plans.make', 'members.view'] },
}

type Stand = { kind: PlanKind; placePath: string }

export const maySee = (actor: Actor, { kind, placePath }: Stand): boolean =>
  NEEDED[kind].see.every((right) => reaches(actor, right, placePath))

/** @throws plan_not_permitted */
export function checkApply(actor: Actor, { kind, placePath }: Stand): void {
  const missing = NEEDED[kind].apply.find((right) => !reaches(actor, right, placePath))
  if (missing) throw new AppError('plan_not_permitted', { right: missing })
}

export function allowedActions(actor: Actor, plan: Stand & { status: PlanStatus }): PlanAction[] {
  const mayApply = NEEDED[plan.kind].apply.every((right) => reaches(actor, right, plan.placePath))
  const actions = Object.keys(STEPS) as PlanAction[] // keys of a Record over PlanAction
  return actions.filter((action) => isOpen(action, plan.status) && (action !== 'apply' || mayApply))
}

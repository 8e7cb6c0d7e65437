/** A plan as its page shows it: the proposal with its figures beside today’s, worked out anew from what is kept. */
import { gridFigures, pairFigures, pairsToday } from '#contracts/planner-figures.ts'
import type { PlanRow, PlanView } from '#contracts/planner.ts'
import type { Actor } from '#platform/actor.ts'
import { allowedActions } from './policy.ts'
import type { PlanFound, PlanLine } from './queries.ts'

export const viewRow = (plan: PlanLine): PlanRow => ({
  id: plan.id,
  kind: plan.kind,
  place: { id: plan.placeId, name: plan.placeName, level: plan.placeLevel },
  wanted: plan.wanted,
  status: plan.status,
  createdAt: plan.createdAt,
  solvedAt: plan.solvedAt,
  appliedAt: plan.appliedAt,
})

export function viewPlan(actor: Actor, plan: PlanFound): PlanView {
  const { grids, pairings } = plan.proposal ?? {}
  return {
    ...viewRow(plan),
    seq: plan.seq,
    allowedActions: allowedActions(actor, plan),
    ...(plan.progress && { progress: plan.progress }),
    ...(plan.figures && { solver: plan.figures }),
    ...(plan.failure && { failure: plan.failure }),
    ...(grids && {
      grids: { proposal: grids, figures: gridFigures(grids, 'grid'), today: gridFigures(grids, 'today') },
    }),
    ...(pairings && {
      pairings: { proposal: pairings, figures: pairFigures(pairings), today: pairFigures(pairsToday(pairings)) },
    }),
  }
}

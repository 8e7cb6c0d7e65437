/**
 * Makes a proposal real. Grids are redrawn from a day on by the module of places; pairings become questions to the members,
 * no more. A place that has changed since the plan was solved is planned anew rather than cut by old figures.
 * Source: docs/capabilities/planner.md, "From wish to grids".
 */
import type { GridPlanProposal, PairPlanProposal } from '#contracts/planner.ts'
import { pairingsBelow, proposePairings, refusedBelow, withdrawAsked } from '#modules/pairings/index.ts'
import { placeNow, redrawGrids, type Redraw } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { cuttable } from './gather-grids.ts'
import { homesBelow, type PlanFound } from './queries.ts'
import { MOST_HOMES } from './gather-pairs.ts'

type How = { effectiveOn?: string; reason: string }

/** @throws plan_outdated, and what redrawGrids throws */
export async function applyGrids(
  tx: Tx,
  plan: PlanFound,
  proposal: GridPlanProposal,
  how: How,
  actor: Actor,
  now: Date,
) {
  const today = shanghaiToday(now)
  const { effectiveOn = today, reason } = how
  if (effectiveOn < today) throw new AppError('plan_date_past', { field: 'effectiveOn' })
  const level = plan.wanted.grids?.level
  const place = await placeNow(tx, plan.placeId, today)
  if (!place || (level !== 1 && level !== 2 && level !== 3)) throw new AppError('plan_outdated')
  const { units, today: standing } = await cuttable(tx, place, level, now)
  const buildings = new Map(units.map((unit) => [unit.place.id, unit.buildingIds]))
  const isSame = buildings.size === proposal.units.length && proposal.units.every(({ id }) => buildings.has(id))
  const stillThere = (key: string) => standing.some(({ id }) => id === key)
  if (!isSame || !proposal.grids.every(({ key, isNew }) => isNew || stillThere(key)))
    throw new AppError('plan_outdated')
  const filled = proposal.grids.map(({ key, name, isNew }) => ({
    ...(!isNew && { gridId: key }),
    name,
    buildingIds: proposal.units.filter(({ grid }) => grid === key).flatMap(({ id }) => buildings.get(id) ?? []),
  }))
  const grids = filled.filter(({ buildingIds }) => buildingIds.length > 0)
  const redraw: Redraw = { kind: 'plan', scopeId: plan.placeId, gridLevel: level, grids, effectiveOn, reason }
  await redrawGrids(tx, redraw, actor, now)
}

/** Asks the members. Whoever looks after a household goes on until another has accepted. @throws plan_outdated */
export async function applyPairs(tx: Tx, plan: PlanFound, { members, homes }: PairPlanProposal, now: Date) {
  const on = shanghaiToday(now)
  const standing = new Set((await homesBelow(tx, plan.placePath, on, MOST_HOMES + 1)).map(({ id }) => id))
  if (homes.some(({ homePlaceId }) => !standing.has(homePlaceId))) throw new AppError('plan_outdated')
  const never = new Set((await refusedBelow(tx, plan.placeId)).map((pair) => `${pair.personId}|${pair.homePlaceId}`))
  const active = new Set((await pairingsBelow(tx, plan.placeId)).map((pair) => `${pair.personId}|${pair.homePlaceId}`))
  const changed = homes.flatMap(({ homePlaceId, member }) => {
    const personId = member === null ? undefined : members[member]?.personId
    const pair = `${personId ?? ''}|${homePlaceId}`
    return personId && !active.has(pair) && !never.has(pair) ? [{ personId, homePlaceId }] : []
  })
  await withdrawAsked(
    tx,
    changed.map(({ homePlaceId }) => homePlaceId),
    now,
  )
  await proposePairings(tx, changed, { planId: plan.id, handover: true, placeId: plan.placeId, now })
}

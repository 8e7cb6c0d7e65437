/** Changes a proposal by hand. Pure: gives the proposal as it is then. What it comes to is worked out anew. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { editPlan, GridPlanProposal, PairPlanProposal } from '#contracts/planner.ts'
import { AppError } from '#platform/errors.ts'
import type { KeptProposal } from './queries.ts'

type Edit = Omit<BodyOf<typeof editPlan>, 'seq'>

/** @throws plan_edit_wrong, pairing_own_home */
export function edited({ grids, pairings }: KeptProposal, { moves = [], names = [], pairs = [] }: Edit): KeptProposal {
  if ((moves.length > 0 || names.length > 0) && !grids) throw new AppError('plan_edit_wrong', { field: 'moves' })
  if (pairs.length > 0 && !pairings) throw new AppError('plan_edit_wrong', { field: 'pairs' })
  return {
    ...(grids && { grids: moveUnits(renamed(grids, names), moves) }),
    ...(pairings && { pairings: changePairs(pairings, pairs) }),
  }
}

function moveUnits(proposal: GridPlanProposal, moves: NonNullable<Edit['moves']>): GridPlanProposal {
  const to = new Map(moves.map(({ unitId, key }) => [unitId, key]))
  const isGrid = (key: string) => proposal.grids.some((grid) => grid.key === key)
  const isUnit = (unitId: string) => proposal.units.some(({ id }) => id === unitId)
  if (!moves.every(({ unitId, key }) => isUnit(unitId) && isGrid(key)))
    throw new AppError('plan_edit_wrong', { field: 'moves' })
  return { ...proposal, units: proposal.units.map((unit) => ({ ...unit, grid: to.get(unit.id) ?? unit.grid })) }
}

function renamed(proposal: GridPlanProposal, names: NonNullable<Edit['names']>): GridPlanProposal {
  const to = new Map(names.map(({ key, name }) => [key, name.trim()]))
  const grids = proposal.grids.map((grid) => ({ ...grid, name: to.get(grid.key) ?? grid.name }))
  const isTaken = new Set(grids.map(({ name }) => name)).size < grids.length
  if (isTaken || grids.some(({ name }) => !name)) throw new AppError('plan_edit_wrong', { field: 'names' })
  return { ...proposal, grids }
}

function changePairs(proposal: PairPlanProposal, pairs: NonNullable<Edit['pairs']>): PairPlanProposal {
  const positions = new Map(proposal.members.map(({ personId }, at) => [personId, at]))
  const homes = [...proposal.homes]
  for (const { homePlaceId, personId } of pairs) {
    const at = homes.findIndex((home) => home.homePlaceId === homePlaceId)
    const [home, member] = [homes[at], personId === null ? null : positions.get(personId)]
    if (!home || member === undefined) throw new AppError('plan_edit_wrong', { field: 'pairs' })
    if (member !== null && proposal.members[member]?.homePlaceId === homePlaceId) throw new AppError('pairing_own_home')
    homes[at] = { ...home, member }
  }
  return { ...proposal, homes }
}

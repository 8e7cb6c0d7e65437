/** The grids of a place as the page draws them: who lies in which, how many households, and what there should be. */
import type { GridsView } from '#contracts/grids.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { areaM2 } from '#platform/geometry/overlay.ts'
import { reaches } from '#platform/reach.ts'
import { isValid, lineOf, type Place, type Tree } from '../tree.ts'
import { gridsAsOf, type GridAsOf } from './as-of.ts'
import { levelsIn } from './problem.ts'
import { isGrid, lastingIn } from './stand.ts'
import type { GridLevel } from './wanted.ts'

/**
 * A grid of level 2 holds 400 households, 25 % more or less; a compound has 5 to 9 areas.
 * Source: docs/capabilities/grids.md, "What there should be" (rules G-R1, G-R2).
 */
const TARGETS = {
  1: null,
  2: { households: 400, tolerancePercent: 25, fewest: null, most: null },
  3: { households: null, tolerancePercent: null, fewest: 5, most: 9 },
} as const satisfies Record<GridLevel, GridsView['target']>

type Asked = { level: GridLevel; on?: string; today: string; actor: Actor }

export async function viewGrids(
  tx: Tx,
  tree: Tree,
  scope: Place,
  { level, on: asked, today, actor }: Asked,
): Promise<GridsView> {
  const levels = levelsIn(scope)
  if (!levels.includes(level)) throw new AppError('grid_scope_wrong', { field: 'level' })
  const on = asked ?? today
  const buildings = lastingIn(tree, scope, on).filter((place) => place.level === 'building' && isValid(place, on))
  const grids = on === today ? gridsNow(tree, scope, level, buildings) : await gridsAsOf(tx, scope.id, level, on)
  const above = level === 3 && on === today ? gridsNow(tree, scope, 2, buildings) : []
  return {
    scope: { id: scope.id, name: scope.fullName, level: scope.level, gridLevel: scope.gridLevel },
    gridLevel: level,
    levels,
    on,
    today,
    target: scope.level === 'grid' ? null : TARGETS[level],
    buildings: buildings.map((building) => {
      const compound = level === 1 ? lineOf(tree, building.path).find((place) => place.level === 'compound') : undefined
      const { id, name, households, lon, lat } = building
      return {
        id,
        name,
        households: households ?? 0,
        lon,
        lat,
        groupId: compound?.id ?? null,
        groupName: compound?.name ?? null,
      }
    }),
    grids: grids.map((grid) => ({ ...grid, areaM2: grid.outline && Math.round(areaM2(grid.outline)) })),
    outline: scope.outline,
    above: above.map(({ id, name, buildingIds }) => ({ id, name, buildingIds })),
    mayChange: on === today && reaches(actor, 'places.manage', scope.path),
  }
}

/** Today's grids stand in the tree itself, also one that no building lies in yet. */
function gridsNow(tree: Tree, scope: Place, level: GridLevel, buildings: readonly Place[]): GridAsOf[] {
  const membersOf = (path: string) => buildings.filter((building) => building.path.startsWith(path))
  const grids = tree.all.filter(
    (place) =>
      isGrid(place) && place.gridLevel === level && place.validTo === null && place.path.startsWith(scope.path),
  )
  return grids.map(({ id, name, code, outline, path }) => {
    const members = membersOf(path)
    const households = members.reduce((sum, building) => sum + (building.households ?? 0), 0)
    return { id, name, code, outline, buildingIds: members.map((building) => building.id), households }
  })
}

/** How the grids of a place stand, read from the tree: what the pure rules decide on. */
import type { Right } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import { reaches } from '#platform/reach.ts'
import { covers } from '../path.ts'
import { lineOf, type Place, type Tree } from '../tree.ts'
import type { BuildingNow, GridLevel, GridLine, GridNow, Stand, Unit } from './wanted.ts'

export const isGrid = (place: Place): place is Place & { gridLevel: GridLevel; parentId: string } =>
  place.level === 'grid' && place.gridLevel !== null && place.parentId !== null

/** What has not ended by that day; what begins later counts as well. */
const isLasting = ({ validTo }: Place, on: string) => validTo === null || validTo > on

/** @throws not_found */
export function placeIn(tree: Tree, id: string): Place {
  const place = tree.byId.get(id)
  if (!place) throw new AppError('not_found')
  return place
}

/** The place, if the actor's right reaches it; what lies beyond answers as if it were not there. @throws not_found */
export function placeWithin(tree: Tree, id: string, actor: Actor, right: Right): Place {
  const place = placeIn(tree, id)
  if (!reaches(actor, right, place.path)) throw new AppError('not_found')
  return place
}

/** Everything in the scope that has not ended by the day, every place before what lies in it. */
export const lastingIn = (tree: Tree, scope: Place, on: string): Place[] =>
  tree.all.filter((place) => covers(scope.path, place.path) && place.id !== scope.id && isLasting(place, on))

export function standOf(tree: Tree, scope: Place, gridLevel: GridLevel, on: string): Stand {
  const inside = lastingIn(tree, scope, on)
  const grids = inside.filter(isGrid)
  const buildings = inside.filter(({ level }) => level === 'building')
  const { id, name, level, parentId } = scope
  return {
    scope: { id, name, level, gridLevel: scope.gridLevel, parentId },
    gridLevel,
    grids: grids.map(viewGrid),
    buildings: buildings.map((building) => viewBuilding(tree, building)),
    units: gridLevel === 1 ? gatheredIn(inside, scope, buildings) : buildings.map((one) => unitOf(one, [one])),
  }
}

const viewGrid = ({
  id,
  gridLevel,
  parentId,
  name,
  code,
  outline,
}: Place & { gridLevel: GridLevel; parentId: string }) =>
  ({ id, gridLevel, parentId, name, code, outline }) satisfies GridNow

/** A building with the grids it lies in today. */
export const viewBuilding = (tree: Tree, { id, name, path }: Place): BuildingNow => ({
  id,
  name,
  grids: Object.fromEntries(
    lineOf(tree, path)
      .filter(isGrid)
      .map((grid) => [grid.gridLevel, grid.id]),
  ) satisfies GridLine,
})

/** Compounds, and whatever else stands side by side with them, in the community itself or in its gatherings. */
function gatheredIn(inside: readonly Place[], scope: Place, buildings: readonly Place[]): Unit[] {
  const around = new Set([scope.id, ...inside.filter(({ gridLevel }) => gridLevel === 1).map(({ id }) => id)])
  return inside
    .filter(({ parentId, gridLevel }) => parentId !== null && around.has(parentId) && gridLevel !== 1)
    .map((unit) =>
      unitOf(
        unit,
        buildings.filter(({ path }) => covers(unit.path, path)),
      ),
    )
}

const unitOf = ({ id, name, parentId }: Place, buildings: readonly Place[]): Unit => ({
  id,
  name,
  parentId: parentId ?? '',
  buildingIds: buildings.map((building) => building.id),
})

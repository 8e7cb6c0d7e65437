/** What is right and wrong about outlines of grids that somebody draws: overlaps, ground in none, houses outside their own. */
import pointInPolygon from 'point-in-polygon-hao'
import { AppError } from '#platform/errors.ts'
import { polygonsOf, type Outline } from '#platform/geometry/convert.ts'
import { areaM2, holesOf, isSound, overlapsOf } from '#platform/geometry/overlay.ts'
import type { Place, Tree } from '../tree.ts'
import { groupOutlines, withKept, type Group } from './outlines.ts'
import type { GridLevel, Redraw, Stand } from './wanted.ts'

export function lookOver(tree: Tree, scope: Place, gridLevel: GridLevel, groups: readonly Group[]) {
  const outlines = groupOutlines(tree, scope.id, gridLevel, groups)
  return {
    grids: outlines.map((outline) => ({ outline, areaM2: outline && Math.round(areaM2(outline)) })),
    overlaps: overlapsOf(outlines),
    // Gathered compounds leave the streets between them out: no hole that anybody drew.
    holes:
      scope.outline && gridLevel !== 1 && outlines.some((one) => one !== null) ? holesOf(scope.outline, outlines) : [],
    outside: groups.flatMap(({ buildingIds }, at) => {
      const outline = outlines[at]
      return outline ? buildingIds.filter((id) => isOutside(outline, tree.byId.get(id))) : []
    }),
  }
}

function isOutside(outline: Outline, building: Place | undefined): boolean {
  if (!building || building.lon === null || building.lat === null) return false
  const point = [building.lon, building.lat]
  return polygonsOf(outline).every((rings) => pointInPolygon(point, rings) === false)
}

/**
 * Outlines drawn by hand: sound, apart from each other, and no ground left out unsaid.
 *
 * @throws grid_outline_wrong, grid_outlines_overlap, grid_hole_unsaid
 */
export function checkDrawn(
  tree: Tree,
  scope: Place,
  stand: Stand,
  { gridLevel, grids, holesSaid = false }: Redraw,
): void {
  const drawn = grids.filter(({ outline }) => outline)
  if (drawn.length === 0) return
  if (drawn.some(({ outline }) => outline && !isSound(outline)))
    throw new AppError('grid_outline_wrong', { field: 'grids' })
  const { overlaps, holes } = lookOver(tree, scope, gridLevel, withKept(stand, grids))
  const names = overlaps.flatMap(({ first, second }) => [grids[first]?.name ?? '', grids[second]?.name ?? ''])
  if (names.length > 0) throw new AppError('grid_outlines_overlap', { field: 'grids', names: [...new Set(names)] })
  const open = holes.reduce((sum, hole) => sum + hole.areaM2, 0)
  if (open > 0 && !holesSaid) throw new AppError('grid_hole_unsaid', { field: 'grids', areaM2: open })
}

/** Why a place cannot be cut as somebody wants it; names what is in the way. Pure. Source: docs/capabilities/grids.md, "Cutting". */
import { AppError } from '#platform/errors.ts'
import type { BuildingNow, GridLevel, GridsWanted, Stand, WantedGrid } from './wanted.ts'

/** Which levels can be drawn in such a place. */
export function levelsIn({ level, gridLevel }: { level: string; gridLevel: number | null }): GridLevel[] {
  if (level === 'community') return [1]
  if (level === 'compound') return [2, 3]
  return level === 'grid' && gridLevel === 2 ? [3] : []
}

/** The refusal, or nothing: grid_scope_wrong, grid_not_found, grid_name_twice, grid_empty, grid_building_…, grid_splits_compound, grid_crosses. */
export function problemOf(stand: Stand, { grids }: GridsWanted): AppError | undefined {
  if (!levelsIn(stand.scope).includes(stand.gridLevel)) return new AppError('grid_scope_wrong', { field: 'gridLevel' })
  const nested = { 1: splitCompound, 2: () => undefined, 3: crossingArea }[stand.gridLevel]
  return wrongGrid(stand, grids) ?? misplaced(stand, grids) ?? nested(stand, grids)
}

const FIELD = { field: 'grids' }

function wrongGrid({ grids, gridLevel }: Stand, wanted: readonly WantedGrid[]): AppError | undefined {
  const own = new Set(grids.filter((grid) => grid.gridLevel === gridLevel).map(({ id }) => id))
  const given = wanted.flatMap(({ gridId }) => gridId ?? [])
  if (given.some((id) => !own.has(id)) || new Set(given).size < given.length)
    return new AppError('grid_not_found', FIELD)
  const names = wanted.map(({ name }) => name.trim())
  const twice = names.find((name, at) => name === '' || names.indexOf(name) < at)
  if (twice !== undefined) return new AppError('grid_name_twice', { ...FIELD, name: twice })
  const empty = wanted.find(({ buildingIds }) => buildingIds.length === 0)
  return empty && new AppError('grid_empty', { ...FIELD, name: empty.name })
}

/** Every building in exactly one grid; no grids at all means that the level is given up. */
function misplaced({ buildings }: Stand, wanted: readonly WantedGrid[]): AppError | undefined {
  const nameOf = new Map(buildings.map(({ id, name }) => [id, name]))
  const given = wanted.flatMap(({ buildingIds }) => buildingIds)
  if (given.some((id) => !nameOf.has(id))) return new AppError('grid_building_unknown', FIELD)
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const id of given) (seen.has(id) ? twice : seen).add(id)
  const named = (ids: Iterable<string>) => [...ids].map((id) => nameOf.get(id) ?? '')
  if (twice.size > 0) return new AppError('grid_building_twice', { ...FIELD, names: named(twice) })
  const left = buildings.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
  if (wanted.length === 0 || left.length === 0) return undefined
  return new AppError('grid_building_left_out', { ...FIELD, names: named(left) })
}

function splitCompound({ units }: Stand, wanted: readonly WantedGrid[]): AppError | undefined {
  const gridOf = new Map(wanted.flatMap(({ buildingIds }, at) => buildingIds.map((id) => [id, at])))
  const split = units.find(({ buildingIds }) => new Set(buildingIds.map((id) => gridOf.get(id))).size > 1)
  return split && new AppError('grid_splits_compound', { ...FIELD, name: split.name })
}

/** An area lies within one grid of level 2, where there are such. */
function crossingArea({ buildings }: Stand, wanted: readonly WantedGrid[]): AppError | undefined {
  const byId = new Map(buildings.map((building): [string, BuildingNow] => [building.id, building]))
  const crossing = wanted.find(({ buildingIds }) => new Set(buildingIds.map((id) => byId.get(id)?.grids[2])).size > 1)
  return crossing && new AppError('grid_crosses', { ...FIELD, name: crossing.name })
}

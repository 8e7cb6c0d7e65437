/**
 * What a cut of a place into grids comes to: which grids begin, stay, end, what moves where, and in which grid of each level
 * every building lies afterwards. Touches nothing; apply.ts writes exactly what stands here.
 *
 * Every building of the scope is in exactly one grid of the level, and grids nest. A border of level 2 therefore cuts the
 * areas that it crosses: each part becomes an area of its own, so that nobody drops out of level 3 unsaid.
 * Source: docs/capabilities/grids.md, "Cutting"; rule G-R3 there.
 */
import { problemOf } from './problem.ts'
import type { BuildingNow, GridLevel, GridLine, GridNow, GridsWanted, Stand, WantedGrid } from './wanted.ts'

export type NewGrid = { id: string; parentId: string; gridLevel: GridLevel; name: string; code: string | null }
export type Term = { buildingId: string; gridLevel: GridLevel; gridId: string | null }
export type Cut = {
  begin: readonly NewGrid[]
  /** Ids of the wanted grids, in their order. */
  gridIds: readonly string[]
  renamed: readonly { id: string; name: string; code: string | null; from: string }[]
  end: readonly GridNow[]
  /** Units and grids whose parent is another one now. */
  parents: ReadonlyMap<string, string>
  /** Where a building lies in another grid than before; null: in none of this level any more. */
  terms: readonly Term[]
  /** Where every building lies afterwards. */
  lines: ReadonlyMap<string, GridLine>
}

/** `gridIds` were given out before, for a change that waited. @throws what problemOf names */
export function cut(stand: Stand, wanted: GridsWanted & { gridIds?: readonly string[] }, newId: () => string): Cut {
  const problem = problemOf(stand, wanted)
  if (problem) throw problem
  const ids = wanted.gridIds ?? wanted.grids.map(({ gridId }) => gridId ?? newId())
  const gridOf = new Map(wanted.grids.flatMap(({ buildingIds }, at) => buildingIds.map((id) => [id, ids[at] ?? ''])))
  return { 1: cutGatherings, 2: cutGrids, 3: cutAreas }[stand.gridLevel](stand, wanted.grids, ids, gridOf, newId)
}

type Membership = ReadonlyMap<string, string>
type Cutting = (
  s: Stand,
  grids: readonly WantedGrid[],
  ids: readonly string[],
  of: Membership,
  newId: () => string,
) => Cut

/** Level 1: whole compounds. One without buildings stays where it is as long as that is there. */
const cutGatherings: Cutting = (stand, wanted, ids, gridOf) => {
  const home = stand.scope.id
  const staying = new Set(ids)
  const parents = new Map<string, string>()
  for (const unit of stand.units) {
    const grid = unit.buildingIds.flatMap((id) => gridOf.get(id) ?? [])[0]
    const stays = unit.parentId === home || staying.has(unit.parentId)
    parents.set(unit.id, grid ?? (unit.buildingIds.length > 0 || !stays ? home : unit.parentId))
  }
  const lines = linesOf(stand, (building) => ({ ...building.grids, 1: gridOf.get(building.id) }))
  return outcome(stand, wanted, ids, { parents, lines, begin: beginning(stand, wanted, ids, () => home) })
}

/** Level 2: buildings, with the areas they lie in. */
const cutGrids: Cutting = (stand, wanted, ids, gridOf, newId) => {
  const home = stand.scope.id
  const begin = [...beginning(stand, wanted, ids, () => home)]
  const nameOf = new Map([...stand.grids, ...begin].map(({ id, name }) => [id, name]))
  const parents = new Map<string, string>()
  const areaOf = new Map<string, string>()
  for (const area of stand.grids.filter(({ gridLevel }) => gridLevel === 3)) {
    const parts = group(
      stand.buildings.filter(({ grids }) => grids[3] === area.id),
      ({ id }) => gridOf.get(id) ?? home,
    )
    const largest = [...parts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
    const kept = parts.has(area.parentId) ? area.parentId : largest
    if (kept !== undefined) parents.set(area.id, kept)
    for (const [grid, members] of parts) {
      const id = grid === kept ? area.id : newId()
      if (id !== area.id)
        begin.push({ id, parentId: grid, gridLevel: 3, name: `${area.name}（${nameOf.get(grid) ?? ''}）`, code: null })
      for (const member of members) areaOf.set(member.id, id)
    }
  }
  for (const { id } of stand.units) parents.set(id, areaOf.get(id) ?? gridOf.get(id) ?? home)
  const lines = linesOf(stand, ({ id, grids }) => ({ ...grids, 2: gridOf.get(id), 3: areaOf.get(id) }))
  return outcome(stand, wanted, ids, { parents, lines, begin })
}

/** Level 3: areas, each within one grid of level 2 where there are such. */
const cutAreas: Cutting = (stand, wanted, ids, gridOf) => {
  const around = new Map<string, string>()
  const byId = new Map(stand.buildings.map((building) => [building.id, building]))
  for (const [at, { buildingIds }] of wanted.entries())
    around.set(ids[at] ?? '', byId.get(buildingIds[0] ?? '')?.grids[2] ?? stand.scope.id)
  const parents = new Map(around)
  for (const { id } of stand.units) parents.set(id, gridOf.get(id) ?? byId.get(id)?.grids[2] ?? stand.scope.id)
  const lines = linesOf(stand, ({ id, grids }) => ({ ...grids, 3: gridOf.get(id) }))
  const begin = beginning(stand, wanted, ids, (id) => around.get(id) ?? stand.scope.id)
  return outcome(stand, wanted, ids, { parents, lines, begin })
}

function beginning(
  { gridLevel }: Stand,
  wanted: readonly WantedGrid[],
  ids: readonly string[],
  parentOf: (id: string) => string,
): NewGrid[] {
  return wanted.flatMap(({ gridId, name, code = null }, at) => {
    const id = ids[at] ?? ''
    return gridId === undefined ? [{ id, parentId: parentOf(id), gridLevel, name: name.trim(), code }] : []
  })
}

type Half = { parents: ReadonlyMap<string, string>; lines: ReadonlyMap<string, GridLine>; begin: readonly NewGrid[] }

/** What follows from where everything lies afterwards: a grid in which no building lies any more ends. */
function outcome(stand: Stand, wanted: readonly WantedGrid[], ids: readonly string[], half: Half): Cut {
  const { lines, begin, parents } = half
  const alive = new Set([...lines.values()].flatMap((line) => Object.values(line)))
  const before = new Map(stand.grids.map((grid) => [grid.id, grid]))
  const touched = stand.gridLevel === 2 ? [2, 3] : [stand.gridLevel]
  const end = stand.grids.filter(({ id, gridLevel }) => touched.includes(gridLevel) && !alive.has(id))
  const ended = new Set(end.map(({ id }) => id))
  const parentNow = new Map([...stand.grids, ...stand.units].map(({ id, parentId }) => [id, parentId]))
  return {
    begin,
    gridIds: ids,
    renamed: wanted.flatMap(({ gridId, name, code }) => {
      const grid = gridId && before.get(gridId)
      if (!grid) return []
      const next = { id: grid.id, name: name.trim(), code: code === undefined ? grid.code : code, from: grid.name }
      return next.name === grid.name && next.code === grid.code ? [] : [next]
    }),
    end,
    parents: new Map(
      [...parents].filter(([id, parent]) => !ended.has(id) && parentNow.has(id) && parentNow.get(id) !== parent),
    ),
    terms: stand.buildings.flatMap(({ id, grids }) => changesOf(id, grids, lines.get(id) ?? {})),
    lines,
  }
}

const LEVELS: readonly GridLevel[] = [1, 2, 3]
const changesOf = (buildingId: string, before: GridLine, after: GridLine): Term[] =>
  LEVELS.filter((level) => before[level] !== after[level]).map((gridLevel) => ({
    buildingId,
    gridLevel,
    gridId: after[gridLevel] ?? null,
  }))

const linesOf = ({ buildings }: Stand, lineOf: (building: BuildingNow) => { [L in GridLevel]?: string | undefined }) =>
  new Map(
    buildings.map((building): [string, GridLine] => {
      const line = lineOf(building)
      return [building.id, Object.fromEntries(LEVELS.flatMap((level) => (line[level] ? [[level, line[level]]] : [])))]
    }),
  )

function group<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

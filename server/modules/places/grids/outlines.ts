/**
 * Outlines of grids: those that were drawn by hand are kept as they are, the others follow from their buildings. A grid that
 * gathers compounds is their ground put together; any other is its share of the ground that it lies in, every spot to the
 * nearest house. Source: docs/capabilities/grids.md, "Outlines".
 */
import { polygonsOf, type Outline } from '#platform/geometry/convert.ts'
import { groundAround, type Ground, type Spot } from '#platform/geometry/flat.ts'
import { clipped, joined } from '#platform/geometry/overlay.ts'
import { shareOut } from '#platform/geometry/share-out.ts'
import { covers } from '../path.ts'
import type { Place, Tree } from '../tree.ts'
import type { Drawn } from './apply.ts'
import type { Cut } from './cut.ts'
import type { GridLevel, GridsWanted, Stand, WantedGrid } from './wanted.ts'

export type Group = { buildingIds: readonly string[]; outline?: Outline | null }

/** What is to be written: nothing for a grid that keeps its buildings and was not drawn anew. */
export function outlinesFor(tree: Tree, stand: Stand, wanted: GridsWanted, cut: Cut): Drawn[] {
  const found = groupOutlines(tree, stand.scope.id, stand.gridLevel, withKept(stand, wanted.grids))
  const changed = new Set(
    cut.terms.filter(({ gridLevel }) => gridLevel === stand.gridLevel).map(({ buildingId }) => buildingId),
  )
  const before = new Map(stand.grids.map((grid) => [grid.id, grid]))
  const membersOf = (id: string) => stand.buildings.filter(({ grids }) => grids[stand.gridLevel] === id).length
  const drawn = wanted.grids.flatMap(({ outline, buildingIds }, at): Drawn[] => {
    const id = cut.gridIds[at] ?? ''
    if (outline !== undefined) return [{ id, outline, from: 'hand' }]
    const same = buildingIds.length === membersOf(id) && !buildingIds.some((building) => changed.has(building))
    return same && before.get(id)?.outline ? [] : [{ id, outline: found[at] ?? null, from: 'plan' }]
  })
  return stand.gridLevel === 2 ? [...drawn, ...partsOfAreas(stand, cut, drawn)] : drawn
}

/** A grid that keeps its buildings and was not drawn anew keeps its outline, too. */
export const withKept = (stand: Stand, grids: readonly WantedGrid[]): Group[] =>
  grids.map(({ gridId, buildingIds, outline }) => {
    const kept = stand.grids.find(({ id }) => id === gridId)?.outline
    const before = stand.buildings.filter((one) => one.grids[stand.gridLevel] === gridId).map(({ id }) => id)
    const same = before.length === buildingIds.length && before.every((id) => buildingIds.includes(id))
    return { buildingIds, ...(outline !== undefined ? { outline } : kept && same ? { outline: kept } : {}) }
  })

/** An area that a new border has cut: each part keeps what of the old outline lies in its grid. */
function partsOfAreas(stand: Stand, cut: Cut, drawn: readonly Drawn[]): Drawn[] {
  const newOutlines = new Map(drawn.map(({ id, outline }) => [id, outline]))
  const gridOutline = (id: string) => newOutlines.get(id) ?? stand.grids.find((grid) => grid.id === id)?.outline
  const parts = new Map<string, { from: string; grid: string }>()
  for (const { id, grids } of stand.buildings) {
    const line = cut.lines.get(id)
    const touched = line?.[3] !== grids[3] || line?.[2] !== grids[2]
    if (grids[3] && line?.[3] && line[2] && touched) parts.set(line[3], { from: grids[3], grid: line[2] })
  }
  for (const { from } of [...parts.values()]) {
    const kept = stand.buildings.map(({ id }) => cut.lines.get(id)).find((line) => line?.[3] === from)
    if (kept?.[2]) parts.set(from, { from, grid: kept[2] })
  }
  return [...parts].flatMap(([id, { from, grid }]): Drawn[] => {
    const old = stand.grids.find((area) => area.id === from)?.outline
    const within = gridOutline(grid)
    return old && within ? [{ id, outline: clipped(old, { within, without: [] }), from: 'plan' }] : []
  })
}

/** An outline for each group: as it is given, or worked out. Null where nothing is drawn that it could follow from. */
export function groupOutlines(
  tree: Tree,
  scopeId: string,
  gridLevel: GridLevel,
  groups: readonly Group[],
): (Outline | null)[] {
  const scope = tree.byId.get(scopeId)
  if (!scope) return groups.map(() => null)
  const given = groups.flatMap(({ outline }) => outline ?? [])
  const found = new Map<Group, Outline | null>()
  // All of them share, so that one which is worked out ends where a drawn one would have begun.
  for (const [ground, members] of grounds(tree, scope, gridLevel, groups)) {
    if (members.every(({ outline }) => outline !== undefined)) continue
    const shares = gridLevel === 1 ? members.map((one) => gathered(tree, one)) : sharesOf(tree, ground, members)
    for (const [at, member] of members.entries()) {
      const share = shares[at] ?? null
      found.set(member, share && given.length > 0 ? clipped(share, { without: given }) : share)
    }
  }
  return groups.map((group) => (group.outline === undefined ? (found.get(group) ?? null) : group.outline))
}

/** Areas share the ground of the grid they lie in, others that of the scope. */
function grounds(tree: Tree, scope: Place, gridLevel: GridLevel, groups: readonly Group[]): Map<Place, Group[]> {
  const byGround = new Map<Place, Group[]>()
  for (const group of groups) {
    const first = tree.byId.get(group.buildingIds[0] ?? '')
    const grid =
      first && gridLevel === 3
        ? tree.all.findLast(({ gridLevel: level, path }) => level === 2 && covers(path, first.path))
        : undefined
    const ground = grid ?? scope
    byGround.set(ground, [...(byGround.get(ground) ?? []), group])
  }
  return byGround
}

function gathered(tree: Tree, { buildingIds }: Group): Outline | null {
  const inside = new Set(buildingIds)
  const holding = (place: Place) => tree.all.some(({ id, path }) => inside.has(id) && covers(place.path, path))
  return joined(
    tree.all.flatMap((place) => (place.level === 'compound' && place.outline && holding(place) ? [place.outline] : [])),
  )
}

function sharesOf(tree: Tree, ground: Place, groups: readonly Group[]): (Outline | null)[] {
  const buildings = groups.map(({ buildingIds }) => buildingIds.flatMap((id) => tree.byId.get(id) ?? []))
  const drawn = buildings
    .flat()
    .flatMap(({ outline, lon, lat }) => outline ?? (lon !== null && lat !== null ? pointOf(lon, lat) : []))
  const around = [...(ground.outline ? [ground.outline] : []), ...drawn]
  if (around.length === 0) return groups.map(() => null)
  const flat = groundAround(around)
  const walls = buildings.map((some) => some.flatMap((building) => wallsOf(building, flat)))
  const whole = ground.outline ? flat.flatOf(ground.outline) : [[boxRound(walls.flat(2))]]
  return shareOut(whole, walls).map((share) => flat.outlineOf(share))
}

const pointOf = (lon: number, lat: number): Outline => ({ type: 'Polygon', coordinates: [[[lon, lat]]] })

function wallsOf({ outline, lon, lat }: Place, flat: Ground): Spot[][] {
  if (outline)
    return polygonsOf(outline).flatMap(([ring]) =>
      ring ? [ring.map(([x = NaN, y = NaN]) => flat.spotOf({ lon: x, lat: y }))] : [],
    )
  return lon !== null && lat !== null ? [[flat.spotOf({ lon, lat })]] : []
}

/** How much ground goes with a house where nobody has drawn the compound. */
const AROUND_HOUSES_M = 15

function boxRound(spots: readonly Spot[]): Spot[] {
  const xs = spots.map(([x]) => x)
  const ys = spots.map(([, y]) => y)
  const [west, east] = [Math.min(...xs) - AROUND_HOUSES_M, Math.max(...xs) + AROUND_HOUSES_M]
  const [south, north] = [Math.min(...ys) - AROUND_HOUSES_M, Math.max(...ys) + AROUND_HOUSES_M]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

/**
 * Fills the areas of one portion: a community with its compounds, or the subdistricts and the district by themselves. What is
 * read belongs to the innermost of these areas that it lies in.
 */
import { ancestorPaths, isValid, type Place, type Tree } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Area, Building, Grid, Spot } from './area.ts'
import {
  chainLevels,
  gridsOfBuildings,
  householdsBelow,
  membersBelow,
  organisationsBelow,
  pairingsBelow,
  postsBelow,
  sponsorsBelow,
  venuesBelow,
} from './count-queries.ts'

export type Portion = { root: Place | null; areas: readonly Place[] }
const AREA_LEVELS: readonly Place['level'][] = ['district', 'subdistrict', 'community', 'compound']

export const isArea = ({ level }: Pick<Place, 'level'>): boolean => AREA_LEVELS.includes(level)
/** The innermost area around a path, itself included. */
export const areaOf = (tree: Tree, path: string): Place | undefined =>
  ancestorPaths(path)
    .toReversed()
    .flatMap((one) => tree.byPath.get(one) ?? [])
    .find(isArea)

/** The place whose portion a path belongs to: its community, or a compound that lies in none; null is what lies above all of them. */
export function rootOf(tree: Tree, path: string): Place | null {
  const line = ancestorPaths(path).flatMap((one) => tree.byPath.get(one) ?? [])
  return line.find(({ level }) => level === 'community') ?? line.find(({ level }) => level === 'compound') ?? null
}

/** Every portion of a district, in the order of their paths; last what lies above. */
export function portionsOf(tree: Tree, today: string): Portion[] {
  const byRoot = new Map<Place | null, Place[]>()
  for (const place of tree.all) {
    if (!isArea(place) || !isValid(place, today)) continue
    const root = rootOf(tree, place.path)
    byRoot.set(root, [...(byRoot.get(root) ?? []), place])
  }
  return [...byRoot]
    .map(([root, areas]) => ({ root, areas }))
    .sort((a, b) => Number(a.root === null) - Number(b.root === null))
}

type Asked = { tree: Tree; portion: Portion; today: string; confirmedSince: string }

export async function gather(
  tx: Tx,
  { tree, portion: { root, areas }, today, confirmedSince }: Asked,
): Promise<Area[]> {
  const path = root?.path ?? '' // above all portions: everything, of which only the areas' own is kept
  const organisations = await organisationsBelow(tx, path, today)
  const posts = await postsBelow(tx, path, today)
  const chain = await chainLevels(tx)
  // Nobody lives in a subdistrict but in its communities.
  const lived = root !== null
  const venues = lived ? await venuesBelow(tx, path, today) : []
  const households = lived ? await householdsBelow(tx, path, today, confirmedSince) : []
  const members = lived ? await membersBelow(tx, path, today) : []
  const terms = new Map(
    (lived ? await gridsOfBuildings(tx, path, today) : []).map((one) => [one.buildingId, one.grids]),
  )
  const pairings = lived ? await pairingsBelow(tx, path, today) : []
  const sponsors = lived ? await sponsorsBelow(tx, path, today) : []

  const own = <T extends { path: string }>(rows: readonly T[]) => grouped(rows, ({ path }) => areaOf(tree, path)?.id)
  const places = lived ? tree.all.filter((place) => place.path.startsWith(path) && isValid(place, today)) : []
  const placesOf = own(places.filter((place) => !isArea(place)))
  const [organisationsOf, postsOf, venuesOf] = [own(organisations), own(posts), own(venues)]
  const [membersOf, pairingsOf, sponsorsOf] = [own(members), own(pairings), own(sponsors)]
  const filesOf = grouped(households, ({ buildingId }) => areaOf(tree, tree.byId.get(buildingId)?.path ?? '')?.id)

  return areas.map((place): Area => {
    const inside = placesOf.get(place.id) ?? []
    const files = filesOf.get(place.id) ?? []
    const isCompound = place.level === 'compound'
    return {
      place: { ...spot(place), level: place.level },
      compoundId: isCompound ? place.id : null,
      communityId: root?.id ?? null,
      households: place.households ?? 0,
      buildings: inside.filter(({ level }) => level === 'building').map((one) => building(one, terms.get(one.id) ?? 0)),
      grids: inside.filter(({ level }) => level === 'grid').map(grid),
      organisations: organisationsOf.get(place.id) ?? [],
      around: isCompound && root ? (organisationsOf.get(root.id) ?? []) : [],
      posts: postsOf.get(place.id) ?? [],
      postsAround: isCompound && root ? (postsOf.get(root.id) ?? []) : [],
      venues: venuesOf.get(place.id) ?? [],
      residents: (membersOf.get(place.id) ?? []).map((one) => ({ ...one, grids: gridsAt(tree, terms, one.path) })),
      loads: loadsOf(pairingsOf.get(place.id) ?? []),
      files: {
        households: total(files, ({ households }) => households),
        reachable: total(files, ({ reachable }) => reachable),
        confirmed: total(files, ({ confirmed }) => confirmed),
      },
      sponsors: (sponsorsOf.get(place.id) ?? []).find((one) => one.path === place.path)?.sponsors ?? 0,
      instructors: [],
      chain,
    }
  })
}

const spot = ({ id, name, path }: Place): Spot => ({ id, name, path })
const building = (place: Place, grids: number): Building => ({
  ...spot(place),
  households: place.households ?? 0,
  empty: place.usedAs !== 'homes',
  grids,
})
const grid = (place: Place): Grid => ({
  ...spot(place),
  level: place.gridLevel === 1 ? 1 : place.gridLevel === 3 ? 3 : 2,
  code: place.code,
  drawn: place.outline !== null,
  households: place.households ?? 0,
})

/** By the building of the home; a member whose home is not known lies in no grid. */
function gridsAt(tree: Tree, terms: ReadonlyMap<string, number>, homePath: string): number {
  const line = ancestorPaths(homePath).flatMap((one) => tree.byPath.get(one) ?? [])
  const found = line.find(({ level }) => level === 'building')
  return found ? (terms.get(found.id) ?? 0) : 0
}

/** How many members have one household, two households, … */
function loadsOf(pairings: readonly { personId: string }[]): Map<number, number> {
  const loads = new Map<number, number>()
  for (const pairs of grouped(pairings, ({ personId }) => personId).values())
    loads.set(pairs.length, (loads.get(pairs.length) ?? 0) + 1)
  return loads
}

const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)

export function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

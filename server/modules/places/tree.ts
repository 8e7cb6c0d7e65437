/**
 * The places of a district down to its buildings, in memory with an index over their outlines: some thousands, read by
 * every report. Entrances and homes stay in the database.
 *
 * Whoever writes places bumps a mark (placesChanged); every reader compares it in the statement that it needs anyway, so
 * no process answers from an old tree. Source: docs/capabilities/places.md, "Finding a place".
 */
import { randomBytes } from 'node:crypto'
import { PLACE_LEVELS, type PlaceLevel, type PlaceView, type UsedAs } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { buildAreaIndex, type AreaIndex } from '#platform/geometry/areas.ts'
import type { Outline } from '#platform/geometry/convert.ts'
import { ancestorPaths } from './path.ts'

export type Place = PlaceView & {
  fullName: string
  path: string
  /** Storeys of a building; the storey of a home. */
  floors: number | null
  residents: number | null
  usedAs: UsedAs
  gridId: string | null
  outline: Outline | null
  validFrom: string
  validTo: string | null
}

export type Tree = {
  version: number
  /** In the order of their paths: every place right before what lies in it. */
  all: readonly Place[]
  byId: ReadonlyMap<string, Place>
  byPath: ReadonlyMap<string, Place>
  areas: AreaIndex
}

export const PLACE_COLUMNS = `p.id, p.parent_id AS "parentId", p.level, p.name, p.full_name AS "fullName", p.grid_level AS "gridLevel", p.code, p.path, p.households, p.residents,
  p.floors, p.used_as AS "usedAs", p.lon, p.lat, p.outline, p.grid_id AS "gridId", p.valid_from AS "validFrom", p.valid_to AS "validTo"`

const MARK = 'places.version'
const UNMARKED = 0
const MOST_KEPT = 50 // districts in one process; a tree of 10,000 places takes some 10 MB
const kept = new Map<number, Tree>()

/** Says that places of this district were written: the next reader of any process reads them anew. */
export async function placesChanged(tx: Tx): Promise<void> {
  // Not counted up: a number that a rolled-back transaction showed to nobody but itself must never come again.
  const version = 1 + randomBytes(6).readUIntBE(0, 6)
  await tx.run({
    name: 'places_changed',
    text: `INSERT INTO counter (tenant_id, name, value) VALUES ($1, $2, $3)
           ON CONFLICT (tenant_id, name) DO UPDATE SET value = excluded.value`,
    values: [tx.tenantId, MARK, version],
  })
}

/** The tree as it is now, and the place with this id on whatever level, in one statement while nothing has changed. */
export async function readTree(tx: Tx, placeId?: string): Promise<{ tree: Tree; picked: Place | undefined }> {
  const found = await tx.one<{ version: number | null } & ({ id: null } | Place)>({
    name: 'places_version',
    text: `SELECT m.value AS version, ${PLACE_COLUMNS} FROM (VALUES ($1::int)) AS own (tenant_id)
             LEFT JOIN counter m ON m.tenant_id = $1 AND m.name = $2
             LEFT JOIN place p ON p.tenant_id = $1 AND p.id = $3`,
    values: [tx.tenantId, MARK, placeId ?? null],
  })
  const version = found?.version ?? UNMARKED
  const known = kept.get(tx.tenantId)
  const tree = known?.version === version ? known : await loadTree(tx, version)
  return { tree, picked: found && found.id !== null ? found : undefined }
}

async function loadTree(tx: Tx, version: number): Promise<Tree> {
  const all = await tx.many<Place>({
    name: 'places_all',
    text: `SELECT ${PLACE_COLUMNS} FROM place p WHERE p.tenant_id = $1 AND p.level = ANY ($2::text[]) ORDER BY p.path`,
    values: [tx.tenantId, PLACE_LEVELS.filter((level) => !isDeep(level))],
  })
  const areas = all.flatMap(({ id, level, gridLevel, outline, validFrom, validTo }) =>
    outline ? [{ id, level: rankOf(level, gridLevel), outline, validFrom, validTo }] : [],
  )
  const tree = {
    version,
    all,
    byId: new Map(all.map((place) => [place.id, place])),
    byPath: new Map(all.map((place) => [place.path, place])),
    areas: buildAreaIndex(areas),
  }
  if (version === UNMARKED) return tree // its writers say nothing, so it may change unseen
  kept.delete(tx.tenantId)
  kept.set(tx.tenantId, tree)
  for (const tenantId of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(tenantId)
  return tree
}

/** The smaller the place, the higher: what gathers compounds stands before them, an area 片区 after its grid. */
const rankOf = (level: PlaceLevel, gridLevel: number | null) =>
  PLACE_LEVELS.indexOf(level) + (gridLevel === 1 ? -1.5 : gridLevel === 3 ? 0.5 : 0)

/** Levels that stay in the database: a district has hundreds of thousands of homes. */
export const isDeep = (level: PlaceLevel): boolean => level === 'entrance' || level === 'home'

export const isValid = ({ validFrom, validTo }: Pick<Place, 'validFrom' | 'validTo'>, on: string): boolean =>
  validFrom <= on && (validTo === null || on < validTo)

/** The places above, largest first, and the place itself; as far down as the tree is in memory. */
export const lineOf = (tree: Tree, path: string): Place[] =>
  ancestorPaths(path).flatMap((one) => tree.byPath.get(one) ?? [])

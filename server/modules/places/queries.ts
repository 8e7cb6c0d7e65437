/** SQL for single places of any level; the larger ones are in memory (tree.ts). Places are the same for everybody signed in. */
import type { MapShape } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import type { Box } from '#platform/geometry/convert.ts'
import { ancestorPaths } from './path.ts'
import { PLACE_COLUMNS, type Place } from './tree.ts'

/** Names as people say them, by id; ids that are not there are left out. */
export async function placeNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.many<{ id: string; fullName: string }>({
    name: 'place_names',
    text: `SELECT id, full_name AS "fullName" FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
    values: [tx.tenantId, ids],
  })
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}

/** A place of any level as it is on that day. */
export const placeNow = (tx: Tx, id: string, on: string) =>
  tx.one<Place>({
    name: 'place_now',
    text: `SELECT ${PLACE_COLUMNS} FROM place p
            WHERE p.tenant_id = $1 AND p.id = $2 AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to > $3)`,
    values: [tx.tenantId, id, on],
  })

/** Names of the buildings that these homes (by path) lie in: what lists of people show instead of the home. */
export async function buildingNames(tx: Tx, homePaths: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(homePaths.flatMap(ancestorPaths))]
  if (wanted.length === 0) return new Map()
  const buildings = await tx.many<{ path: string; fullName: string }>({
    name: 'place_buildings',
    text: `SELECT path, full_name AS "fullName" FROM place WHERE tenant_id = $1 AND path = ANY ($2::text[]) AND level = 'building'`,
    values: [tx.tenantId, wanted],
  })
  const byPath = new Map(buildings.map(({ path, fullName }) => [path, fullName]))
  return new Map(
    homePaths.flatMap((home) =>
      ancestorPaths(home).flatMap((path) => (byPath.has(path) ? [[home, byPath.get(path) ?? '']] : [])),
    ),
  )
}

export type HomeBelow = Pick<
  Place,
  'id' | 'parentId' | 'name' | 'fullName' | 'code' | 'path' | 'floors' | 'households' | 'usedAs'
>

/** Every home in a place that was not ended, in the order of paths. */
export const homesBelow = (tx: Tx, placeId: string) =>
  tx.many<HomeBelow>({
    name: 'place_homes_below',
    text: `SELECT h.id, h.parent_id AS "parentId", h.name, h.full_name AS "fullName", h.code, h.path, h.floors, h.households, h.used_as AS "usedAs"
             FROM place t JOIN place h ON h.tenant_id = $1 AND h.path >= t.path AND h.path < t.path || '~'
            WHERE t.tenant_id = $1 AND t.id = $2 AND h.level = 'home' AND h.valid_to IS NULL
            ORDER BY h.path`,
    values: [tx.tenantId, placeId],
  })

/** A block of flats has a few hundred homes; no list of children is longer. */
const MOST_CHILDREN = 1_000

export const childrenOf = (tx: Tx, parentId: string | undefined, on: string) =>
  tx.many<Place>({
    name: 'place_children',
    text: `SELECT ${PLACE_COLUMNS} FROM place p
            WHERE p.tenant_id = $1 AND p.parent_id IS NOT DISTINCT FROM $2::uuid AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to > $3)
            ORDER BY p.path LIMIT $4`,
    values: [tx.tenantId, parentId ?? null, on, MOST_CHILDREN],
  })

/** Ground that helps the eye, largest first. */
export const groundWithin = (tx: Tx, { west, south, east, north }: Box, limit: number) =>
  tx.many<MapShape>({
    name: 'map_shapes_within',
    text: `SELECT NULL::uuid AS "placeId", kind, name, geometry FROM map_shape
            WHERE tenant_id = $1 AND west <= $4 AND east >= $2 AND south <= $5 AND north >= $3
            ORDER BY (east - west) * (north - south) DESC, id LIMIT $6`,
    values: [tx.tenantId, west, south, east, north, limit],
  })

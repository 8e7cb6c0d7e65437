/**
 * Puts places into the tree: by hand, by bulk, from a file, from the divisions. The one way in, set by set, so that path,
 * name, code and grids are never made twice in different ways. Source: docs/capabilities/places.md, "Making places".
 */
import type { PlaceLevel } from '#contracts/places.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { boxOf } from '#platform/geometry/convert.ts'
import { newId } from '#platform/ids.ts'
import { factsChanged } from './facts.ts'
import { floorOf, partOf } from './home-words.ts'
import { ancestorPaths } from './path.ts'
import { NOWHERE, placeAll, type NewPlace, type Parent, type Placed } from './placing.ts'
import { isDeep, placesChanged } from './tree.ts'

/** What stands since before anybody asked: the default of the column. */
const ALWAYS = '2000-01-01'
const AT_ONCE = 5_000 // rows of one statement: some 2 MB of JSON

/**
 * Adds places and gives their ids in the order of the rows. Locks the places that they are put into. `tells: false` for one
 * piece of many: whoever makes them says at the end that facts have changed.
 *
 * @throws place_not_found, place_level_wrong
 */
export async function addPlaces(
  tx: Tx,
  rows: readonly NewPlace[],
  now: Date,
  { tells = true } = {},
): Promise<string[]> {
  if (rows.length === 0) return []
  const wanted = rows.map((row) => ({ ...row, id: row.id ?? newId() }))
  const own = new Set(wanted.map(({ id }) => id))
  const outside = new Set(wanted.flatMap(({ parentId }) => (parentId && !own.has(parentId) ? [parentId] : [])))
  const parents = await lockParents(tx, [...outside])
  const placed = placeAll(wanted, parents)
  for (let from = 0; from < placed.length; from += AT_ONCE) await insert(tx, placed.slice(from, from + AT_ONCE))
  await insertTerms(tx, placed, shanghaiToday(now))
  await placesChanged(tx)
  if (tells)
    await factsChanged(tx, [...outside, ...placed.flatMap(({ row }) => (isDeep(row.level) ? [] : [row.id]))], now)
  return wanted.map(({ id }) => id)
}

type Line = { id: string; path: string; level: PlaceLevel; gridLevel: number | null; fullName: string }

/** The places that are built into, by id; under null what the district stands in. */
async function lockParents(tx: Tx, ids: readonly string[]): Promise<Map<string | null, Parent>> {
  const found = await tx.many<Line & { code: string | null }>({
    name: 'place_lock_parents',
    text: `SELECT id, level, grid_level AS "gridLevel", path, full_name AS "fullName", code
             FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    values: [tx.tenantId, ids],
  })
  // Asked once they are locked: whoever was first has added theirs.
  const lasts = await tx.many<{ parentId: string; path: string }>({
    name: 'place_last_within',
    text: `SELECT parent_id AS "parentId", max(path) AS path FROM place WHERE tenant_id = $1 AND parent_id = ANY ($2::uuid[]) GROUP BY parent_id`,
    values: [tx.tenantId, ids],
  })
  const lastPath = new Map(lasts.map(({ parentId, path }) => [parentId, path]))
  const above = await tx.many<Line>({
    name: 'place_lines',
    text: `SELECT id, path, level, grid_level AS "gridLevel", full_name AS "fullName" FROM place WHERE tenant_id = $1 AND path = ANY ($2::text[])`,
    values: [tx.tenantId, [...new Set(found.flatMap(({ path }) => ancestorPaths(path)))]],
  })
  const byPath = new Map(above.map((one) => [one.path, one]))
  const top: [null, Parent] = [null, { ...NOWHERE, last: lastOf(ids.length > 0 ? null : await lastAtTop(tx)) }]
  return new Map([
    top,
    ...found.map(({ fullName, ...parent }): [string, Parent] => {
      const line = ancestorPaths(parent.path).flatMap((path) => byPath.get(path) ?? [])
      const spoken = line.findLast(({ level }) => level !== 'grid')?.fullName ?? fullName
      const grids = line.flatMap(({ id, gridLevel }) => (gridLevel === null ? [] : [{ id, gridLevel }]))
      return [parent.id, { ...parent, spoken, grids, last: lastOf(lastPath.get(parent.id) ?? null) }]
    }),
  ])
}

const lastOf = (path: string | null) => parseInt(path?.split('.').at(-2) ?? '0', 36)

async function lastAtTop(tx: Tx): Promise<string | null> {
  const found = await tx.one<{ path: string | null }>({
    name: 'place_last_at_top',
    text: `SELECT max(path) AS path FROM place WHERE tenant_id = $1 AND parent_id IS NULL`,
    values: [tx.tenantId],
  })
  return found?.path ?? null
}

async function insert(tx: Tx, placed: readonly Placed[]): Promise<void> {
  const rows = placed.map(({ row, self, fullName, gridId }) => {
    const { usedAs = 'homes', outline = null } = row
    const box = outline && boxOf(outline)
    return {
      id: self.id,
      parent_id: row.parentId,
      level: row.level,
      name: row.name,
      full_name: fullName,
      code: self.code,
      path: self.path,
      households: row.households ?? (row.level === 'home' && usedAs === 'homes' ? 1 : null),
      residents: row.residents ?? null,
      floors: row.floors ?? (row.level === 'home' ? floorOf(partOf(row.name)) : null),
      used_as: usedAs,
      lon: row.lon ?? (box ? (box.west + box.east) / 2 : null),
      lat: row.lat ?? (box ? (box.south + box.north) / 2 : null),
      outline,
      outline_from: outline && (row.outlineFrom ?? 'hand'),
      outline_system: outline && (row.outlineSystem ?? 'wgs84'),
      grid_id: gridId,
      grid_level: self.gridLevel,
      valid_from: row.validFrom ?? ALWAYS,
    }
  })
  await tx.run({
    name: 'place_insert',
    text: `INSERT INTO place (tenant_id, id, parent_id, level, name, full_name, code, path, households, residents, floors, used_as, lon, lat,
                              outline, outline_from, outline_system, grid_id, grid_level, valid_from)
           SELECT $1, id, parent_id, level, name, full_name, code, path, households, residents, floors, used_as, lon, lat,
                  outline, outline_from, outline_system, grid_id, grid_level, valid_from
             FROM jsonb_populate_recordset(NULL::place, $2::jsonb)`,
    values: [tx.tenantId, JSON.stringify(rows)],
  })
}

/** A building put into grids lies in them from today on, or from the day it is counted when that is later. */
async function insertTerms(tx: Tx, placed: readonly Placed[], today: string): Promise<void> {
  const terms = placed
    .filter(({ row }) => row.level === 'building')
    .flatMap(({ row: { id, validFrom = ALWAYS }, self }) =>
      self.grids.map((grid) => ({
        id: newId(),
        building_id: id,
        grid_level: grid.gridLevel,
        grid_id: grid.id,
        valid_from: validFrom > today ? validFrom : today,
      })),
    )
  if (terms.length === 0) return
  await tx.run({
    name: 'place_insert_terms',
    text: `INSERT INTO grid_term (tenant_id, id, building_id, grid_level, grid_id, valid_from)
           SELECT $1, id, building_id, grid_level, grid_id, valid_from FROM jsonb_populate_recordset(NULL::grid_term, $2::jsonb)`,
    values: [tx.tenantId, JSON.stringify(terms)],
  })
}

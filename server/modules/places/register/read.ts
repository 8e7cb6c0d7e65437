/**
 * What the register shows of a place: what lies directly in it, and how much of each level in all. Down to buildings it
 * comes from the tree in memory; only a building is asked for its doors.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { readRegister, RegisterPlace } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { covers } from '../path.ts'
import { childrenOf } from '../queries.ts'
import { isDeep, isValid, lineOf, type Place, type Tree } from '../tree.ts'
import { byName, viewRegisterPlace } from '../view.ts'

/** What lies directly in a place, numbers in their order. */
export async function placesWithin(tx: Tx, tree: Tree, parent: Place, on: string): Promise<RegisterPlace[]> {
  const hasDoors = parent.level === 'building' || isDeep(parent.level)
  const rows = hasDoors
    ? await childrenOf(tx, parent.id, on)
    : tree.all.filter((place) => place.parentId === parent.id && isValid(place, on))
  return viewAll(tx, tree, rows, on)
}

/** Rows of the register with how many places lie directly in each. */
export async function viewAll(tx: Tx, tree: Tree, rows: readonly Place[], on: string): Promise<RegisterPlace[]> {
  const children = new Map<string, number>()
  for (const place of tree.all)
    if (place.parentId && isValid(place, on)) children.set(place.parentId, (children.get(place.parentId) ?? 0) + 1)
  const withDoors = rows.filter(({ level }) => level === 'building' || level === 'entrance').map(({ id }) => id)
  for (const { id, count } of await doorsIn(tx, withDoors, on)) children.set(id, (children.get(id) ?? 0) + count)
  return rows.map((place) => viewRegisterPlace(place, children.get(place.id) ?? 0)).sort(byName)
}

const doorsIn = async (tx: Tx, ids: readonly string[], on: string) =>
  ids.length === 0
    ? []
    : tx.many<{ id: string; count: number }>({
        name: 'register_doors',
        text: `SELECT parent_id AS id, count(*) AS count FROM place
                WHERE tenant_id = $1 AND parent_id = ANY ($2::uuid[]) AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3) GROUP BY parent_id`,
        values: [tx.tenantId, ids, on],
      })

type Counts = ReplyOf<typeof readRegister>['counts']

/** How much of each level lies in the place on that day. */
export async function countsOf(tx: Tx, tree: Tree, top: Place, on: string): Promise<Counts> {
  const inside = tree.all.filter((one) => one.id !== top.id && covers(top.path, one.path) && isValid(one, on))
  const buildings = inside.filter(({ level }) => level === 'building')
  const grids = (level: number) => inside.filter(({ gridLevel }) => gridLevel === level).length
  const isLarge = top.level === 'district' || top.level === 'subdistrict' || top.level === 'community'
  return {
    communities: inside.filter(({ level }) => level === 'community').length,
    compounds: inside.filter(({ level }) => level === 'compound').length,
    basicGrids: grids(2),
    areas: grids(3),
    buildings: buildings.length,
    undrawn: buildings.filter(({ outline }) => !outline).length,
    ungridded: buildings.filter((one) => !one.gridId && !lineOf(tree, one.path).some(isBasicGrid)).length,
    homes: isLarge ? null : await homesIn(tx, top.path, on),
  }
}

const isBasicGrid = ({ gridLevel }: Place) => gridLevel === 2

async function homesIn(tx: Tx, path: string, on: string): Promise<number> {
  const found = await tx.one<{ count: number }>({
    name: 'register_homes',
    text: `SELECT count(*) AS count FROM place
            WHERE tenant_id = $1 AND path > $2 AND path < $2 || '~' AND level = 'home' AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)`,
    values: [tx.tenantId, path, on],
  })
  return found?.count ?? 0
}

/** The doors of a building: its entrances, and homes with the entrance they open from. */
export async function doorsOf(tx: Tx, building: Place, on: string) {
  const doors = await tx.many<Place>({
    name: 'register_doors_of',
    text: `SELECT d.id, d.parent_id AS "parentId", d.level, d.name, d.code, d.floors, d.used_as AS "usedAs" FROM place d
            WHERE d.tenant_id = $1 AND d.path > $2 AND d.path < $2 || '~' AND d.valid_from <= $3 AND (d.valid_to IS NULL OR d.valid_to > $3)
            ORDER BY d.path`,
    values: [tx.tenantId, building.path, on],
  })
  const entrances = doors.filter(({ level }) => level === 'entrance').sort(byName)
  return {
    entrances: entrances.map(({ id, name }) => ({ id, name })),
    homes: doors
      .filter(({ level }) => level === 'home')
      .sort(byName)
      .map(({ id, parentId, name, code, floors, usedAs }) => ({
        id,
        entranceId: parentId === building.id ? null : parentId,
        name,
        code,
        floor: floors,
        usedAs,
      })),
  }
}

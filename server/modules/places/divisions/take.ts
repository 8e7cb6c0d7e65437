/**
 * Takes subdistricts and communities from the list of divisions into the tree of one's own district, with what they lie in
 * up to it. Their codes stay with them, so nothing is taken twice. Source: docs/capabilities/places.md, "Divisions".
 */
import type { PlaceLevel } from '#contracts/places.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { reaches } from '#platform/reach.ts'
import { addPlaces } from '../add-places.ts'
import { covers } from '../path.ts'
import type { NewPlace } from '../placing.ts'
import { placesChanged, readTree, type Place, type Tree } from '../tree.ts'
import type { Division, Divisions } from './divisions.ts'

/** Digits of the code of a district, a subdistrict, a community: GB/T 2260 and GB/T 10114. */
const [DISTRICT, SUBDISTRICT] = [6, 9]
const levelOf = (code: string): PlaceLevel => (code.length === SUBDISTRICT ? 'subdistrict' : 'community')

/**
 * Gives the ids of the places that the codes are now, in their order, and how many were new.
 *
 * @throws division_not_found, division_outside, not_permitted
 */
export async function takeInto(tx: Tx, actor: Actor, divisions: Divisions, codes: readonly string[], now: Date) {
  const { tree } = await readTree(tx)
  const district = tree.all.find(({ level }) => level === 'district')
  if (!district) throw new AppError('place_not_found')
  const own = await districtCode(tx, tree, district, divisions, codes)
  const ids = new Map(tree.all.flatMap(({ id, code }) => (code ? [[code, id]] : [])))
  const rows: (NewPlace & { id: string })[] = []

  /** The place of a division: there, or added with what it lies in. */
  const placeOf = (code: string): string => {
    if (code.length <= DISTRICT) return district.id
    const division = divisions.find(code)
    if (!division) throw new AppError('division_not_found', { field: 'codes' })
    const parentId = placeOf(code.slice(0, code.length === SUBDISTRICT ? DISTRICT : SUBDISTRICT))
    const known = ids.get(code) ?? namesake(tree, parentId, division)
    if (known) return known
    const row = { id: newId(), parentId, level: levelOf(code), name: division.name, code }
    rows.push(row)
    ids.set(code, row.id)
    return row.id
  }
  const placeIds = codes.map((code) => {
    if (!code.startsWith(own) || code.length <= DISTRICT) throw new AppError('division_outside', { field: 'codes' })
    return placeOf(code)
  })
  for (const { parentId } of rows) {
    const parent = parentId === null ? undefined : tree.byId.get(parentId)
    if (parent && !reaches(actor, 'places.manage', parent.path)) throw new AppError('not_permitted')
  }
  await addPlaces(tx, rows, now)
  return { added: rows.length, placeIds, names: rows.map(({ name }) => name) }
}

/** Typed in by hand before: the same place without its code. */
const namesake = (tree: Tree, parentId: string, { name }: Division) =>
  tree.all.find((place) => place.parentId === parentId && place.name === name)?.id

/** The district's own code; a new installation's becomes what the first division lies in, with its name. */
async function districtCode(
  tx: Tx,
  tree: Tree,
  district: Place,
  divisions: Divisions,
  [first = '']: readonly string[],
): Promise<string> {
  if (district.code) return district.code
  const division = divisions.find(first.slice(0, DISTRICT))
  if (!division) throw new AppError('division_not_found', { field: 'codes' })
  const isEmpty = !tree.all.some(({ id, path }) => id !== district.id && covers(district.path, path))
  await tx.run({
    name: 'division_own_district',
    text: `UPDATE place SET code = $3, name = $4, full_name = $4 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, district.id, division.code, isEmpty ? division.name : district.name],
  })
  await placesChanged(tx)
  return division.code
}

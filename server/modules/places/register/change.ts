/**
 * Correcting a place. Its name stands in the addresses of all that lies in it, its number in the codes of its doors, so
 * both change with it, set by set. Source: docs/capabilities/places.md, "Making places".
 */
import type { BodyOf } from '#contracts/endpoint.ts'
import { PLACE_LEVELS, type changePlace } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { factsChanged } from '../facts.ts'
import { partOf } from '../home-words.ts'
import { covers } from '../path.ts'
import { recountHouseholds } from '../recount.ts'
import { lineOf, placesChanged, type Place, type Tree } from '../tree.ts'

export type Change = BodyOf<typeof changePlace>

/** Saves what was given and leaves the rest; the place is locked by the caller. */
export async function saveChange(tx: Tx, tree: Tree, place: Place, change: Change, now: Date): Promise<void> {
  const next = { ...place, ...change }
  const fullName = place.fullName.slice(0, place.fullName.length - place.name.length) + next.name
  // A code that came from the name follows it, unless another is given.
  if (change.code === undefined && change.name !== undefined && place.code !== null)
    next.code = codeAfter(place.code, place.name, next.name)
  await tx.run({
    name: 'place_save',
    text: `UPDATE place SET name = $3, full_name = $4, code = $5, floors = $6, households = $7, residents = $8, used_as = $9, lon = $10, lat = $11
            WHERE tenant_id = $1 AND id = $2`,
    values: [
      tx.tenantId,
      place.id,
      next.name,
      fullName,
      next.code,
      next.floors,
      next.households,
      next.residents,
      next.usedAs,
      next.lon,
      next.lat,
    ],
  })
  if (fullName !== place.fullName) await saveAddresses(tx, tree, place, fullName)
  if (next.code !== place.code && place.code && next.code) await saveCodes(tx, place, next.code)
  await placesChanged(tx)
  if (change.households !== undefined || change.residents !== undefined || change.usedAs !== undefined)
    await recountHouseholds(tx, place.id)
  await factsChanged(tx, [place.id], now)
}

/** 8-2-301 becomes 8-2-302 when the home's name does; a code of another kind stays. */
function codeAfter(code: string, oldName: string, newName: string): string {
  const [own, part] = [code.split('-').at(-1) ?? '', partOf(oldName)]
  return own === part ? code.slice(0, code.length - own.length) + partOf(newName) : code
}

/** Where the name of the place is the beginning of an address: within a compound its name, within a building the building's. */
async function saveAddresses(tx: Tx, tree: Tree, place: Place, fullName: string): Promise<void> {
  for (const path of spokenBelow(tree, place))
    await tx.run({
      name: 'place_save_addresses',
      text: `UPDATE place SET full_name = $4 || substr(full_name, $5)
              WHERE tenant_id = $1 AND path >= $2 AND path < $2 || '~' AND id <> $3 AND starts_with(full_name, $6)`,
      values: [tx.tenantId, path, place.id, fullName, [...place.fullName].length + 1, `${place.fullName} `],
    })
}

function spokenBelow(tree: Tree, place: Place): string[] {
  if (place.level === 'grid') return []
  if (PLACE_LEVELS.indexOf(place.level) >= PLACE_LEVELS.indexOf('compound')) return [place.path]
  const isSpoken = (one: Place) =>
    (one.level === 'grid' || one.level === 'building') &&
    lineOf(tree, one.path).findLast(({ level, id }) => level !== 'grid' && id !== one.id)?.id === place.id
  return tree.all.filter((one) => covers(place.path, one.path) && isSpoken(one)).map(({ path }) => path)
}

const saveCodes = (tx: Tx, place: Place, code: string) =>
  tx.run({
    name: 'place_save_codes',
    text: `UPDATE place SET code = $3 || substr(code, $4)
            WHERE tenant_id = $1 AND path > $2 AND path < $2 || '~' AND level IN ('entrance', 'home') AND starts_with(code, $5)`,
    values: [tx.tenantId, place.path, code, [...(place.code ?? '')].length + 1, `${place.code}-`],
  })

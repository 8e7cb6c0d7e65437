/** Where a row belongs: its compound inside the chosen place, then its building, entrance and home by their names. */
import type { ImportProblem } from '#contracts/imports.ts'
import {
  covers,
  isValid,
  lineOf,
  loadDoors,
  readHomeWords,
  readTree,
  type Doors,
  type FoundDoor,
  type Place,
  type Tree,
} from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { problem, type ReadRow, type Values } from './types.ts'

export type Ground = {
  scope: Place
  tree: Tree
  compounds: readonly Place[]
  grids: readonly Place[]
  doorsOf(compound: Place): Promise<Doors>
}

/** @throws place_not_found */
export async function loadGround(tx: Tx, placeId: string | null, now: Date): Promise<Ground> {
  const on = shanghaiToday(now)
  const { tree, picked: scope } = await readTree(tx, placeId ?? undefined)
  if (!scope || !isValid(scope, on)) throw new AppError('place_not_found', { field: 'placeId' })
  const around = lineOf(tree, scope.path).find(({ level }) => level === 'compound')
  const within = tree.all.filter((place) => isValid(place, on) && covers((around ?? scope).path, place.path))
  const loaded = new Map<string, Promise<Doors>>()
  return {
    scope,
    tree,
    compounds: around ? [around] : within.filter(({ level }) => level === 'compound'),
    grids: within.filter(({ level }) => level === 'grid'),
    doorsOf(compound) {
      const known = loaded.get(compound.id) ?? loadDoors(tx, tree, compound, on)
      loaded.set(compound.id, known)
      return known
    },
  }
}

const plain = (name: string) => name.normalize('NFKC').replaceAll(/[\s（）()]/g, '')
const stem = (name: string) => plain(name).replace(/(小区|花园|家园|苑|公寓)$/, '')

/** The compound that a row names, or the only one there is. */
export function compoundOf({ compounds }: Ground, values: Values): Place | ImportProblem['code'] {
  const said = values.compound === undefined ? '' : plain(String(values.compound))
  const [only, another] = compounds
  if (!said) return only && !another ? only : only ? 'compound_needed' : 'compound_unknown'
  const named =
    compounds.find(({ name }) => plain(name) === said) ??
    compounds.filter(({ name }) => said.startsWith(plain(name))).toSorted((a, b) => b.name.length - a.name.length)[0] ??
    compounds.filter(
      ({ name }) => stem(name).length > 1 && (stem(name) === stem(said) || said.startsWith(stem(name))),
    )[0]
  // 3号楼 in that column names a building of the only compound
  return named ?? (only && !another && readHomeWords(said) ? only : 'compound_unknown')
}

/** A grid of the compound by its name; rows speak of 第三网格 and 3 alike. */
export const gridOf = ({ grids }: Ground, compound: Place, name: string): Place | undefined =>
  grids
    .filter(({ path }) => covers(compound.path, path))
    .find(
      (grid) =>
        plain(grid.name) === plain(name) ||
        plain(grid.name).replace(/网格|第|片区/g, '') === plain(name).replace(/网格|第|片区/g, ''),
    )

export type Spot = { compound: Place; doors: Doors; found: FoundDoor }

/** Whether the row has a building, and where it is so far. */
export async function spotOf(ground: Ground, row: Pick<ReadRow, 'values' | 'cells'>): Promise<Spot | ImportProblem> {
  const column = row.cells.find(({ field }) => field === 'compound')?.column ?? null
  const compound = compoundOf(ground, row.values)
  if (typeof compound === 'string') return problem(compound, column, { text: String(row.values.compound ?? '') })
  const doors = await ground.doorsOf(compound)
  const { building, entrance, room } = row.values
  const found = typeof building === 'string' ? doors.find({ building, ...(typeof entrance === 'string' && { entrance }), ...(typeof room === 'string' && { room }) }) : {} // prettier-ignore
  return { compound, doors, found }
}

/** What of its door the registers do not have: in words, largest first. */
export function missingOf({ values }: Pick<ReadRow, 'values'>, { found }: Spot): ('building' | 'entrance' | 'home')[] {
  if (found.homeId) return []
  const missing: ('building' | 'entrance' | 'home')[] = []
  if (values.building !== undefined && !found.buildingId) missing.push('building')
  if (values.entrance !== undefined && !found.entranceId) missing.push('entrance')
  if (values.room !== undefined) missing.push('home')
  return missing
}

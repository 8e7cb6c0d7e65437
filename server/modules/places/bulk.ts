/**
 * "Buildings 1-19, 3 entrances, 6 floors, 2 homes a floor": the places that such a sentence means. Pure; what is there
 * already is handed in. Source: docs/capabilities/places.md, "Many at once".
 */
import type { BulkPlaces } from '#contracts/places.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { homeCode, partName } from './home-words.ts'
import type { NewPlace } from './placing.ts'

/** A building that is there, with what it is known by and whether it has doors. */
export type BuildingThere = { id: string; name: string; code: string | null; hasDoors: boolean }
export type BulkPlan = { rows: (NewPlace & { id: string })[]; skipped: string[]; codes: string[] }

const MOST_BUILDINGS = 300
/** A batch of this size takes some seconds; larger compounds are entered building by building anyway. */
export const MOST_HOMES = 20_000

/**
 * Buildings that are there without doors (drawn on the map, say) get theirs; those with doors are left alone.
 *
 * @throws malformed, place_too_many
 */
export function planBulk(parentId: string, bulk: BulkPlaces, there: readonly BuildingThere[]): BulkPlan {
  const numbers = readNumbers(bulk.buildings)
  const floors = floorsOf(bulk)
  const perBuilding = Math.max(bulk.entrances, 1) * floors.length * bulk.homesPerFloor
  if (numbers.length * perBuilding > MOST_HOMES) throw new AppError('place_too_many', { most: MOST_HOMES })
  const plan: BulkPlan = { rows: [], skipped: [], codes: [] }
  for (const number of numbers) {
    const known = there.find(({ code, name }) => code === number || name === `${number} ${bulk.buildingWord}`)
    if (known?.hasDoors) plan.skipped.push(known.name)
    else addBuilding(plan, parentId, number, bulk, floors, known?.id)
  }
  return plan
}

function addBuilding(
  plan: BulkPlan,
  parentId: string,
  number: string,
  bulk: BulkPlaces,
  floors: readonly number[],
  knownId: string | undefined,
): void {
  const id = knownId ?? newId()
  const height = floors.at(-1)
  if (!knownId)
    plan.rows.push({
      id,
      parentId,
      level: 'building',
      name: `${number} ${bulk.buildingWord}`,
      code: number,
      floors: height,
    })
  const entrances = bulk.entrances === 0 ? [undefined] : count(1, bulk.entrances)
  for (const entrance of entrances) {
    const door = entrance === undefined ? id : newId()
    if (entrance !== undefined)
      plan.rows.push({
        id: door,
        parentId: id,
        level: 'entrance',
        name: partName('entrance', String(entrance)),
        code: homeCode({ building: number, entrance: String(entrance) }),
        floors: height,
      })
    for (const [index, floor] of floors.entries())
      for (const home of count(1, bulk.homesPerFloor)) {
        const room = roomNumber(bulk, floor, home, index)
        const code = homeCode({
          building: number,
          ...(entrance !== undefined && { entrance: String(entrance) }),
          room: room.replace(/^0+/, ''),
        })
        plan.rows.push({
          id: newId(),
          parentId: door,
          level: 'home',
          name: partName('home', room),
          code,
          floors: floor,
        })
        plan.codes.push(code)
      }
  }
}

function roomNumber({ numbers, homesPerFloor }: BulkPlaces, floor: number, home: number, index: number): string {
  if (numbers === 'running') return String(index * homesPerFloor + home)
  const number = `${floor}${String(home).padStart(2, '0')}`
  return numbers === 'padded' ? number.padStart(4, '0') : number
}

/** The storeys that have homes, in order; those that are not counted are left out, so the top one has a higher number. */
function floorsOf({ floors, firstFloor, withoutFloors }: BulkPlaces): number[] {
  const without = new Set(withoutFloors.trim() === '' ? [] : readNumbers(withoutFloors, 'withoutFloors').map(Number))
  const found: number[] = []
  for (let floor = firstFloor; found.length < floors; floor++) if (!without.has(floor)) found.push(floor)
  return found
}

/**
 * 1-19,21 and 1~3、A、B as the numbers they mean, each once, in the order written.
 *
 * @throws malformed naming the field
 */
export function readNumbers(words: string, field = 'buildings'): string[] {
  const found = new Set<string>()
  for (const part of words
    .normalize('NFKC')
    .toUpperCase()
    .split(/[,、;\s]+/)
    .filter(Boolean)) {
    const [, from, to] = /^(\d{1,4})[-~—–至到](\d{1,4})$/.exec(part) ?? []
    if (from !== undefined && to !== undefined && Number(from) <= Number(to)) {
      if (Number(to) - Number(from) >= MOST_BUILDINGS) throw new AppError('place_too_many', { most: MOST_BUILDINGS })
      for (const number of count(Number(from), Number(to))) found.add(String(number))
    } else if (/^[\dA-Z\p{Script=Han}]{1,6}$/u.test(part)) found.add(part.replace(/^0+(?=\d)/, ''))
    else throw new AppError('malformed', { field, problem: part })
  }
  if (found.size === 0) throw new AppError('malformed', { field, problem: 'empty' })
  if (found.size > MOST_BUILDINGS) throw new AppError('place_too_many', { most: MOST_BUILDINGS })
  return [...found]
}

const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step)

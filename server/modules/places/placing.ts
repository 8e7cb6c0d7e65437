/**
 * Where a new place comes to stand: its path, its name as people say it, its code, the grids it lies in. Pure; what is
 * there already is handed in. Source: docs/capabilities/places.md, "Making places".
 */
import { PLACE_LEVELS, type PlaceLevel, type UsedAs } from '#contracts/places.ts'
import { AppError } from '#platform/errors.ts'
import type { CoordinateSystem, Outline } from '#platform/geometry/convert.ts'
import { homeCode, partOf } from './home-words.ts'

export type NewPlace = {
  /** Given when other rows of the same call lie in this place. */
  id?: string
  /** A place that is there, or a row of the same call; null for the district itself. */
  parentId: string | null
  level: PlaceLevel
  name: string
  gridLevel?: 1 | 2 | 3
  /** Buildings, entrances and homes get theirs (8, 8-2, 8-2-301) from name and surroundings when none is given. */
  code?: string | null
  floors?: number | null
  households?: number | null
  residents?: number | null
  usedAs?: UsedAs
  lon?: number | null
  lat?: number | null
  outline?: Outline | null
  outlineFrom?: 'hand' | 'file' | 'plan' | 'demo'
  outlineSystem?: CoordinateSystem
  /** From which day it is counted; what has always stood there needs none. */
  validFrom?: string
}

/** What a place needs to say about itself to have something made inside it. */
export type Parent = {
  id: string
  level: PlaceLevel
  gridLevel: number | null
  path: string
  /** Its name inside an address; a grid passes on that of what it lies in. */
  spoken: string
  code: string | null
  grids: readonly { id: string; gridLevel: number }[]
  /** Number of the last place in it. */
  last: number
}

export type Placed = { row: NewPlace & { id: string }; self: Parent; fullName: string; gridId: string | null }

/** What the district itself lies in. */
export const NOWHERE: Omit<Parent, 'last'> = {
  id: '',
  level: 'district',
  gridLevel: null,
  path: '',
  spoken: '',
  code: null,
  grids: [],
}

/**
 * Rows in the order in which they can be made. Numbers the places within each parent on.
 *
 * @throws place_not_found, place_level_wrong
 */
export function placeAll(
  rows: readonly (NewPlace & { id: string })[],
  parents: ReadonlyMap<string | null, Parent>,
): Placed[] {
  const known = new Map(parents)
  const placed: Placed[] = []
  for (let left = rows; left.length > 0;) {
    const waiting = []
    const before = placed.length
    for (const row of left) {
      const within = known.get(row.parentId)
      if (within) placed.push(place(row, within))
      else waiting.push(row)
    }
    if (placed.length === before) throw new AppError('place_not_found', { field: 'parentId' })
    for (const { self } of placed.slice(before)) known.set(self.id, self)
    left = waiting
  }
  return placed
}

const SEGMENT = 4 // 36⁴ places beside each other
/** Requests are counted by the grids of some 400 households: the second of three levels. */
const BASIC = 2
const rankOf = (level: PlaceLevel) => PLACE_LEVELS.indexOf(level)

function place(row: NewPlace & { id: string }, within: Parent): Placed {
  if (!mayLieIn(row, within)) throw new AppError('place_level_wrong', { field: 'level' })
  within.last += 1
  const gridLevel = row.level === 'grid' ? (row.gridLevel ?? BASIC) : null
  const isInside = rankOf(row.level) >= rankOf('grid')
  const fullName = isInside && within.spoken ? `${within.spoken} ${row.name}` : row.name
  const self: Parent = {
    id: row.id,
    level: row.level,
    gridLevel,
    path: `${within.path}${within.last.toString(36).toUpperCase().padStart(SEGMENT, '0')}.`,
    spoken: row.level === 'grid' ? within.spoken : fullName,
    code: row.code ?? codeWithin(row, within),
    grids: gridLevel === null ? within.grids : [...within.grids, { id: row.id, gridLevel }],
    last: 0,
  }
  const basic = row.level === 'building' && within.grids.find((grid) => grid.gridLevel === BASIC)
  return { row, self, fullName, gridId: basic ? basic.id : null }
}

/** A smaller level in a larger one; grids nest by their own level, and one of level 1 gathers compounds. */
export function mayLieIn(
  { level, gridLevel = BASIC }: Pick<NewPlace, 'level' | 'gridLevel'>,
  within: Pick<Parent, 'level' | 'gridLevel' | 'path'>,
): boolean {
  if (within.path === '') return level === 'district'
  if (within.level !== 'grid') return rankOf(level) > rankOf(within.level)
  if (level === 'grid') return gridLevel > (within.gridLevel ?? BASIC)
  return level === 'compound' ? within.gridLevel === 1 : rankOf(level) > rankOf('grid')
}

/** 8 for a building, 8-2 for its entrance, 8-2-301 for the home. */
function codeWithin({ level, name }: NewPlace, within: Parent): string | null {
  if (level === 'building') return partOf(name)
  if (level !== 'entrance' && level !== 'home') return null
  return homeCode({ building: within.code ?? '', room: partOf(name) })
}

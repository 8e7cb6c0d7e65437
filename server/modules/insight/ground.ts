/**
 * What a reader looks at: a place within their reach, as the cells that hold its figures and as a condition on requests.
 * Left out, it is the highest place that one of their posts covers.
 */
import type { PlaceLevel } from '#contracts/places.ts'
import { DISTRICT } from '#modules/figures/index.ts'
import { ancestorPaths, covers, isValid, readTree, type Place, type Tree } from '#modules/places/index.ts'
import type { PlaceColumn } from '#modules/requests/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { reaches, reachOf } from '#platform/reach.ts'

export type Ground = {
  place: Place
  /** Cells that together hold its figures. */
  cells: string[]
  /** The same as rows of requests: this column is one of `ids`; null is the whole district. */
  column: PlaceColumn | null
  ids: string[]
  /** The community that it is or lies in: its requests are few enough to count. */
  communityId: string | null
}

const COLUMN: Partial<Record<PlaceLevel, PlaceColumn>> = {
  subdistrict: 'subdistrict_id',
  community: 'community_id',
  compound: 'compound_id',
  grid: 'grid_id',
  building: 'building_id',
}

/** @throws place_not_found (also what lies beyond the reader's reach), right_required */
export async function groundOf(
  tx: Tx,
  actor: Actor,
  placeId: string | undefined,
): Promise<{ tree: Tree; ground: Ground }> {
  const { tree, picked } = await readTree(tx, placeId)
  const place = placeId === undefined ? highest(tree, actor) : picked
  if (!place || !reaches(actor, 'figures.view', place.path)) throw new AppError('place_not_found', { field: 'placeId' })
  return { tree, ground: groundAt(tree, place) }
}

function highest(tree: Tree, actor: Actor): Place | undefined {
  const [path] = reachOf(actor, 'figures.view').paths.sort((a, b) => a.length - b.length)
  if (path === undefined) throw new AppError('right_required', { right: 'figures.view' })
  return tree.byPath.get(path)
}

/** @throws place_not_found for what is smaller than a building: it is somebody's home, not a figure */
export function groundAt(tree: Tree, place: Place): Ground {
  if (place.level === 'district') return { place, cells: [DISTRICT], column: null, ids: [], communityId: null }
  const above = ancestorPaths(place.path).map((path) => tree.byPath.get(path))
  const communityId = above.find((one) => one?.level === 'community')?.id ?? null
  // A grid of the first level lies around compounds, and is what they are together.
  if (place.level === 'grid' && place.gridLevel === 1) {
    const ids = tree.all
      .filter(({ level, path }) => level === 'compound' && covers(place.path, path))
      .map(({ id }) => id)
    return { place, cells: ids, column: 'compound_id', ids, communityId }
  }
  const column = COLUMN[place.level]
  if (!column || (place.level === 'grid' && place.gridLevel !== 2))
    throw new AppError('place_not_found', { field: 'placeId' })
  return { place, cells: [place.id], column, ids: [place.id], communityId }
}

export const TABLE_LEVELS = ['subdistrict', 'community', 'compound', 'grid'] as const
export type TableLevel = (typeof TABLE_LEVELS)[number]

/** The level right below: what a table shows when none is asked for. */
export const levelBelow = ({ level, gridLevel }: Place): TableLevel =>
  level === 'grid' && gridLevel === 1
    ? 'compound'
    : (TABLE_LEVELS[TABLE_LEVELS.findIndex((one) => one === level) + 1] ?? 'grid')

/** Places of this level in the place, those of today. */
export const placesIn = (tree: Tree, { path }: Place, level: TableLevel, now: Date): Place[] =>
  tree.all.filter(
    (one) =>
      one.level === level &&
      (level !== 'grid' || one.gridLevel === 2) &&
      covers(path, one.path) &&
      isValid(one, shanghaiToday(now)),
  )

export const columnOfLevel = (level: TableLevel): PlaceColumn => COLUMN[level] ?? 'grid_id'

/**
 * Paths after places have moved: whose parent is another one gets a number that nothing in that parent has, and what lies
 * in it keeps its own. So no new path meets an old one, in whatever order they are written. Pure.
 */
import type { Place } from '../tree.ts'

export type Move = {
  id: string
  parentId: string
  oldPath: string
  newPath: string
  /** With everything below it; a grid moves alone, because what lies in it is moved by itself. */
  whole: boolean
}

/** @param lastIn number of the last place in each parent that somebody moves into */
export function movesOf(
  places: readonly Place[],
  parents: ReadonlyMap<string, string>,
  pathOf: (id: string) => string,
  lastIn: ReadonlyMap<string, number>,
): Move[] {
  const last = new Map(lastIn)
  const paths = new Map<string, string>()
  const moves: Move[] = []
  for (const place of [...places].sort((a, b) => Number(b.level === 'grid') - Number(a.level === 'grid'))) {
    const parentId = parents.get(place.id) ?? place.parentId
    if (parentId === null) continue
    const around = paths.get(parentId) ?? pathOf(parentId)
    const own = parentId === place.parentId ? segmentOf(place.path) : numbered((last.get(parentId) ?? 0) + 1)
    if (parentId !== place.parentId) last.set(parentId, (last.get(parentId) ?? 0) + 1)
    const newPath = `${around}${own}.`
    if (newPath === place.path) continue
    paths.set(place.id, newPath)
    moves.push({ id: place.id, parentId, oldPath: place.path, newPath, whole: place.level !== 'grid' })
  }
  return moves
}

export const segmentOf = (path: string): string => path.split('.').at(-2) ?? ''
export const numberOf = (path: string): number => parseInt(segmentOf(path), 36)
const SEGMENT = 4 // letters of a segment: 36⁴ places beside each other
const numbered = (number: number) => number.toString(36).toUpperCase().padStart(SEGMENT, '0')

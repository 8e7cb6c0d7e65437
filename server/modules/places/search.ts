/** Places by name or code, as typed by somebody in a hurry: no blanks needed, full-width digits allowed. */
import type { PlaceLevel } from '#contracts/places.ts'
import { isDeep, isValid, type Place, type Tree } from './tree.ts'

/** 桂园小区 8 栋, 桂园小区8栋 and 桂园小区８栋 are the same. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** Whole matches first, then beginnings, then parts; larger places before smaller ones. */
export function searchTree(
  tree: Tree,
  q: string,
  { level, on, limit }: { level?: PlaceLevel; on: string; limit: number },
): Place[] {
  const wanted = plain(q)
  if (!wanted || (level && isDeep(level))) return []
  return tree.all
    .filter((place) => (!level || place.level === level) && isValid(place, on))
    .map((place) => ({ place, rank: rankOf(place, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort(
      (a, b) => a.rank - b.rank || a.place.path.length - b.place.path.length || (a.place.path < b.place.path ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ place }) => place)
}

const NO_MATCH = 3
function rankOf({ name, fullName, code }: Place, wanted: string): number {
  const texts = [name, fullName, code ?? ''].map(plain)
  if (texts.includes(wanted)) return 0
  if (texts.some((text) => text.startsWith(wanted))) return 1
  return texts.some((text) => text.includes(wanted)) ? 2 : NO_MATCH
}

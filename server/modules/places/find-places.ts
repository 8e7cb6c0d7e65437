/** Places of any level for the search box: by name, by sound, by code, or by a door however it is written. */
import { isSound, rankOfSound } from '#platform/sounds.ts'
import type { Tx } from '#platform/db.ts'
import { readHomeWords } from './home-words.ts'
import { searchDeep } from './search-doors.ts'
import { searchTree } from './search.ts'
import { isValid, lineOf, readTree, type Place, type Tree } from './tree.ts'

/** Whole matches first, larger places before smaller ones; doors after the places that hold them. */
export async function findPlaces(
  tx: Tx,
  q: string,
  { on, limit }: { on: string; limit: number },
): Promise<{ place: Place; around: string }[]> {
  const { tree } = await readTree(tx)
  const text = q.normalize('NFKC').trim()
  const letters = text.toLowerCase().replaceAll(/\s/g, '')
  const named = isSound(letters) ? bySound(tree, letters, on) : searchTree(tree, text, { on, limit })
  const doors = readHomeWords(text) ? await searchDeep(tx, 'home', text, on, limit) : []
  return [...named, ...doors].slice(0, limit).map((place) => ({ place, around: around(tree, place) }))
}

/** 8 栋 is never looked for by sound, so buildings are left out: a district has thousands. */
function bySound(tree: Tree, letters: string, on: string): Place[] {
  return tree.all
    .flatMap((place) => {
      const rank = place.level !== 'building' && isValid(place, on) ? rankOfSound(place.name, letters) : undefined
      return rank === undefined ? [] : [{ place, rank }]
    })
    .sort((a, b) => a.rank - b.rank || a.place.path.length - b.place.path.length)
    .map(({ place }) => place)
}

function around(tree: Tree, { id, path }: Place): string {
  const larger = lineOf(tree, path).filter(
    (one) => one.id !== id && ['subdistrict', 'community', 'compound'].includes(one.level),
  )
  return larger.map(({ name }) => name).join(' › ')
}

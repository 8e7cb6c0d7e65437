/**
 * Entrances and homes by how somebody writes the door: 8-2-301, 8号楼二单元301, 桂园小区 8 栋. A range of the index over
 * codes, so that hundreds of thousands of homes are never walked through; what reads as no door finds none.
 * Source: docs/capabilities/places.md, "Finding a door".
 */
import type { PlaceLevel } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { homeCode, readHomeWords } from './home-words.ts'
import { PLACE_COLUMNS, readTree, type Place, type Tree } from './tree.ts'

/** In the order of codes, then of paths: the same door of every compound, or of the compound that is named. */
export async function searchDeep(
  tx: Tx,
  level: PlaceLevel,
  words: string,
  on: string,
  limit: number,
): Promise<Place[]> {
  const read = readHomeWords(words)
  if (!read) return []
  const { tree } = await readTree(tx)
  const [from, to] = rangeOf(homeCode(read), level, read.entrance !== undefined || read.room !== undefined)
  return tx.many<Place>({
    name: 'place_search_doors',
    text: `SELECT ${PLACE_COLUMNS} FROM place p
            WHERE p.tenant_id = $1 AND p.level IN ('entrance', 'home') AND p.code COLLATE "C" >= $3 AND p.code COLLATE "C" < $4
              AND p.level = $2 AND p.valid_from <= $5 AND (p.valid_to IS NULL OR p.valid_to > $5)
              AND ($6::text[] IS NULL OR EXISTS (SELECT 1 FROM unnest($6::text[]) AS within (path) WHERE starts_with(p.path, within.path)))
            ORDER BY p.code COLLATE "C", p.path LIMIT $7`,
    values: [tx.tenantId, level, from, to, on, compoundsNamed(tree, words), limit],
  })
}

/** A home is found while its number is being typed (8-2-3…); an entrance has to be named whole. */
function rangeOf(code: string, level: PlaceLevel, isDoor: boolean): [from: string, to: string] {
  if (!isDoor) return [`${code}-`, `${code}.`] // everything in the building; '.' comes right after '-'
  return level === 'home' ? [code, `${code}~`] : [code, `${code} `]
}

const plain = (words: string) => words.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** Paths of the compounds whose name stands among the words; null when there is none. */
function compoundsNamed(tree: Tree, words: string): string[] | null {
  const text = plain(words)
  const named = tree.all.filter(({ level, name }) => level === 'compound' && text.includes(plain(name)))
  return named.length > 0 ? named.map(({ path }) => path) : null
}

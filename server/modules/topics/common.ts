/**
 * What the texts of a topic have in common, in their own words: the stretches of characters that most titles share and few
 * other titles have. Pure. 伊景园滨河苑 · 捆绑 · 车位 says more than any name a program could make up.
 */
import { shownWords } from './plain-words.ts'

const SHORTEST = 2
const LONGEST = 8
/** Of the topic's titles, at least this share has a stretch for it to be common. */
const SHARED = 0.4
const SHOWN = 3

/** @returns up to three stretches, the most telling first */
export function commonWords(titles: readonly string[], allTitles: readonly string[]): string[] {
  const inGroup = countStretches(titles)
  const least = Math.max(2, Math.ceil(titles.length * SHARED))
  const candidates = [...inGroup].filter(([stretch, count]) => count >= least && !EMPTY.test(stretch))
  const elsewhere = countOnly(
    allTitles,
    candidates.map(([stretch]) => stretch),
  )
  const told = candidates
    .map(([stretch, count]) => {
      const rarity = Math.log((allTitles.length + 1) / ((elsewhere.get(stretch) ?? 0) + 1))
      return { stretch, count, score: (count / titles.length) * rarity * Math.sqrt([...stretch].length) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.stretch < b.stretch ? -1 : 1))
  const chosen: typeof told = []
  for (const one of told) {
    if (chosen.length === SHOWN) break
    const overlaps = chosen.some(
      (other) =>
        other.stretch.includes(one.stretch) ||
        one.stretch.includes(other.stretch) ||
        overlap(other.stretch, one.stretch) > 0, // half of a word that is said already
    )
    if (!overlaps) chosen.push(one)
  }
  return chosen.map(({ stretch }) => stretch)
}

function countStretches(titles: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const title of titles) {
    const own = new Set<string>()
    for (const run of shownWords(title)) {
      const characters = [...run]
      for (let from = 0; from < characters.length; from += 1)
        for (let length = SHORTEST; length <= LONGEST && from + length <= characters.length; length += 1)
          own.add(characters.slice(from, from + length).join(''))
    }
    for (const stretch of own) counts.set(stretch, (counts.get(stretch) ?? 0) + 1)
  }
  return counts
}

/** Words that hold every topic together and tell none apart. */
const EMPTY =
  /^[的了在是和与及请关于对有无不被要能]|[的了在是和与及请对被]$|问题|投诉|反映|咨询|建议|关于|希望|请求|小区|严重/u

function countOnly(titles: readonly string[], stretches: readonly string[]): Map<string, number> {
  return new Map(stretches.map((stretch) => [stretch, titles.filter((title) => title.includes(stretch)).length]))
}

/** Characters by which the end of one is the beginning of the other. */
function overlap(a: string, b: string): number {
  for (let length = Math.min(a.length, b.length); length > 0; length -= 1)
    if (a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) return length
  return 0
}

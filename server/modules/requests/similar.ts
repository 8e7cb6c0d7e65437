/**
 * Is this the same thing somebody has already reported? A score from words, place, category and age, and why.
 * Pure; the caller hands in open requests of the neighbourhood that the reporter may know of (spatial index, `visibleTo`).
 * Limited categories are never shown to another resident, whatever the caller hands in.
 * Source: fixmystreet #1677, #1581 (show few, let people join); weights fitted on similar.test.ts.
 */
import { categoryOf } from './categories/tree.ts'
import { grams } from './categories/grams.ts'

export type Comparable = {
  id: string
  text: string
  category: string | null
  /** WGS-84; null when only a building or nothing is known. */
  point: { latitude: number; longitude: number } | null
  openedAt: string
}

export type SimilarityReason = 'sameCategory' | 'samePlace' | 'near' | 'sameWords' | 'recent'

export type Similarity = { score: number; metres: number | null; reasons: SimilarityReason[] }

/** At or above this a request is worth showing as "already reported". */
export const SIMILAR_ENOUGH = 0.5
const AT_MOST = 2 // more are not read on a phone (fixmystreet #2839)
const SAME_PLACE_METRES = 20 // a phone's position is seldom better
const FAR_METRES = 300 // beyond it another thing, whatever the words
const RECENT_DAYS = 14
const OLD_DAYS = 90 // after it age weighs no more
const WORDS = 0.5
const CATEGORY = 0.25
const PLACE = 0.25
const OTHER_NUMBER = 0.45 // two texts that name different buildings, entrances or floors

/** How likely two requests are about one thing, 0 to 1; symmetric. */
export function similarity(a: Comparable, b: Comparable): Similarity {
  const metres = a.point && b.point ? metresBetween(a.point, b.point) : null
  const words = wordLikeness(a.text, b.text)
  const category = categoryLikeness(a.category, b.category)
  const place = metres === null ? null : Math.max(0, 1 - Math.max(0, metres - SAME_PLACE_METRES) / FAR_METRES)
  const days = Math.abs(Date.parse(a.openedAt) - Date.parse(b.openedAt)) / 86_400_000

  const parts = [
    { weight: WORDS, value: words },
    { weight: CATEGORY, value: category },
    { weight: PLACE, value: place },
  ].flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]))
  const base = parts.reduce((sum, { weight, value }) => sum + weight * value, 0)
  const known = parts.reduce((sum, { weight }) => sum + weight, 0)
  const far = metres !== null && metres > FAR_METRES
  const score = far ? 0 : (base / known) * ageFactor(days) * (numbersClash(a.text, b.text) ? OTHER_NUMBER : 1)

  const reasons: SimilarityReason[] = []
  if (category === 1) reasons.push('sameCategory')
  if (metres !== null && metres <= SAME_PLACE_METRES) reasons.push('samePlace')
  else if (metres !== null && metres <= FAR_METRES / 3) reasons.push('near')
  if (words >= 0.5) reasons.push('sameWords')
  if (days <= RECENT_DAYS) reasons.push('recent')
  return { score, metres, reasons }
}

/** The open requests most like the candidate, best first: two at most, none below SIMILAR_ENOUGH, none limited. */
export function similarOnes<T extends Comparable>(
  candidate: Comparable,
  openOnes: readonly T[],
): (Similarity & { request: T })[] {
  return openOnes
    .filter((request) => request.id !== candidate.id && !isLimited(request.category))
    .map((request) => ({ request, ...similarity(candidate, request) }))
    .filter(({ score }) => score >= SIMILAR_ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, AT_MOST)
}

/** Cosine of the sets of characters and pairs: a short and a long text about one thing still meet. */
export function wordLikeness(a: string, b: string): number {
  const left = contentGrams(a)
  const right = contentGrams(b)
  if (left.size === 0 || right.size === 0) return 0
  const shared = [...left].filter((gram) => right.has(gram)).length
  return shared / Math.sqrt(left.size * right.size)
}

/** Great-circle distance; small errors do not matter within a neighbourhood. */
export function metresBetween(a: NonNullable<Comparable['point']>, b: NonNullable<Comparable['point']>): number {
  const radians = Math.PI / 180
  const north = (b.latitude - a.latitude) * radians
  const east = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians)
  return 6_371_000 * Math.hypot(north, east) // mean radius of the earth, IUGG
}

const isLimited = (code: string | null) => code !== null && categoryOf(code)?.privacy === 'limited'

/** 1 for one category, 0.4 within a group, 0 across groups, null when either is unknown. */
function categoryLikeness(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null
  if (a === b) return 1
  return a.split('.')[0] === b.split('.')[0] ? 0.4 : 0
}

const ageFactor = (days: number) => 1 - 0.3 * Math.min(1, Math.max(0, days - RECENT_DAYS) / (OLD_DAYS - RECENT_DAYS))

/** Words that every report has say nothing about what it reports. */
const EMPTY_CHARACTERS = /[的了呢吗啊吧就都也又很还有是在不没我们你他这那个请能把被给要到一]|\p{P}/gu
const contentGrams = (text: string) =>
  new Set(grams(text.replace(EMPTY_CHARACTERS, '').replace(/\p{N}+/gu, ' '), [1, 2]).keys())

/** "3号楼" against "5 栋": both name a number for the same thing and none is shared. */
function numbersClash(a: string, b: string): boolean {
  return [/(\d+)\s*(?:号楼|栋|幢|#)/gu, /(\d+)\s*单元/gu, /(\d+)\s*(?:楼(?!道)|层)/gu].some((pattern) => {
    const left = numbersOf(a, pattern)
    const right = numbersOf(b, pattern)
    return left.size > 0 && right.size > 0 && ![...left].some((number) => right.has(number))
  })
}
const CHINESE = '〇一二三四五六七八九'
const numbersOf = (text: string, pattern: RegExp) =>
  new Set(
    [
      ...text
        .normalize('NFKC')
        .replace(/[一二三四五六七八九]/gu, (digit) => String(CHINESE.indexOf(digit)))
        .matchAll(pattern),
    ].map((match) => match[1]),
  )

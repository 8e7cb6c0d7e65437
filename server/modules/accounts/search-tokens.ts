/**
 * What a person can be found by without being read: the name and its parts, its pinyin with initials in any mixture
 * (王晓燕: wang, wangx, wangxy, wxy, wangxiaoyan …), and the end of the number. Each becomes eight bytes of an HMAC under
 * the tenant's key. Source: docs/decisions/0013-finding-people.md.
 */
import { pinyin } from 'pinyin-pro'
import type { Secrets } from '#platform/secrets.ts'

const ENDING_DIGITS = 4
/** Longer names are those of organisations and of foreigners: their beginning finds them. */
const MOST_CHARACTERS = 6

/** For the column person.search_tokens: signed 64-bit integers in words, because JavaScript's numbers are too short. */
export function searchTokens(
  secrets: Secrets,
  tenantId: number,
  { name, phone }: { name: string; phone?: string },
): string[] {
  const words = [...wordsOfName(name), ...(phone ? [`ending/${phone.slice(-ENDING_DIGITS)}`] : [])]
  return [...new Set(words)].map((word) => hashed(secrets, tenantId, word))
}

/** The token that a search typed like this looks for; undefined when it is too short to find anybody by. */
export function tokensToFind(secrets: Secrets, tenantId: number, q: string): string | undefined {
  const text = plain(q)
  if (/^\d+$/.test(text)) return text.length === ENDING_DIGITS ? hashed(secrets, tenantId, `ending/${text}`) : undefined
  if (/^[a-zü]+$/.test(text)) return text.length > 1 ? hashed(secrets, tenantId, `sound/${text}`) : undefined
  return text ? hashed(secrets, tenantId, `name/${text}`) : undefined
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·.]/g, '')

function wordsOfName(name: string): string[] {
  const characters = [...plain(name)].slice(0, MOST_CHARACTERS)
  const parts = characters.flatMap((_, from) =>
    characters.slice(from + 1).map((_, more) => characters.slice(from, from + more + 2).join('')),
  )
  const surname = characters.slice(0, 1)
  return [...surname, ...parts]
    .map((part) => `name/${part}`)
    .concat(soundsOf(characters).map((sound) => `sound/${sound}`))
}

/** Whole syllables followed by initials, from the surname and from the given name on. */
function soundsOf(characters: readonly string[]): string[] {
  const text = characters.join('')
  if (!/^\p{Script=Han}+$/u.test(text)) return /^[a-z]+$/.test(text) ? [text] : []
  const syllables = pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const given = characters.length > 3 ? [1, 2] : [1] // 欧阳修远: the surname may have two
  return [syllables, ...given.map((from) => syllables.slice(from))]
    .flatMap(mixtures)
    .filter((sound) => sound.length > 1)
}

function mixtures(syllables: readonly string[]): string[] {
  return [0, ...syllables.keys()].flatMap((_, whole) =>
    Array.from({ length: syllables.length - whole + 1 }, (_, more) => {
      const initials = syllables.slice(whole, whole + more).map(([initial = '']) => initial)
      return [...syllables.slice(0, whole), ...initials].join('')
    }),
  )
}

function hashed(secrets: Secrets, tenantId: number, word: string): string {
  return secrets.blindIndex(tenantId, `find/${word}`).readBigInt64BE(0).toString()
}

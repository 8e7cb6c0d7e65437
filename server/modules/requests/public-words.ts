/**
 * What everybody may read of what somebody wrote: never a door, a number or a way to call somebody. Residents write freely,
 * so what looks like a door, a number or a name is taken out, and of help and urgent calls only the category is said. On the
 * wall, in bulletins and at the open door alike.
 * Source: Personal Information Protection Law arts. 6, 25; design rule "no names, doors or faces on the wall display".
 */
import type { RequestKind } from '#contracts/requests.ts'

/** Kinds that are about a person rather than about a thing: neither words nor photos are for everybody. */
export const ABOUT_PERSONS: readonly RequestKind[] = ['help', 'urgent']
export const isAboutPerson = (kind: RequestKind): boolean => ABOUT_PERSONS.includes(kind)

/** Doors: 301 室, 2 单元 301, 8-2-301. A building or an entrance alone is no door. */
const DOORS = [
  /\d{1,3}\s{0,3}[-—－]\s{0,3}\d{1,2}\s{0,3}[-—－]\s{0,3}\d{3,4}(\s{0,3}[室号户])?/g,
  /(?<=单元)\s{0,3}\d{3,4}(\s{0,3}[室号户])?/g,
  /(?<=[栋幢]|号楼)\s{0,3}\d{3,4}(\s{0,3}[室号户])?/g,
  /\d{3,4}\s{0,3}(?:室|号房|户)/g,
]
/**
 * Telephone and identity numbers: seven digits and more, also with blanks, dashes or dots between, in full width
 * (１３８…) and as people spell them to get past a filter (幺三八…).
 */
const NUMBERS = /[\d０-９〇零一二三四五六七八九幺](?:[\s\-‐–—－.．·]{0,3}[\d０-９〇零一二三四五六七八九幺]){6,}[XxＸ]?/g
/** Somebody called by surname: 王阿姨家, 李奶奶, 张师傅. */
const CALLED =
  /[\u4e00-\u9fff](?:阿姨|奶奶|爷爷|大爷|大妈|大叔|叔叔|师傅|先生|女士|老师|婆婆|伯伯|大姐|大哥|老太太?)(?:家的?)?/g

const HIDDEN = '＊＊＊'

/** For neighbours: phone and identity numbers that people write into their words are not shown to them. */
export const withoutNumbers = (text: string): string => text.replace(NUMBERS, HIDDEN)

/** For everybody: the words as they stand, but for doors, numbers and names. */
export const publicWords = (kind: RequestKind, text: string): string =>
  isAboutPerson(kind)
    ? ''
    : [...DOORS, NUMBERS, CALLED].reduce((words, pattern) => words.replace(pattern, HIDDEN), text)

/** A title for a wall or a page: what was taken out leaves no gap. */
export function publicTitle(kind: RequestKind, title: string, categoryName: string | null): string {
  if (isAboutPerson(kind)) return categoryName ?? ''
  const bare = [...DOORS, NUMBERS, CALLED].reduce((text, pattern) => text.replace(pattern, ' '), title)
  const said = bare
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '')
    .trim()
  return said || (categoryName ?? '')
}

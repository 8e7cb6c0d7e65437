/**
 * Which home people mean: 8号楼二单元301室, 08-02-0301, 8#2-301 and 捌栋2单元三〇一 are all building 8, entrance 2, room 301,
 * known by the code 8-2-301. Lists of property companies, police and subdistricts write the same door in all these ways.
 * Source: docs/capabilities/places.md, "Homes".
 */
import type { PlaceLevel } from '#contracts/places.ts'
import { readNumber } from './chinese-number.ts'

export type HomeWords = { building: string; entrance?: string; room?: string }

/** 8-2-301; 8-301 where there is one stairwell without a number; 8-2 for an entrance, 8 for a building. */
export const homeCode = ({ building, entrance, room }: HomeWords): string =>
  [building, entrance, room].filter((part) => part !== undefined && part !== '').join('-')

/** What a level is called by itself: 8 栋, 2 单元, 301 室. */
export const partName = (level: Extract<PlaceLevel, 'building' | 'entrance' | 'home'>, part: string): string =>
  `${part} ${{ building: '栋', entrance: '单元', home: '室' }[level]}`

/** The storey of a room: 301 is on 3, 1204 on 12, B101 below ground; unknown for a room with a name. */
export function floorOf(room: string): number | null {
  const [, below, floor] = /^(B?)(\d{1,2})\d\d[A-Z]?$/.exec(room) ?? []
  if (!floor) return null
  return below ? -Number(floor) : Number(floor)
}

/** What a building, entrance or home is known by within its own: 8 of "8 栋", A of "A座", 3 of "叁单元"; else the whole name. */
export function partOf(name: string): string {
  const text = plain(name)
  const bare = text.replace(/^第/, '') // 第十二栋 is 12 栋
  const [only, another] = tokensOf(bare)
  return only && !another && only.from === 0 && only.to === bare.length ? only.value : text.replaceAll(/\s/g, '')
}

/**
 * Reads a door as somebody wrote it; undefined when no building can be made out. What stands before the building (the
 * compound's name, the street) is left aside, and so is a storey (3层).
 */
export function readHomeWords(words: string): HomeWords | undefined {
  const found: Partial<Record<Part, string>> = {}
  let reached = 0 // parts are written from the largest down
  let bare: string[] = []
  /** Gives the numbers without a mark to the parts that may stand there. */
  const settle = (upTo: number): boolean => {
    const open = PARTS.slice(reached, upTo)
    // fewer numbers than parts: the stairwell goes unsaid first (8-301), then the room
    const said = bare.length < open.length ? open.filter((part) => part !== 'entrance') : open
    if (bare.length > said.length) return false
    for (const [at, value] of bare.entries()) found[said[at] ?? 'room'] = value
    bare = []
    return true
  }
  for (const { value, part } of tokensOf(plain(words))) {
    if (part === undefined) bare.push(value)
    else if (part === 'storey' || found[part] !== undefined)
      continue // 8栋…3楼: the second 楼 is a storey
    else {
      if (!settle(PARTS.indexOf(part))) return undefined
      found[part] = value
      reached = PARTS.indexOf(part) + 1
    }
  }
  if (!settle(PARTS.length) || found.building === undefined) return undefined
  const { building, entrance, room } = found
  return { building, ...(entrance !== undefined && { entrance }), ...(room !== undefined && { room }) }
}

const PARTS = ['building', 'entrance', 'room'] as const
type Part = (typeof PARTS)[number]
type Token = { value: string; part?: Part | 'storey'; from: number; to: number }

/** What follows a number says which part it is; the longer word first. 号 alone is a building, or a room after one. */
const MARKS: readonly [word: string, part: Part | 'storey'][] = [
  ['号楼', 'building'],
  ['#楼', 'building'],
  ['单元', 'entrance'],
  ['号室', 'room'],
  ['房间', 'room'],
  ['栋楼', 'building'],
  ['栋', 'building'],
  ['幢', 'building'],
  ['棟', 'building'],
  ['座', 'building'],
  ['楼', 'building'],
  ['#', 'building'],
  ['门', 'entrance'],
  ['层', 'storey'],
  ['室', 'room'],
  ['房', 'room'],
  ['户', 'room'],
]
const PART_OF_MARK = new Map(MARKS)
const MARK = [...MARKS.map(([word]) => word), '号'].join('|')
/** A number in either writing, perhaps with a letter (B101, 12A); a letter by itself (A座); 东 or 甲 only before a mark (东单元). */
const NUMBER = `地下\\d+[A-Z]?|(?<![A-Z])[A-Z]?\\d+[A-Z]?(?![A-Z])|[〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰]+|(?<![A-Z])[A-Z](?![A-Z])|[东西南北中甲乙丙丁戊](?=${MARK})`
const NEXT = new RegExp(`(${NUMBER})\\s*(${MARK})?`, 'gu')

function tokensOf(text: string): Token[] {
  const matches = [...text.matchAll(NEXT)]
  const tokens: Token[] = []
  for (const [at, match] of matches.entries()) {
    const [whole, number = '', mark] = match
    const to = match.index + whole.length
    // 南浦一村 8 栋, 3号小区 8 栋: a number within a name is followed by words that are no number
    const next = matches[at + 1]
    const isWithinName =
      PART_OF_MARK.get(mark ?? '') === undefined &&
      next !== undefined &&
      next.index > to &&
      /^\p{Script=Han}/u.test(text.slice(to))
    const part = mark === '号' ? (tokens.length === 0 ? 'building' : 'room') : PART_OF_MARK.get(mark ?? '')
    if (!isWithinName) tokens.push({ value: valueOf(number), part, from: match.index, to })
  }
  return tokens
}

const plain = (words: string) => words.normalize('NFKC').toUpperCase().trim()

/** 08 is 8; 0301 is 301; 三〇一 is 301; 地下101 is B101. */
const valueOf = (number: string): string => readNumber(number.replace('地下', 'B')).replace(/^([A-Z]?)0+(?=\d)/, '$1')

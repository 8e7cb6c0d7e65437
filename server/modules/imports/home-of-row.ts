/**
 * Which door a row means, from whatever columns it has: building, entrance and room by themselves, one address, or a
 * compound's name with the building in it. Source: docs/capabilities/imports.md, "Doors".
 */
import { homeCode, partOf, readHomeWords } from '#modules/places/rules.ts'
import type { Values } from './types.ts'

export type Door = { building?: string; entrance?: string; room?: string }

/** Undefined when no building can be made out, although something stands there. */
export function doorOf({ compound, building, entrance, room, homeWords }: Values): Door | undefined {
  const around = said(compound)
  const stairwell = said(entrance) && partIn(said(entrance))
  const words = `${said(homeWords)} ${said(room)}`.trim()
  const own = said(building) && partIn(said(building))
  const door = own ? withinBuilding(own, stairwell, words) : fromWords(around, words)
  return door && (stairwell ? { ...door, entrance: stairwell } : door)
}

/** A large file says a few hundred buildings, stairwells and rooms again and again. */
const parts = new Map<string, string>()
const MOST_PARTS = 20_000
function partIn(text: string): string {
  const known = parts.get(text)
  if (known !== undefined) return known
  if (parts.size >= MOST_PARTS) parts.clear()
  const part = partOf(text)
  parts.set(text, part)
  return part
}

const said = (value: Values['room']) => (value === undefined ? '' : String(value))

function withinBuilding(building: string, stairwell: string, words: string): Door | undefined {
  if (!words) return { building }
  const only = partIn(words)
  if (isOnePart(only)) return { building, room: only }
  const read = readHomeWords(words)
  // Building 8 and "2-301": what reads as a building is the stairwell
  if (read?.room !== undefined && (read.building === building || read.entrance !== undefined || stairwell))
    return { ...read, building }
  if (read?.room !== undefined) return { building, entrance: read.building, room: read.room }
  const within = readHomeWords(`${building}栋${words}`)
  return within?.room === undefined ? undefined : { ...within, building }
}

/** 1单元101室 beside 阳光小区3号楼: the building stands in the other column. */
function fromWords(around: string, words: string): Door | undefined {
  const alone = readHomeWords(words)
  return alone?.room === undefined ? (readHomeWords(`${around} ${words}`) ?? alone) : alone
}

const isOnePart = (text: string) => /^[A-Z]?\d{1,6}[A-Z]?$|^\p{Script=Han}{1,6}$/u.test(text)

/** The same door, however written. */
export const doorKey = (compound: string, { building = '', entrance, room }: Door): string =>
  `${compound.normalize('NFKC').replaceAll(/\s/g, '')}|${homeCode({ building, ...(entrance && { entrance }), ...(room && { room }) })}`

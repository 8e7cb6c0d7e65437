/** What the bytes of a packed file mean, by version. A version that was ever written stays readable. */
import { dictionary as dictionary1 } from './dictionary-1.ts'
import { SHAPES, WORDS } from './tables-1.ts'

export type Tables = {
  words: readonly string[]
  shapes: readonly (readonly string[])[]
  dictionary: Buffer
  wordNumbers: ReadonlyMap<string, number>
  shapeNumbers: ReadonlyMap<string, number>
}

/** Two objects with the same keys have one shape, in whatever order they were written. */
export const shapeKey = (keys: readonly string[]) => JSON.stringify([...keys].sort())

const tables = (words: readonly string[], shapes: readonly (readonly string[])[], dictionary: Buffer): Tables => ({
  words,
  shapes,
  dictionary,
  wordNumbers: new Map(words.map((word, index) => [word, index])),
  shapeNumbers: new Map(shapes.map((keys, index) => [shapeKey(keys), index])),
})

export const VERSIONS: Readonly<Record<number, Tables>> = { 1: tables(WORDS, SHAPES, dictionary1) }
export const NEWEST = 1

/** First byte of each value. */
export const TAG = {
  null: 0,
  false: 1,
  true: 2,
  newString: 3,
  string: 4,
  milliseconds: 5,
  seconds: 6,
  minutes: 7,
  instant: 8,
  id: 9,
  integer: 10,
  double: 11,
  array: 12,
  object: 13,
  shape: 14,
  word: 15,
  small: 0x10,
  ids: 0x30,
  instants: 0x50,
  strings: 0x70,
  words: 0x80,
} as const

/** How many numbers fit into the tag. */
export const LIMIT = { small: 32, ids: 32, instants: 32, strings: 16, words: 128, integer: 2 ** 51 } as const

/** An instant that was not there before is told by its distance to the one before, in the largest whole unit. */
export const INSTANT = [
  [60_000, TAG.minutes],
  [1_000, TAG.seconds],
  [1, TAG.milliseconds],
] as const

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
export const isInstant = (text: string) =>
  text.length === 24 && ISO.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: string) => text.length === 36 && UUID.test(text)

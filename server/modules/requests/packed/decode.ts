/** A packed file read again, of whatever version: the inverse of `encode.ts`. Pure. */
import { inflateRawSync } from 'node:zlib'
import { DEFLATE, ownIds, tablesOf } from './encode.ts'
import { ASSIGNMENT_COLUMNS, EVENT_COLUMNS, RATING_COLUMNS, type History, type Owner } from './history.ts'
import { ValueReader } from './read-value.ts'

const HEAD = 3
const ID = 16
/** No history comes near it; a broken file must not fill the memory. */
const MOST_BYTES = 4 << 20

/** @throws Error when the bytes are no packed file of this owner's shape */
export function decodeFile(file: Buffer, owner: Owner): History {
  const [version = 0, , count = 0] = file
  const tables = tablesOf(version)
  const ids = Array.from({ length: count }, (_, nth) => uuidAt(file, HEAD + nth * ID))
  const values = inflateRawSync(file.subarray(HEAD + count * ID), {
    windowBits: DEFLATE.windowBits,
    dictionary: tables.dictionary,
    maxOutputLength: MOST_BYTES,
  })
  const reader = new ValueReader(tables, values, { ids: [...ownIds(owner), ...ids], from: owner.createdAt })
  return {
    events: rows(reader, EVENT_COLUMNS) as History['events'], // the columns that were written, in their order
    assignments: rows(reader, ASSIGNMENT_COLUMNS) as History['assignments'], // the columns that were written, in their order
    ratings: rows(reader, RATING_COLUMNS) as History['ratings'], // the columns that were written, in their order
    clocks: reader.read() as History['clocks'], // the columns that were written, in their order
  }
}

function rows(reader: ValueReader, names: readonly string[]): unknown[] {
  const made = Array.from({ length: Number(reader.read()) }, (): Record<string, unknown> => ({}))
  for (const name of names) for (const row of made) row[name] = reader.read()
  return made
}

function uuidAt(file: Buffer, from: number): string {
  const hex = file.toString('hex', from, from + ID)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * A finished request's history as few bytes: `encodeFile` and `decodeFile` are each other's inverse. Pure.
 *
 *   version · number of people · number of ids · the ids, 16 bytes each, people first · deflated values
 *
 * Ids stand outside the deflated part: they do not compress, and an index finds the people in it (migration 017). The rows
 * are written column by column, because what stands in one column is alike.
 * Source: docs/decisions/0020-packed-files.md.
 */
import { deflateRawSync } from 'node:zlib'
import { NEWEST, VERSIONS, type Tables } from './format.ts'
import { ASSIGNMENT_COLUMNS, EVENT_COLUMNS, RATING_COLUMNS, type History, type Owner } from './history.ts'
import { ValueWriter } from './write-value.ts'

/** A history is a few kB at most: a larger window or hash would only cost the time to set it up. */
export const DEFLATE = { level: 9, windowBits: 13, memLevel: 5 } as const

export function encodeFile(history: History, owner: Owner, version = NEWEST): Buffer {
  const tables = tablesOf(version)
  const own = ownIds(owner)
  const people = [...peopleIn(history)].filter((id) => !own.includes(id))
  const writer = new ValueWriter(tables, { ids: [...own, ...people], from: owner.createdAt })
  columns(writer, EVENT_COLUMNS, history.events)
  columns(writer, ASSIGNMENT_COLUMNS, history.assignments)
  columns(writer, RATING_COLUMNS, history.ratings)
  writer.write(history.clocks)
  const ids = writer.ids.slice(own.length)
  const head = Buffer.from([version, people.length, ids.length])
  if (ids.length > 255) throw new Error('more than 255 ids in one history')
  const values = deflateRawSync(writer.finish(), { ...DEFLATE, dictionary: tables.dictionary })
  return Buffer.concat([head, ...ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')), values])
}

/** @throws Error when nobody knows the version any more */
export function tablesOf(version: number): Tables {
  const tables = VERSIONS[version]
  if (!tables) throw new Error(`a packed file of version ${version}`)
  return tables
}

/** Known from the request's row, so not written. */
export const ownIds = ({ id, reporterPersonId }: Owner): string[] => [
  id,
  ...(reporterPersonId ? [reporterPersonId] : []),
]

const peopleIn = ({ events, ratings }: History): Set<string> =>
  new Set([
    ...events.flatMap(({ actor_person_id }) => actor_person_id ?? []),
    ...ratings.map(({ person_id }) => person_id),
  ])

function columns<R extends object>(writer: ValueWriter, names: readonly (keyof R)[], rows: readonly R[]) {
  writer.write(rows.length)
  for (const name of names) for (const row of rows) writer.write(row[name])
}

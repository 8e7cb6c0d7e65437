/**
 * Pages of a list by keyset: a cursor is the sort key of the last row shown, its id last, so that rows added or removed
 * meanwhile neither repeat nor hide others.
 */
import { AppError } from './errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const BETWEEN = '\u001F' // unit separator: contracts refuse it in every text, so it stands in no key

/** The page's rows and the cursor after them; ask the database for `size + 1` rows. */
export function pageOf<Row>(found: readonly Row[], size: number, keyOf: (row: Row) => readonly string[]) {
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  const more = found.length > size && last !== undefined
  return { rows, next: more ? Buffer.from(keyOf(last).join(BETWEEN)).toString('base64url') : null }
}

/** The key behind a cursor, its id last; undefined for the first page. @throws malformed */
export function readCursor(after: string | undefined, parts: number): string[] | undefined {
  if (after === undefined) return undefined
  const key = Buffer.from(after, 'base64url').toString('utf8').split(BETWEEN)
  if (key.length !== parts || !UUID.test(key.at(-1) ?? '') || key.some((part) => part.includes('\0'))) {
    throw new AppError('malformed', { field: 'after', problem: 'not a cursor of this list' })
  }
  return key
}

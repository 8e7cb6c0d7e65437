/**
 * Closed requests by words, however many there are: an index of pairs of characters, by subdistrict and by thirty days of closing.
 *
 * First the newest that were closed are read as they are: a frequent word fills the page there. What is left is so rare that the
 * index gives few rows a period, and one window of periods after the other is asked until the page is full.
 * Source: docs/decisions/0021-words-in-closed-requests.md.
 */
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { readCursor } from '#platform/page.ts'
import { Params } from '../scope.ts'
import { closingPage, pageWhere, type Page } from './rows.ts'

/** Closed within these days share a shelf of the index: `closing_period` of migration 017. */
const PERIOD_MS = 30 * DAY
/** Read as they are: a frequent word fills the page from the first, one that shows at all among these from the second. */
const READ_FIRST = 600
const READ_MORE = 4_000
/** A single character has no pair: it is looked for among these and no further. */
const READ_FOR_ONE_LETTER = 20_000

export type Sought = {
  /** Constant conditions on `request r`, among them the reader's scope; null when they see none. */
  where: (params: Params) => string[] | null
  words: readonly string[]
  /** Where the reader looks, if that is less than the district: only a shorter way, `where` decides. */
  areas: readonly string[] | null
  limit: number
  after?: string
}

/** Six digits, and more in a year of more than a million: queries/insert.ts. */
const NUMBER = /^\d{4}-\d{6,}$/
const hasPair = (word: string) => /[\p{L}\p{N}]{2}/u.test(word)

/** In the order of closing, the last first. @throws malformed */
export async function closedWithWords(tx: Tx, sought: Sought, now: Date): Promise<Page> {
  const { words } = sought
  const [number = ''] = words
  if (words.length === 1 && NUMBER.test(number))
    return pageOf(tx, sought, (params) => `r.number = ${params.add(number)}`)
  if (!words.some(hasPair)) return amongNewest(tx, sought, READ_FOR_ONE_LETTER)
  // A narrow area has few of the newest; there the shelves of one subdistrict are short enough for any word.
  if (!sought.areas) {
    const first = await amongNewest(tx, sought, READ_FIRST)
    if (first.next) return first
    const more =
      first.rows.length * READ_MORE > 2 * sought.limit * READ_FIRST ? await amongNewest(tx, sought, READ_MORE) : first
    if (more.next) return more
  }
  return throughShelves(tx, sought, now)
}

async function throughShelves(tx: Tx, sought: Sought, now: Date): Promise<Page> {
  const first = await firstPeriod(tx)
  const [from] = readCursor(sought.after, 2) ?? []
  let to = periodOf(from ? Date.parse(from) : now.getTime())
  const rows: Page['rows'] = []
  for (let length = 1; to >= first && rows.length <= sought.limit; length *= 2) {
    const since = Math.max(first, to - length + 1)
    const within = { ...sought, limit: sought.limit + 1 - rows.length }
    const page = await pageOf(
      tx,
      within,
      (params) =>
        `r.id = ANY (ARRAY(SELECT c.id FROM closed_with(${params.add(sought.words)}::text[], ${params.add(sought.areas)}::uuid[], ${params.add(since)}, ${params.add(to)}) c))`,
    )
    rows.push(...page.rows)
    to = since - 1
  }
  return closingPage(rows, sought.limit)
}

const pageOf = async (tx: Tx, { where, limit, after }: Sought, matching: (params: Params) => string): Promise<Page> => {
  const params = new Params(tx.tenantId)
  const conditions = where(params)
  if (!conditions) return { rows: [], next: null, total: 0 }
  return pageWhere(tx, params, [...conditions, matching(params)], { order: 'closing', limit, after })
}

const CLOSED_WORDS = 'words_of_request(n.title, n.text, n.place_name)'

/** Of the district's newest closed that come after the cursor. */
const amongNewest = (tx: Tx, sought: Sought, count: number): Promise<Page> =>
  pageOf(tx, sought, (params) => {
    const [before] = readCursor(sought.after, 2) ?? []
    const from = before ? `AND o.closed_at <= ${params.add(before)}` : ''
    const holds = sought.words.map((word) => `strpos(${CLOSED_WORDS}, folded(${params.add(word)})) > 0`).join(' AND ')
    return `r.id = ANY (ARRAY(SELECT n.id FROM (SELECT o.id, o.title, o.text, o.place_name FROM request o
              WHERE o.tenant_id = $1 AND o.closed_at IS NOT NULL ${from} ORDER BY o.closed_at DESC LIMIT ${count}) n WHERE ${holds}))`
  })

async function firstPeriod(tx: Tx): Promise<number> {
  const oldest = await tx.one<{ closed_at: string }>({
    name: 'request_closed_first',
    text: 'SELECT closed_at FROM request WHERE tenant_id = $1 AND closed_at IS NOT NULL ORDER BY closed_at LIMIT 1',
    values: [tx.tenantId],
  })
  return oldest ? periodOf(Date.parse(oldest.closed_at)) : Number.MAX_SAFE_INTEGER
}

const periodOf = (at: number) => Math.floor(at / PERIOD_MS)

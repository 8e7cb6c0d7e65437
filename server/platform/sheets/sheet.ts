/** The rows of one sheet as text, in order, empty ones left out; merged cells each hold what is shown over all of them. */
import { AppError } from '#platform/errors.ts'
import type { Archive } from './archive.ts'
import { columnOf, numberText, serialDate } from './cells.ts'
import { SHEET_LIMITS } from './limits.ts'
import { readXml } from './xml.ts'

/** `number` as Excel counts, from 1; `cells` from column A on, '' where nothing stands. */
export type Row = { number: number; cells: string[] }
export type Styles = { texts: readonly string[]; dates: ReadonlySet<number>; from1904: boolean }

/** @throws sheet_not_readable, sheet_too_many_rows */
export async function readRows(archive: Archive, part: string, styles: Styles): Promise<Row[]> {
  const rows: Row[] = []
  const merges: string[] = []
  let row: Row = { number: 0, cells: [] }
  let column = -1
  let type = ''
  let style = -1
  let text = ''
  let within = false

  const put = () => {
    const shown = shownText(text, type, style, styles).trim()
    if (shown === '') return
    if (column >= SHEET_LIMITS.columns) throw tooMany()
    while (row.cells.length < column) row.cells.push('')
    row.cells[column] = shown.slice(0, SHEET_LIMITS.cellCharacters)
  }

  await readXml(await archive.open(part), {
    open(name, attributes) {
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? -1)
        text = ''
      } else if (name === 'v' || name === 't') within = true
      else if (name === 'row') {
        const number = Number(attributes['r'] ?? row.number + 1)
        if (!(number > row.number)) throw new AppError('sheet_not_readable', { problem: 'rows out of order' })
        row = { number, cells: [] }
        column = -1
      } else if (name === 'mergeCell' && merges.length < SHEET_LIMITS.rows) merges.push(attributes['ref'] ?? '')
    },
    text(part) {
      if (within && text.length < SHEET_LIMITS.cellCharacters) text += part
    },
    close(name) {
      if (name === 'c') put()
      else if (name === 'v' || name === 't') within = false
      else if (name === 'row' && row.cells.length > 0) {
        if (rows.length >= SHEET_LIMITS.rows) throw tooMany()
        rows.push(row)
      }
    },
  })
  fillMerged(rows, merges)
  return rows
}

const tooMany = () => new AppError('sheet_too_many_rows', { maxRows: 50_000, maxColumns: SHEET_LIMITS.columns })

/** Types: ECMA-376 part 1, 18.18.11. */
function shownText(text: string, type: string, style: number, { texts, dates, from1904 }: Styles): string {
  if (text === '') return ''
  if (type === 's') return texts[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return text.replace('T', ' ').replace(/ 00:00(:00)?.*$/, '')
  if (type !== 'n') return text
  return (dates.has(style) && serialDate(Number(text), { from1904 })) || numberText(text)
}

const MOST_FILLED = 500_000

/** Only into rows that are there, and no more cells than a large ledger has. */
function fillMerged(rows: readonly Row[], merges: readonly string[]) {
  if (merges.length === 0) return
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  let filled = 0
  for (const merge of merges) {
    const [from = '', to = ''] = merge.split(':')
    const [top, bottom] = [rowOf(from), rowOf(to)]
    const [left, right] = [columnOf(from), Math.min(columnOf(to), SHEET_LIMITS.columns - 1)]
    const shown = byNumber.get(top)?.cells[left]
    if (!shown) continue
    for (const row of covered(rows, byNumber, top, bottom)) {
      for (let column = left; column <= right && filled < MOST_FILLED; column++) {
        while (row.cells.length < column) row.cells.push('')
        row.cells[column] ||= shown
        filled += 1
      }
    }
  }
}

/** A merge over a million rows costs no more than the rows that there are. */
const covered = (rows: readonly Row[], byNumber: ReadonlyMap<number, Row>, top: number, bottom: number) =>
  bottom - top > 1000
    ? rows.filter(({ number }) => number >= top && number <= bottom)
    : Array.from({ length: Math.max(0, bottom - top + 1) }, (_, at) => byNumber.get(top + at)).filter(
        (row) => row !== undefined,
      )

const rowOf = (reference: string) => Number(reference.replace(/^[A-Z]+/, ''))

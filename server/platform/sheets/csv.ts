/**
 * A CSV file as rows of text. Excel for China writes GB18030 without saying so, other programs UTF-8, with or without a
 * mark, or UTF-16 under the name "Unicode text": what the bytes are is found out, never asked.
 */
import { parse } from 'csv-parse/sync'
import { AppError } from '#platform/errors.ts'
import { SHEET_LIMITS } from './limits.ts'
import type { Row } from './sheet.ts'

/** @throws sheet_not_readable, sheet_too_many_rows */
export function readCsv(bytes: Buffer): Row[] {
  const text = textOf(bytes)
  const rows: Row[] = []
  for (const [at, cells] of recordsOf(text).entries()) {
    const trimmed = cells.map((cell) => cell.trim().slice(0, SHEET_LIMITS.cellCharacters))
    while (trimmed.at(-1) === '') trimmed.pop()
    if (trimmed.length > SHEET_LIMITS.columns || rows.length >= SHEET_LIMITS.rows)
      throw new AppError('sheet_too_many_rows', { maxRows: 50_000, maxColumns: SHEET_LIMITS.columns })
    if (trimmed.length > 0) rows.push({ number: at + 1, cells: trimmed })
  }
  return rows
}

function textOf(bytes: Buffer): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le') ?? unreadable('encoding')
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be') ?? unreadable('encoding')
  if (bytes.includes(0)) return unreadable('binary')
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? unreadable('encoding')
}

/** Without the byte order mark, which TextDecoder takes off; undefined when the bytes are something else. */
function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function unreadable(problem: string): never {
  throw new AppError('sheet_not_readable', { problem })
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      // one beyond the bound, so that the refusal comes before the rest is read
      to: SHEET_LIMITS.rows + 1_000,
    })
  } catch (error) {
    return unreadable(String(error).slice(0, 200))
  }
}

const DELIMITERS = [',', '\t', ';', '，']
const LOOKED_AT = 20

/** The sign that cuts the first lines into most columns. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 50_000).split(/\r?\n/, LOOKED_AT)
  const count = (sign: string) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0)
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/**
 * CSV for whoever opens it in a spreadsheet: UTF-8 with the mark by which Excel knows it, CRLF, quotes where needed, and an
 * apostrophe before what would be read as a formula. Source: RFC 4180; OWASP, "CSV Injection"; ASVS 5.0, 1.2.10.
 */

const BYTE_ORDER_MARK = '\uFEFF'
/** Full-width forms too: Excel in Chinese and Japanese reads them as the plain ones. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u // a NUL is one of them

export function safeCell(text: string): string {
  const told = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(told) ? `"${told.replaceAll('"', '""')}"` : told
}

export async function* csv(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<Buffer> {
  let first = true
  for await (const row of rows) {
    yield Buffer.from(`${first ? BYTE_ORDER_MARK : ''}${row.map(safeCell).join(',')}\r\n`)
    first = false
  }
}

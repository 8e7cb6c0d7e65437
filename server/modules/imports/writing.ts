/**
 * Spreadsheets that we hand out: templates, and rows that did not go in. Every cell is a string cell, which no program
 * evaluates, whatever it begins with. Source: OWASP ASVS 5.0, 1.2.10 (formula injection).
 */
import writeXlsxFile from 'write-excel-file/node'

export type SheetToWrite = {
  name: string
  header: readonly string[]
  rows: readonly (readonly string[])[]
  notes?: readonly string[]
}

const WIDTH = { least: 8, most: 60 }
/** Excel allows 31 characters, and none of these, in the name of a sheet. */
const sheetName = (name: string, at: number) => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31) || String(at + 1)

export async function writeSheets(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const names = new Set<string>()
  const written = sheets.map(({ name, header, rows, notes = [] }, at) => {
    const own = names.has(sheetName(name, at)) ? `${sheetName(name, at).slice(0, 28)} ${at + 1}` : sheetName(name, at)
    names.add(own)
    return {
      sheet: own,
      stickyRowsCount: 1,
      columns: header.map((title, column) => ({ width: widthOf(title, rows, column) })),
      data: [
        header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => (value ? { value, type: String, format: '@' } : null))),
        ...notes.map((value) => [{ value, type: String }]),
      ],
    }
  })
  return writeXlsxFile(written).toBuffer()
}

function widthOf(title: string, rows: readonly (readonly string[])[], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, (row[column] ?? '').length), title.length)
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest * 2 + 2))
}

/** What a page shows of a file before anybody decided anything: its sheets, first lines, and what the columns would be. */
import type { ImportKind, ImportSheet } from '#contracts/imports.ts'
import type { Sheet } from '#platform/sheets/read-file.ts'
import { proposeColumns } from './columns.ts'
import { findHeaderRow } from './header-row.ts'
import { hideIdentity } from './values/identity.ts'

const PREVIEWED = 40
const SHOWN_CHARACTERS = 60
const SAMPLED = 30

/** The beginning of a sheet; enough to propose from. */
export type Look = Pick<ImportSheet, 'name' | 'hidden' | 'rowCount' | 'preview'>

export const lookAt = ({ name, hidden, rows }: Sheet): Look => ({
  name,
  hidden,
  rowCount: rows.length,
  preview: rows.slice(0, PREVIEWED).map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => hideIdentity(cell).slice(0, SHOWN_CHARACTERS)),
  })),
})

/** `said`: what the user chose; left out, it is worked out. Null is a sheet that is left aside. */
export function propose(look: Look, said: { headerRow?: number; kind?: ImportKind | null } = {}): ImportSheet {
  const headerRow = said.headerRow ?? findHeaderRow(look.preview) ?? 1
  const cells = look.preview.find(({ number }) => number === headerRow)?.cells ?? []
  const below = look.preview.filter(({ number }) => number > headerRow).slice(0, SAMPLED)
  // a column without a header stands beside the table: notes, legends
  const headers = cells.slice(0, cells.findLastIndex(Boolean) + 1)
  const samples = headers.map((_, column) => below.map((row) => row.cells[column] ?? ''))
  const { kind, columns } = proposeColumns(headers, samples, {
    ...('kind' in said && { kind: said.kind }),
    sheetName: look.name,
  })
  return { ...look, headerRow, kind, remembered: false, columns }
}

/**
 * A spreadsheet file as its sheets of text, whatever program wrote it: .xlsx or CSV. What it is, its first bytes say; the
 * name and the declared type are the sender's claim. Runs in a process of its own: see sheet-process.ts.
 */
import { AppError } from '#platform/errors.ts'
import { openArchive } from './archive.ts'
import { readCsv } from './csv.ts'
import { SHEET_LIMITS } from './limits.ts'
import { readRows, type Row } from './sheet.ts'
import { readDateStyles, readSharedTexts, readWorkbook } from './workbook.ts'

export type Sheet = { name: string; hidden: boolean; rows: Row[] }

/** @throws sheet_empty, sheet_too_large, sheet_kind_not_allowed, sheet_locked, sheet_not_readable, sheet_unpacks_too_large, sheet_too_many_rows */
export async function readSheets(bytes: Buffer): Promise<Sheet[]> {
  refuseByFirstBytes(bytes)
  const sheets = isZip(bytes) ? await readXlsx(bytes) : [{ name: 'CSV', hidden: false, rows: readCsv(bytes) }]
  if (sheets.every(({ rows }) => rows.length === 0)) throw new AppError('sheet_empty')
  return sheets
}

/** What can be refused where the file arrives, before any other process sees it. @throws as readSheets */
export function refuseByFirstBytes(bytes: Buffer): void {
  if (bytes.length === 0) throw new AppError('sheet_empty')
  if (bytes.length > SHEET_LIMITS.bytes) throw new AppError('sheet_too_large', { maxBytes: SHEET_LIMITS.bytes })
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE))
    throw bytes.includes(ENCRYPTED_PACKAGE)
      ? new AppError('sheet_locked')
      : new AppError('sheet_kind_not_allowed', { kind: 'xls' })
  const foreign = FOREIGN.find(({ starts }) => bytes.subarray(0, starts.length).equals(starts))
  if (foreign) throw new AppError('sheet_kind_not_allowed', { kind: foreign.kind })
}

/** Excel before 2007, and the shell round a workbook with a password: [MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3.4. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')
const FOREIGN = [
  { kind: 'pdf', starts: Buffer.from('%PDF') },
  { kind: 'picture', starts: Buffer.from([0xff, 0xd8, 0xff]) },
  { kind: 'picture', starts: Buffer.from('\x89PNG', 'latin1') },
  { kind: 'html', starts: Buffer.from('<') },
  { kind: 'rar', starts: Buffer.from('Rar!') },
  { kind: '7z', starts: Buffer.from('7z\xbc\xaf', 'latin1') },
  { kind: 'gz', starts: Buffer.from([0x1f, 0x8b]) },
]
const isZip = (bytes: Buffer) => bytes.subarray(0, 2).toString('latin1') === 'PK'

async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const archive = await openArchive(bytes)
  const { sheets, from1904 } = await readWorkbook(archive)
  const styles = { texts: await readSharedTexts(archive), dates: await readDateStyles(archive), from1904 }
  const read: Sheet[] = []
  let cells = 0
  for (const { name, hidden, part } of sheets) {
    const rows = await readRows(archive, part, styles)
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0)
    if (cells > MOST_CELLS) throw new AppError('sheet_too_many_rows', { cells: MOST_CELLS })
    read.push({ name, hidden, rows })
  }
  return read
}

/** 50,000 rows of 50 columns: some 120 MB in memory. */
const MOST_CELLS = 2_500_000

/**
 * The reading process: takes a file apart and reads its rows by a plan, far from the database and every secret. Keeps the
 * last files open, so that a piece of rows costs nothing. See reading-process.ts.
 */
import { answerBy } from '#platform/elsewhere/answer.ts'
import { readSheets, type Sheet } from '#platform/sheets/read-file.ts'
import { lookAt, type Look } from '../look.ts'
import { readFile } from '../read-file.ts'
import type { Plan, ReadRow } from '../types.ts'
import { writeSheets, type SheetToWrite } from '../writing.ts'

export type Ask =
  | { ask: 'open'; key: string; bytes: Buffer }
  | { ask: 'plan'; key: string; plan: Plan; digest: string }
  | { ask: 'rows'; key: string; digest: string; from: number; count: number }
  | { ask: 'write'; sheets: readonly SheetToWrite[] }
/** `null`: the file is not open here, or not read by a plan. */
export type Answer = { looks: Look[] } | { rowCount: number | null } | { rows: ReadRow[] | null } | { bytes: Buffer }

type Open = { sheets: Sheet[]; digest?: string; rows?: ReadRow[] }
const MOST_OPEN = 2
const open = new Map<string, Open>()

answerBy<Ask, Answer>(answer)

async function answer(ask: Ask): Promise<Answer> {
  if (ask.ask === 'open') {
    open.delete(ask.key)
    for (const key of open.keys()) if (open.size >= MOST_OPEN) open.delete(key)
    const sheets = await readSheets(ask.bytes)
    open.set(ask.key, { sheets })
    return { looks: sheets.map(lookAt) }
  }
  if (ask.ask === 'write') return { bytes: await writeSheets(ask.sheets) }
  const file = open.get(ask.key)
  if (ask.ask === 'plan') {
    if (file) Object.assign(file, { digest: ask.digest, rows: readFile(file.sheets, ask.plan) })
    return { rowCount: file?.rows?.length ?? null }
  }
  const rows = file?.digest === ask.digest ? file.rows : undefined
  return { rows: rows?.slice(ask.from, ask.from + ask.count) ?? null }
}

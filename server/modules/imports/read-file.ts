/** A whole file by its plan: every row of every sheet that was chosen. Pure; runs in the reading process. */
import type { ImportPart } from '#contracts/imports.ts'
import type { Sheet } from '#platform/sheets/read-file.ts'
import { layTogether } from './across-rows.ts'
import { readRow, type RawRow } from './read-row.ts'
import type { Plan, ReadRow } from './types.ts'

export function readFile(sheets: readonly Sheet[], plan: Plan): ReadRow[] {
  return layTogether(plan.parts.flatMap((part) => readPart(sheets[part.sheet], part, plan)))
}

function readPart(sheet: Sheet | undefined, part: ImportPart, plan: Plan): RawRow[] {
  const { kind } = part
  if (!sheet || !kind) return []
  const header = sheet.rows.find(({ number }) => number === part.headerRow)?.cells ?? []
  const lines = sheet.rows.filter(({ number }) => number > part.headerRow)
  return lines.map((line) => withDefaults(readRow(line, { ...part, kind }, part.sheet, header), part, plan, header))
}

/** What the file does not say and its user did. */
function withDefaults(row: RawRow, part: ImportPart, { areaSource }: Plan, header: readonly string[]): RawRow {
  const { values } = row
  if (values.area !== undefined && values.areaSource === undefined) values.areaSource = areaSource
  if (values.unitCode !== undefined && values.unitKind === undefined) values.unitKind = unitKindBy(part, header)
  return row
}

/** 车位号 says that it is a parking place. */
function unitKindBy(part: ImportPart, header: readonly string[]): 'parking' | 'shop' | 'home' {
  const title = header[part.columns.indexOf('unitCode')] ?? ''
  return /车/.test(title) || /parking/i.test(title) ? 'parking' : /铺|shop/i.test(title) ? 'shop' : 'home'
}

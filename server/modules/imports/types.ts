/** A row of a file on its way: what stood in it, what was read from it, what is wrong with it. */
import type { ImportField, ImportKind, ImportPart, ImportProblem } from '#contracts/imports.ts'
import { IMPORT_PROBLEMS, type ProblemCode } from '#contracts/import-problems.ts'

/** How a file is to be read: chosen by the user, kept with the import. */
export type Plan = { parts: readonly ImportPart[]; areaSource: 'REGISTRY' | 'SURVEY' | 'CONTRACT' }

export type Value = string | number | boolean
export type Values = Partial<Record<ImportField, Value>>

export type Cell = { column: number; field: ImportField; text: string }

export type ReadRow = {
  /** In the order of entering: buildings before homes, homes before people. */
  seq: number
  /** Index of the sheet. */
  sheet: number
  rowNumber: number
  kind: ImportKind
  /** As they stood; what an identity number was, never leaves the reading process. */
  cells: Cell[]
  values: Values
  problems: ImportProblem[]
  /** An earlier row that is about the same person. */
  sameAs?: number
  /** What this row is the first to name: counted as new when the registers do not have it. */
  firsts: ('building' | 'entrance' | 'home' | 'person')[]
}

export function problem(code: ProblemCode, column: number | null, facts: ImportProblem['facts'] = {}): ImportProblem {
  return { code, severity: IMPORT_PROBLEMS[code].severity, column, facts }
}

/** The worst of its problems says what becomes of the row. */
export function stateOf(problems: readonly ImportProblem[]): 'good' | 'warned' | 'bad' | 'skipped' {
  const has = (severity: ImportProblem['severity']) => problems.some((one) => one.severity === severity)
  if (has('note')) return 'skipped'
  return has('error') ? 'bad' : has('warning') ? 'warned' : 'good'
}

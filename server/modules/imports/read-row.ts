/** One row of a sheet by the plan: its cells as values, and what is wrong with it by itself. Pure. */
import type { ImportField, ImportKind, ImportPart } from '#contracts/imports.ts'
import { KINDS } from './dictionary.ts'
import { isClosingRow, isHelpRow } from './header-row.ts'
import { doorOf } from './home-of-row.ts'
import { readCell } from './read-cell.ts'
import { problem, type Cell, type ReadRow, type Values } from './types.ts'

type Line = { number: number; cells: readonly string[] }
/** The identity number as it stood is for comparing within the reading process only. */
export type RawRow = Omit<ReadRow, 'seq' | 'firsts'> & { identity?: string }

const DOOR: readonly ImportField[] = ['building', 'entrance', 'room', 'homeWords']
/** Rows that are about one door, and cannot do without. */
const NEEDS_HOME: readonly ImportKind[] = ['homes', 'residents', 'owners']

export function readRow(
  line: Line,
  part: ImportPart & { kind: ImportKind },
  sheet: number,
  header: readonly string[],
): RawRow {
  const mapped = part.columns.flatMap((field, column) =>
    field ? [{ field, column, text: line.cells[column] ?? '' }] : [],
  )
  const row: RawRow = {
    sheet,
    rowNumber: line.number,
    kind: part.kind,
    cells: mapped.map((cell) => (cell.field === 'identity' ? { ...cell, text: '' } : cell)),
    values: {},
    problems: [],
  }
  if (isHelp(line, part, mapped, header)) return { ...row, problems: [problem('help_row', null)] }
  if (mapped.every(({ text }) => text === '') || isEmptyOfUse(mapped, part.kind))
    return { ...row, problems: [problem('beside_row', null)] }
  for (const { field, column, text } of mapped) {
    const read = readCell(field, text, column)
    if (read.problem) row.problems.push(read.problem)
    if (read.value !== undefined && (field !== 'gone' || read.value === true)) row.values[field] = read.value
    if (field === 'identity' && text) row.identity = text
  }
  if (row.values.gone === true) return { ...row, problems: [problem('gone', null)] }
  need(row, mapped)
  settleDoor(row, mapped)
  return row
}

/** Sentences among the data, the header again on a new page, sums at the end. */
function isHelp(line: Line, part: ImportPart, mapped: readonly Cell[], header: readonly string[]): boolean {
  const texts = mapped.map(({ text }) => text)
  const beside = part.columns.flatMap((field, column) => (field ? [] : [line.cells[column] ?? '']))
  const again =
    texts.filter(Boolean).length > 1 && mapped.every(({ column, text }) => text === '' || text === header[column])
  return isHelpRow([...texts, ...beside]) || again || (isClosingRow(line.cells) && texts.filter(Boolean).length <= 3)
}

/** A note beside the table falls into one column by chance; a row of data fills at least one that its kind cannot do without. */
const isEmptyOfUse = (mapped: readonly Cell[], kind: ImportKind): boolean =>
  KINDS[kind].needs.every((group) => !mapped.some(({ field, text }) => text !== '' && group.includes(field)))

function need(row: RawRow, mapped: readonly Cell[]) {
  for (const group of KINDS[row.kind].needs) {
    if (group.some((field) => row.values[field] !== undefined)) continue
    const cells = mapped.filter(({ field }) => group.includes(field))
    // Owners: an empty name is a home without an owner yet. Members: the stage is formal unless it is said.
    if (row.kind === 'owners' && group.includes('name')) continue
    if (row.kind === 'members' && !group.includes('name')) continue
    if (row.kind === 'organisations' && !group.includes('organisation')) continue
    if (cells.some(({ column }) => row.problems.some((one) => one.column === column))) continue
    row.problems.push(problem('needed', cells[0]?.column ?? null))
  }
}

/** Puts building, entrance and room in one writing, and takes the address out. */
function settleDoor(row: RawRow, mapped: readonly Cell[]) {
  const words = mapped.filter(({ field, text }) => DOOR.includes(field) && text)
  if (words.length === 0) return
  const door = doorOf(row.values)
  const isWhole =
    door?.building && (door.room !== undefined || !NEEDS_HOME.includes(row.kind) || row.values.unitCode !== undefined)
  for (const field of DOOR) delete row.values[field]
  if (!door || !isWhole) {
    const column =
      words.find(({ field }) => field === 'homeWords' || field === 'room')?.column ?? words[0]?.column ?? null
    row.problems.push(
      problem('home_unreadable', column, {
        text: words
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 60),
      }),
    )
    return
  }
  Object.assign(row.values, door satisfies Values)
}

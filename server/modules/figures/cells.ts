/**
 * The cells that a request counts in: the places above it, each whole and (down to the community) cut by category, channel and
 * organisation; by day and by month. Days of small places and of cuts are let go of, months stay, so that figures take some
 * hundred bytes a request for ever. Source: docs/decisions/0019-figures.md.
 */
import { MEASURES as CODES, type Measure, type TABLE_BY } from '#contracts/figures.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { columnOf } from './measures.ts'

/** The whole district stands under this id: a request of no place below it is in it all the same. */
export const DISTRICT = '00000000-0000-0000-0000-000000000000'
/** A year to compare with, and the month around it. */
export const YEAR_DAYS = 400
/** This month and the last: older days of a community's cuts are most of all cells, and are counted from its requests when somebody looks. */
export const TWO_MONTHS_DAYS = 62

export type Cut = 'all' | Exclude<(typeof TABLE_BY)[number], 'place'>

/** For so many days the days of a cut are kept at places of a level; undefined: for ever. */
function daysKept(level: string, cut: Cut): number | undefined {
  if (level === 'community') return cut === 'all' ? undefined : TWO_MONTHS_DAYS
  const isWide = level === 'district' || level === 'subdistrict'
  return isWide && cut === 'all' ? undefined : YEAR_DAYS
}

/** Before this day only months are kept; undefined when every day is. */
export function firstDayKept(level: string, cut: Cut, now: Date): string | undefined {
  const days = daysKept(level, cut)
  return days === undefined ? undefined : plusDays(shanghaiToday(now), -days)
}

const KEYS: Record<Cut, string> = {
  all: `''`,
  category: 'category_code',
  channel: 'channel',
  organisation: 'organisation_id',
}
const CUT_AT = [
  ['district', `'${DISTRICT}'::uuid`],
  ['subdistrict', 'subdistrict_id'],
  ['community', 'community_id'],
] as const
const WHOLE_AT = [
  ['compound', 'compound_id'],
  ['grid', 'grid_id'],
] as const

/** The cells of one row of `x`, which has the columns of a standing. `days`: for so many its days are kept, null for ever. */
export const cellsOf = (x: string): string => {
  const at = (column: string) => (column.startsWith(`'`) ? column : `${x}.${column}`)
  const cell = (level: string, place: string, cut: Cut) =>
    `(${at(place)}, '${cut}', ${at(KEYS[cut])}, ${daysKept(level, cut) ?? 'NULL'}::int)`
  const cuts = Object.keys(KEYS) as Cut[] // the keys of a constant
  const values = [
    ...CUT_AT.flatMap(([level, place]) => cuts.map((cut) => cell(level, place, cut))),
    ...WHOLE_AT.map(([level, place]) => cell(level, place, 'all')),
  ]
  return `(VALUES ${values.join(', ')}) AS c (place_id, cut, key, days)`
}

/** A list of columns, one a measure. */
export const each = (
  text: (column: string, measure: Measure) => string,
  codes: readonly Measure[] = CODES,
  between = ', ',
): string => codes.map((measure) => text(columnOf(measure), measure)).join(between)

export const COLUMNS = each((column) => column)

/** What becomes of a cell that is there already: everything is added. */
export const ADD_TO_CELL = `ON CONFLICT (tenant_id, place_id, cut, grain, from_on, key) DO UPDATE SET
  ${each((column) => `${column} = CASE WHEN excluded.${column} IS NULL THEN figure_cell.${column} ELSE nullif(coalesce(figure_cell.${column}, 0) + excluded.${column}, 0) END`)},
  times = CASE WHEN excluded.times IS NULL THEN figure_cell.times ELSE add_times(figure_cell.times, excluded.times) END`

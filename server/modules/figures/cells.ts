/**
 * The cells that a request counts in: the places above it, each whole and (down to the community) cut by category, channel and
 * organisation; by day and by month. Days of small places and of cuts are let go of after DAYS_KEPT, months stay, so that
 * figures take some hundred bytes a request for ever. Source: docs/decisions/0019-figures.md.
 */
import { MEASURES as CODES, type Measure, type TABLE_BY } from '#contracts/figures.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { columnOf } from './measures.ts'

/** The whole district stands under this id: a request of no place below it is in it all the same. */
export const DISTRICT = '00000000-0000-0000-0000-000000000000'
export const DAYS_KEPT = 190 // half a year by day: a quarter and the one before it; measured in docs/performance.md

export type Cut = 'all' | Exclude<(typeof TABLE_BY)[number], 'place'>

/** Before this day only months of cuts and of small places are kept. */
export const firstDayKept = (now: Date): string => shanghaiToday(new Date(now.getTime() - DAYS_KEPT * DAY))

const KEYS: Record<Cut, string> = {
  all: `''`,
  category: 'category_code',
  channel: 'channel',
  organisation: 'organisation_id',
}
const WIDE = [`'${DISTRICT}'::uuid`, 'subdistrict_id', 'community_id']
const SMALL = ['compound_id', 'grid_id']

/** The cells of one row of `x`, which has the columns of a standing. `lasting`: its days are kept for ever. */
export const cellsOf = (x: string): string => {
  const at = (column: string) => (column.startsWith(`'`) ? column : `${x}.${column}`)
  const cell = (place: string, cut: Cut, lasting: boolean) => `(${at(place)}, '${cut}', ${at(KEYS[cut])}, ${lasting})`
  const cuts = Object.keys(KEYS) as Cut[] // the keys of a constant
  const values = [
    ...WIDE.flatMap((place) => cuts.map((cut) => cell(place, cut, cut === 'all'))),
    ...SMALL.map((place) => cell(place, 'all', false)),
  ]
  return `(VALUES ${values.join(', ')}) AS c (place_id, cut, key, lasting)`
}

/** A list of columns, one a measure. */
export const each = (text: (column: string, measure: Measure) => string, between = ', '): string =>
  CODES.map((measure) => text(columnOf(measure), measure)).join(between)

export const COLUMNS = each((column) => column)

/** What becomes of a cell that is there already: everything is added. */
export const ADD_TO_CELL = `ON CONFLICT (tenant_id, place_id, cut, grain, from_on, key) DO UPDATE SET
  ${each((column) => `${column} = CASE WHEN excluded.${column} IS NULL THEN figure_cell.${column} ELSE nullif(coalesce(figure_cell.${column}, 0) + excluded.${column}, 0) END`)},
  times = CASE WHEN excluded.times IS NULL THEN figure_cell.times ELSE add_times(figure_cell.times, excluded.times) END`

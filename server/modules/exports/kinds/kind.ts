/**
 * What a kind of export is: the list that it asks, page by page, and the columns of its file. A kind has no query of its
 * own: it asks the endpoint of its list as the person who takes it out, so it can hold no row that the list does not show.
 */
import type { Filters } from '#contracts/exports.ts'
import type { Ask } from '#platform/ask.ts'
import type { Tx } from '#platform/db.ts'
import type { Both, Pen } from '../words.ts'

/** GeoJSON in WGS-84. */
export type Geometry =
  | { type: 'Point'; coordinates: [number, number] }
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

/** Where a list goes on: plain JSON, null at its end. */
export type GoOn = string | number | readonly string[] | null

export type Reading = { ask: Ask; tx: Tx; filters: Filters; pen: Pen; now: Date }
export type Found<Row> = { rows: readonly Row[]; next: GoOn }
/** Whom a row is about: they read in the log that it was taken out. */
export type About = { householdId?: string | null; unitId?: string; personId?: string }

export type Column<Row> = readonly [zh: string, en: string, width: number, text: (row: Row, pen: Pen) => string]

export type Line = { cells: readonly string[]; geometry: Geometry | null; about?: About }
export type Kind = {
  title: Both
  personal: boolean
  heads: (pen: Pen) => string[]
  widths: readonly number[]
  page: (reading: Reading, from: GoOn) => Promise<{ lines: Line[]; next: GoOn }>
}

type Given<Row> = {
  title: Both
  columns: readonly Column<Row>[]
  read: (reading: Reading, from: GoOn) => Promise<Found<Row>>
  places?: (tx: Tx, rows: readonly Row[]) => Promise<(Geometry | null)[]> | (Geometry | null)[]
  about?: (row: Row) => About
}

/** Seals the type of its rows inside: outside, a kind gives lines of text. */
export function kind<Row>({ title, columns, read, places, about }: Given<Row>): Kind {
  return {
    title,
    personal: about !== undefined,
    heads: (pen) => columns.map(([zh, en]) => pen.pick([zh, en])),
    widths: columns.map(([, , width]) => width),
    async page(reading, from) {
      const { rows, next } = await read(reading, from)
      const geometries = (await places?.(reading.tx, rows)) ?? []
      const lines = rows.map((row, at) => ({
        cells: columns.map(([, , , text]) => text(row, reading.pen)),
        geometry: geometries[at] ?? null,
        ...(about && { about: about(row) }),
      }))
      return { lines, next }
    },
  }
}

/** The filters that a list knows, without those that only pages use. */
export const only = (filters: Filters, names: readonly string[]): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name, value]) => names.includes(name) && value !== ''))

export const text = (value: Filters[string] | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : String(value)

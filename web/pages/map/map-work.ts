/** From open requests to what the map draws: pins by clock, grids by how many are late. */
import type { MapShape } from '#contracts/places.ts'
import type { RequestRow } from '#contracts/requests.ts'
import type { MapPin } from '#web/components/PlaceMap.tsx'
import { standingOf, type Standing } from '#web/pages/requests/standing.ts'

export const FILTERS = ['all', 'late', 'soon', 'fresh', 'urgent'] as const
export type FilterName = (typeof FILTERS)[number]

export function passes(row: RequestRow, filter: FilterName, now: Date): boolean {
  if (filter === 'all') return true
  if (filter === 'urgent') return row.urgent
  const { tone } = standingOf(row, now)
  if (filter === 'late') return tone === 'late'
  if (filter === 'soon') return tone === 'due'
  return row.status === 'submitted' || row.status === 'accepted' || row.status === 'returned'
}

/** The one that is pointed at in the list stands out as a drop. */
export function pinOf(
  row: RequestRow,
  now: Date,
  pointed: string | undefined,
  say: (title: string, word: Standing['word']) => string,
): MapPin[] {
  const { id, lon, lat, title } = row
  if (lon === null || lat === null) return []
  const { tone, word } = standingOf(row, now)
  return [{ id, lon, lat, title: say(title, word), tone, ...(id === pointed && { drop: true }) }]
}

export type GridCount = { id: string; name: string; open: number; late: number }

/** Every grid that is drawn or has something open, most late first. */
export function gridsOf(rows: readonly RequestRow[], shapes: readonly MapShape[], now: Date): GridCount[] {
  const grids = new Map<string, GridCount>()
  for (const { kind, placeId, name } of shapes)
    if (kind === 'grid' && placeId) grids.set(placeId, { id: placeId, name, open: 0, late: 0 })
  for (const row of rows) {
    const grid = row.gridId && grids.get(row.gridId)
    if (!grid) continue
    grid.open += 1
    if (standingOf(row, now).tone === 'late') grid.late += 1
  }
  return [...grids.values()].sort((a, b) => b.late - a.late || b.open - a.open)
}

/** Steps of the tint, as the legend writes them: 0, 1, 2, 3–4, 5 and more. */
export const heatOf = (late: number): 0 | 1 | 2 | 3 | 4 =>
  late >= 5 ? 4 : late >= 3 ? 3 : late === 2 ? 2 : late === 1 ? 1 : 0

/** Nested areas would write their names over each other: each look names one level. */
const NAMED = {
  pins: ['compound', 'building', 'road', 'green', 'water'],
  heat: ['grid', 'building', 'water'],
} as const satisfies Record<string, readonly MapShape['kind'][]>

export const namedFor = (shapes: readonly MapShape[], look: keyof typeof NAMED): MapShape[] =>
  shapes.map((shape) =>
    (NAMED[look] as readonly MapShape['kind'][]).includes(shape.kind) ? shape : { ...shape, name: '' },
  )

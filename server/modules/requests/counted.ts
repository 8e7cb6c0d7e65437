/** What stands open now in a place, by what cuts it. */
import type { Cut } from '#modules/figures/index.ts'
import type { Tx } from '#platform/db.ts'
import { allOf, prepared } from './queries/rows.ts'
import { Params } from './scope.ts'

export type PlaceColumn = 'subdistrict_id' | 'community_id' | 'compound_id' | 'grid_id' | 'building_id'
/** A place as rows of requests (null: the whole district), and at most one cut of it. */
export type Area = {
  column: PlaceColumn | null
  ids: readonly string[]
  cut: Cut
  key?: string
}

const COLUMN_OF_CUT = {
  category: 'r.category_code',
  channel: 'r.channel',
  organisation: 'r.lead_organisation_id',
} as const
/** What is done, waits for a word or lies aside in time has no deadline. */
const OPEN = 'r.closed_at IS NULL'
const OVERDUE = 'r.due_at < $2'

/** Conditions on `request r` of a place and a cut. */
export function within({ column, ids, cut, key }: Area, params: Params): string[] {
  const [id] = ids
  const place =
    column === null
      ? []
      : [ids.length === 1 ? `r.${column} = ${params.add(id)}` : `r.${column} = ANY (${params.add(ids)}::uuid[])`]
  if (cut === 'all' || key === undefined) return place
  return [...place, key === '' ? `${COLUMN_OF_CUT[cut]} IS NULL` : `${COLUMN_OF_CUT[cut]} = ${params.add(key)}`]
}

/** Rows by which a count is told apart. */
export const KEY_BY = {
  ...COLUMN_OF_CUT,
  subdistrict_id: 'r.subdistrict_id',
  community_id: 'r.community_id',
  compound_id: 'r.compound_id',
  grid_id: 'r.grid_id',
  building_id: 'r.building_id',
  none: `''`,
} as const

/** What is open at this moment, and what of it is past its time; `by` makes a row for each, otherwise there is one. Open requests stay few, whatever the history. */
export function countOpen(
  tx: Tx,
  area: Area & { by?: Exclude<Cut, 'all'> | PlaceColumn },
  now: Date,
): Promise<{ key: string; openNow: number; overdueNow: number }[]> {
  const params = new Params(tx.tenantId)
  params.add(now)
  const text = `SELECT coalesce(${KEY_BY[area.by ?? 'none']}::text, '') AS key, count(*)::int AS "openNow", count(*) FILTER (WHERE ${OVERDUE})::int AS "overdueNow"
    FROM request r WHERE r.tenant_id = $1 AND ${allOf([OPEN, ...within(area, params)])} GROUP BY 1`
  return tx.many(prepared(text, params.values))
}

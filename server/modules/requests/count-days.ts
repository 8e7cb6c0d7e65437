/**
 * Figures counted straight from requests, by the SQL twins of the measures: for places so small that nothing is kept of their
 * cuts, or of them at all. The community bounds what is read, by its indexes over time. Source: docs/decisions/0019-figures.md.
 */
import { MEASURES, type Measure } from '#contracts/figures.ts'
import { familyOf, sqlOf, type Cut, type Period } from '#modules/figures/index.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { KEY_BY, within, type Area, type PlaceColumn } from './counted.ts'
import { allOf, prepared } from './queries/rows.ts'
import { Params } from './scope.ts'

export type CountedDay = { on: string; key: string } & Record<Measure, number>
type By = Exclude<Cut, 'all'> | PlaceColumn

const FAMILIES = ['received', 'closed', 'exempted'] as const
type Family = (typeof FAMILIES)[number]
const MOMENTS = { received: 'r.created_at', closed: 'r.closed_at', exempted: 'r.exempted_at' } as const
const sumsOf = (family: Family): string =>
  MEASURES.map((measure) =>
    familyOf(measure) === family
      ? `count(*) FILTER (WHERE ${sqlOf(measure)})::int AS "${measure}"`
      : `0 AS "${measure}"`,
  ).join(', ')
const SUMS = { received: sumsOf('received'), closed: sumsOf('closed'), exempted: sumsOf('exempted') }

/** For each day of the period and each key in which anything counts. */
export function countDays(
  tx: Tx,
  { communityId, by, ...area }: Area & { communityId: string; by?: By },
  { from, to }: Period,
): Promise<CountedDay[]> {
  const params = new Params(tx.tenantId)
  const [start, end] = [params.add(shanghaiMidnight(from)), params.add(shanghaiMidnight(plusDays(to, 1)))]
  const place = [`r.community_id = ${params.add(communityId)}`, ...within(area, params)]
  const parts = FAMILIES.map((family) => {
    const moment = MOMENTS[family]
    const where = [`${moment} >= ${start}`, `${moment} < ${end}`, ...place]
    return `SELECT (${MOMENTS[family]} AT TIME ZONE 'Asia/Shanghai')::date AS on, coalesce(${KEY_BY[by ?? 'none']}::text, '') AS key, ${SUMS[family]}
      FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)} GROUP BY 1, 2`
  })
  return tx.many(prepared(parts.join('\nUNION ALL\n'), params.values))
}

/**
 * Counting a day or a month again from the requests themselves, by the SQL twins of the measures. What is kept (cells, and
 * changes that wait) is compared within one statement; what differs is added to the cells in the same one. Adding goes with
 * every step and every fold that happens meanwhile, so nothing is locked and nothing is lost.
 * Source: docs/decisions/0019-figures.md.
 */
import { MEASURES as CODES } from '#contracts/figures.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { ADD_TO_CELL, cellsOf, COLUMNS, each } from './cells.ts'
import { TIME_LETTER } from './counted.ts'
import { columnOf, FAMILIES, familyOf, MOMENT, sqlOf, type Family } from './measures.ts'
import { lastOfMonth, type Grain } from './spans.ts'
import { TIME_SQL } from './times.ts'

export type Unit = { grain: Grain; from: string }
/** `differences`: in words for the operator. */
export type Recount = { counted: number; differences: string[] }

const STANDING = `r.subdistrict_id, r.community_id, r.compound_id, r.grid_id, coalesce(r.category_code, '') AS category_code, r.channel,
  coalesce(r.lead_organisation_id::text, '') AS organisation_id`
const inPeriod = (moment: string) => `r.tenant_id = $1 AND r.${moment} >= $2 AND r.${moment} < $3`
const columnsOf = (family: Family) =>
  each(
    (column, measure) =>
      `${familyOf(measure) === family ? `CASE WHEN ${sqlOf(measure)} THEN 1 END` : 'NULL::int'} AS ${column}`,
  )
const rowsOf = (family: Family) => `${STANDING}, ${columnsOf(family)} FROM request r WHERE ${inPeriod(MOMENT[family])}`

const COUNTED = FAMILIES.map(([family]) => `SELECT ${rowsOf(family)}`).join(' UNION ALL ')
const CELLS_OF_ROW = cellsOf('x')
const CELLS_OF_CHANGE = cellsOf('g')
const SUMS = each((column) => `sum(x.${column}) AS ${column}`)
const KEPT = each((column) => `-f.${column}`)
const WAITING = each((_, measure) => `CASE WHEN e.code = '${measure}' THEN -e.delta END`)
const DIFFERENCES = each((column) => `nullif(sum(d.${column}), 0)::int AS ${column}`)
const ANY_DIFFERENCE = each((column) => `sum(d.${column}) <> 0`, CODES, ' OR ')
/** Days of cuts and small places live shorter. */
const LIVES = `c.place_id IS NOT NULL AND (c.days IS NULL OR $4::text = 'month' OR $5::date >= $6::date - c.days)`
const IN_CHANGES = `FROM figure_change g CROSS JOIN LATERAL unnest(g.days, g.counted, g.deltas) AS e (on_day, code, delta) CROSS JOIN LATERAL ${CELLS_OF_CHANGE}
    WHERE g.tenant_id = $1 AND e.on_day >= $5::date AND e.on_day <= $7::date AND ${LIVES}`

const RECOUNT = `
WITH counted AS (${COUNTED}),
different AS (
  SELECT d.place_id, d.cut, d.key, ${DIFFERENCES} FROM (
    SELECT c.place_id, c.cut, c.key, ${SUMS} FROM counted x CROSS JOIN LATERAL ${CELLS_OF_ROW} WHERE ${LIVES} GROUP BY 1, 2, 3
    UNION ALL
    SELECT f.place_id, f.cut, f.key, ${KEPT} FROM figure_cell f WHERE f.tenant_id = $1 AND f.grain = $4 AND f.from_on = $5
    UNION ALL
    SELECT c.place_id, c.cut, c.key, ${WAITING} ${IN_CHANGES}) d
   GROUP BY 1, 2, 3 HAVING ${ANY_DIFFERENCE}),
added AS (
  INSERT INTO figure_cell (tenant_id, place_id, cut, key, grain, from_on, ${COLUMNS}, times)
  SELECT $1, n.place_id, n.cut, n.key, $4, $5::date, ${COLUMNS}, NULL FROM different n WHERE $8::boolean ORDER BY 2, 3, 4
  ${ADD_TO_CELL})
SELECT n.place_id AS "placeId", n.cut, n.key, ${COLUMNS} FROM different n ORDER BY 1, 2, 3`

const TIMES = TIME_SQL.join(', ')
const RECOUNT_TIMES = `
WITH counted AS (SELECT ${STANDING}, t.time FROM request r CROSS JOIN LATERAL unnest(ARRAY[${TIMES}]) AS t (time)
   WHERE ${inPeriod('created_at')} AND t.time IS NOT NULL),
different AS (
  SELECT d.place_id, d.time, sum(d.n)::int AS n FROM (
    SELECT c.place_id, x.time, 1 AS n FROM counted x CROSS JOIN LATERAL ${CELLS_OF_ROW} WHERE c.cut = 'all' AND ${LIVES}
    UNION ALL
    SELECT f.place_id, (p.packed + 2097152) >> 22, -(((p.packed + 2097152) & 4194303) - 2097152)
      FROM figure_cell f CROSS JOIN LATERAL unnest(f.times) AS p (packed) WHERE f.tenant_id = $1 AND f.cut = 'all' AND f.grain = $4 AND f.from_on = $5
    UNION ALL
    SELECT c.place_id, substr(e.code, 2)::int, -e.delta ${IN_CHANGES} AND c.cut = 'all' AND e.code LIKE '${TIME_LETTER}%') d
   GROUP BY 1, 2 HAVING sum(d.n) <> 0),
added AS (
  INSERT INTO figure_cell (tenant_id, place_id, cut, key, grain, from_on, times)
  SELECT $1, n.place_id, 'all', '', $4, $5::date, array_agg((n.time << 22) + n.n) FROM different n WHERE $8::boolean GROUP BY n.place_id ORDER BY 2
  ON CONFLICT (tenant_id, place_id, cut, grain, from_on, key) DO UPDATE SET times = add_times(figure_cell.times, excluded.times))
SELECT n.place_id AS "placeId", count(*)::int AS n FROM different n GROUP BY 1 ORDER BY 1`

const RECEIVED = `SELECT count(*)::int AS n FROM request r WHERE ${inPeriod('created_at')}`

type Difference = { placeId: string; cut: string; key: string } & Record<string, number | string | null>
const MOST_TOLD = 50

/** @param repair adds what differs to the cells; otherwise it is only told */
export async function recount(tx: Tx, { grain, from }: Unit, repair: boolean, now: Date): Promise<Recount> {
  const to = grain === 'day' ? from : lastOfMonth(from)
  // A month of a large district takes longer than a call may; this is a job's or a command's work.
  await tx.run({ text: `SET LOCAL statement_timeout = '10min'` })
  const values = [
    tx.tenantId,
    shanghaiMidnight(from),
    shanghaiMidnight(plusDays(to, 1)),
    grain,
    from,
    shanghaiToday(now),
    to,
    repair,
  ]
  const different = await tx.many<Difference>({ name: 'figure_recount', text: RECOUNT, values })
  const times = await tx.many<{ placeId: string; n: number }>({
    name: 'figure_recount_times',
    text: RECOUNT_TIMES,
    values,
  })
  const received = await tx.one<{ n: number }>({ name: 'figure_received', text: RECEIVED, values: values.slice(0, 3) })
  return {
    counted: received?.n ?? 0,
    differences: [...different.map(inWords), ...times.map(({ placeId, n }) => `${placeId} times ${n}`)].slice(
      0,
      MOST_TOLD,
    ),
  }
}

const inWords = (one: Difference) =>
  `${one.placeId} ${one.cut} ${one.key} ${CODES.flatMap((measure) => (one[columnOf(measure)] ? `${measure} ${one[columnOf(measure)]}` : [])).join(' ')}`

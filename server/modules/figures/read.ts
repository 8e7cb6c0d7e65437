/**
 * Reading figures: cells, and with them the changes that still wait to be added up, in one statement, so that what is read is
 * exact at any moment. Several periods are read together: a period and the one before it, or every point of a curve.
 */
import type { Counts, Measure } from '#contracts/figures.ts'
import { MEASURES } from '#contracts/figures.ts'
import type { Tx } from '#platform/db.ts'
import { cellsOf, each, type Cut } from './cells.ts'
import { TIME_LETTER } from './counted.ts'
import { spansOf, type Span } from './spans.ts'
import { spreadsOf, type Spread } from './times.ts'

export type Period = { from: string; to: string }
/**
 * `places`: ids of cells, see cells.ts. `key`: only this category, channel or organisation of the cut. `only`: no other count is
 * read, which is a third of the work where places are many.
 */
export type Wanted = {
  places: readonly string[]
  cut?: Cut
  key?: string
  periods: readonly Period[]
  only?: Measure | undefined
}
export type Sum = { period: number; placeId: string; key: string; counts: Counts }

const CELLS = cellsOf('g')
type Codes = readonly Measure[]
const ownOf = (codes: Codes) => each((column) => `f.${column}`, codes)
const waitingOf = (codes: Codes) => each((_, measure) => `CASE WHEN e.code = '${measure}' THEN e.delta END`, codes)
const totalsOf = (codes: Codes) => each((column, measure) => `sum(x.${column})::int AS "${measure}"`, codes)
const SPANS = `span AS (SELECT s.period, s.grain, s.from_on, s.to_on FROM unnest($3::int[], $4::text[], $5::date[], $6::date[]) AS s (period, grain, from_on, to_on)),
  wanted AS (SELECT DISTINCT w.id FROM unnest($2::uuid[]) AS w (id)),
  day AS (SELECT s.period, d.at::date AS on_day FROM span s CROSS JOIN LATERAL generate_series(s.from_on, s.to_on, '1 day') AS d (at)),
  unit AS (SELECT s.period, s.grain, d.at::date AS from_on FROM span s CROSS JOIN LATERAL generate_series(s.from_on, s.to_on, ('1 ' || s.grain)::interval) AS d (at))`
const OF_CELL = each((column) => `o.${column}`)
const CELL = `SELECT o.place_id, o.key, ${OF_CELL}, o.times FROM figure_cell o
    WHERE o.tenant_id = $1 AND o.cut = $7 AND o.grain = u.grain AND o.from_on = u.from_on AND ($8::text IS NULL OR o.key = $8)`
// OFFSET 0 holds the planner, which cannot know how many places are meant, to the way that is written down: a look-up for each
// place and unit, or, for so many places that they are most there are, every cell of the unit; then others are left out at the end.
const CELLS_OF = {
  few: `FROM wanted w CROSS JOIN unit u CROSS JOIN LATERAL (${CELL} AND o.place_id = w.id OFFSET 0) f`,
  many: `FROM unit u CROSS JOIN LATERAL (${CELL} OFFSET 0) f`,
}
const MANY_PLACES = 300 // measured with 1,191 grids: docs/performance.md
const IN_CHANGES = `FROM figure_change g
   CROSS JOIN LATERAL unnest(g.days, g.counted, g.deltas) AS e (on_day, code, delta)
   CROSS JOIN LATERAL ${CELLS}
    JOIN day d ON d.on_day = e.on_day
    JOIN wanted w ON w.id = c.place_id
   WHERE g.tenant_id = $1 AND c.cut = $7 AND ($8::text IS NULL OR c.key = $8)`

const sumsSql = (way: keyof typeof CELLS_OF, codes: Codes) => `WITH ${SPANS}
SELECT x.period, x.place_id AS "placeId", x.key, ${totalsOf(codes)}
  FROM (SELECT u.period, f.place_id, f.key, ${ownOf(codes)} ${CELLS_OF[way]}
        UNION ALL
        SELECT d.period, c.place_id, c.key, ${waitingOf(codes)} ${IN_CHANGES}) x
 GROUP BY 1, 2, 3`
const ALL_SUMS = { few: sumsSql('few', MEASURES), many: sumsSql('many', MEASURES) }

const TIMES = `WITH ${SPANS}
SELECT t.packed FROM (
  SELECT unnest(f.times) AS packed ${CELLS_OF.few}
  UNION ALL
  SELECT (substr(e.code, 2)::int << 22) + e.delta ${IN_CHANGES} AND e.code LIKE '${TIME_LETTER}%') t`

/** One row for each period, place and key in which anything counts. */
export async function readSums(tx: Tx, wanted: Wanted): Promise<Sum[]> {
  const way = wanted.places.length < MANY_PLACES ? 'few' : 'many'
  // Sums of some thousand places are added up in memory; in the usual four MB they would be sorted on disk first.
  if (way === 'many') await tx.run({ name: 'figure_room', text: `SET LOCAL work_mem = '32MB'` })
  const found = await tx.many<Omit<Sum, 'counts'> & Record<Measure, number | null>>({
    name: ['figure_sums', way, ...(wanted.only ? [wanted.only] : [])].join('_'),
    text: wanted.only ? sumsSql(way, [wanted.only]) : ALL_SUMS[way],
    values: valuesOf(tx, wanted),
  })
  const places = new Set(wanted.places)
  return found
    .filter(({ placeId }) => places.has(placeId))
    .map((row) => ({ period: row.period, placeId: row.placeId, key: row.key, counts: countsOf(row) }))
}

/** How long each step took in one period, of the uncut figures. */
export async function readTimes(tx: Tx, places: readonly string[], period: Period): Promise<Spread[]> {
  const found = await tx.many<{ packed: number }>({
    name: 'figure_times',
    text: TIMES,
    values: valuesOf(tx, { places, periods: [period] }),
  })
  return spreadsOf(found.map(({ packed }) => packed))
}

/** What is nought is left out. */
function countsOf(row: Record<Measure, number | null>): Counts {
  const counts: Counts = {}
  for (const measure of MEASURES) if (row[measure]) counts[measure] = row[measure]
  return counts
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum: Counts = {}
  for (const counts of all)
    for (const measure of MEASURES) if (counts[measure]) sum[measure] = (sum[measure] ?? 0) + counts[measure]
  return sum
}

function valuesOf(tx: Tx, { places, cut = 'all', key, periods }: Wanted) {
  const spans = periods.flatMap(({ from, to }, period): (Span & { period: number })[] =>
    spansOf(from, to).map((span) => ({ ...span, period })),
  )
  return [
    tx.tenantId,
    places,
    spans.map(({ period }) => period),
    spans.map(({ grain }) => grain),
    spans.map(({ from }) => from),
    spans.map(({ to }) => to),
    cut,
    key ?? null,
  ]
}

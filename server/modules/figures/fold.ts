/**
 * Adding up what steps noted. Taking changes away and adding them to their cells is one statement, so a reader sees each
 * change once, wherever it stands. Cells are written in the order of their keys: two folds never wait in a circle.
 */
import type { Tx } from '#platform/db.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { recurring } from '#platform/recurring.ts'
import { ADD_TO_CELL, cellsOf, COLUMNS, each } from './cells.ts'
import { TIME_LETTER } from './counted.ts'

/** The more are added up at once, the fewer writes each costs; readers look through those that wait. */
const EVERY_MS = 10 * MINUTE
const AT_A_TIME = 2000
/** So many are not left to wait: a busy hour, or many steps at once. Readers take some ms for them (docs/performance.md). */
const FULL = 500

const CELLS = cellsOf('t')
const SUMS = each((_, measure) => `sum(p.n) FILTER (WHERE p.code = '${measure}')`)

const FOLD = `
WITH taken AS (
  DELETE FROM figure_change d WHERE d.tenant_id = $1 AND d.id IN (
    SELECT o.id FROM figure_change o WHERE o.tenant_id = $1 ORDER BY o.id LIMIT $2)
  RETURNING d.*),
placed AS (
  SELECT c.place_id, c.cut, c.key, g.grain, g.from_on, e.code, sum(e.delta)::int AS n
    FROM taken t
   CROSS JOIN LATERAL unnest(t.days, t.counted, t.deltas) AS e (day, code, delta)
   CROSS JOIN LATERAL ${CELLS}
   CROSS JOIN LATERAL (VALUES ('day', e.day), ('month', date_trunc('month', e.day)::date)) AS g (grain, from_on)
   WHERE c.place_id IS NOT NULL AND (c.cut = 'all' OR e.code NOT LIKE '${TIME_LETTER}%')
     AND (c.days IS NULL OR g.grain = 'month' OR g.from_on >= $3::date - c.days)
   GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(e.delta) <> 0)
INSERT INTO figure_cell (tenant_id, place_id, cut, key, grain, from_on, ${COLUMNS}, times)
SELECT $1, p.place_id, p.cut, p.key, p.grain, p.from_on, ${SUMS},
       array_agg((substr(p.code, 2)::int << 22) + p.n) FILTER (WHERE p.code LIKE '${TIME_LETTER}%')
  FROM placed p GROUP BY 2, 3, 4, 5, 6 ORDER BY 2, 3, 5, 6, 4
${ADD_TO_CELL}`

/** Adds up those that have waited longest; false when fewer than a whole portion waited. */
async function foldSome(tx: Tx, now: Date): Promise<boolean> {
  const waiting = await tx.one<{ n: number }>({
    name: 'figure_waiting',
    text: 'SELECT count(*)::int AS n FROM (SELECT 1 FROM figure_change o WHERE o.tenant_id = $1 LIMIT $2) w',
    values: [tx.tenantId, AT_A_TIME],
  })
  if (!waiting?.n) return false
  await tx.run({ name: 'figure_fold', text: FOLD, values: [tx.tenantId, AT_A_TIME, shanghaiToday(now)] })
  return waiting.n === AT_A_TIME
}

/** Each portion in a transaction of its own. */
export const foldMore: Job<Record<string, never>> = job('figures.fold.more', async (tx, _nothing, { now }) => {
  if (await foldSome(tx, now)) await enqueue(tx, foldMore, {}, { now })
})
export const fold = recurring('figures.fold', EVERY_MS, (tx, context) => foldMore.run(tx, {}, context))

/** Looked at by the clock and not by each step: steps then write nothing that two of them could wait for. */
export const foldFull = recurring('figures.fold.full', MINUTE, async (tx, { now }) => {
  const full = await tx.one({
    name: 'figure_full',
    text: 'SELECT 1 FROM figure_change o WHERE o.tenant_id = $1 OFFSET $2 LIMIT 1',
    values: [tx.tenantId, FULL - 1],
  })
  if (full) await enqueue(tx, foldMore, {}, { now })
})

/** In this transaction, for commands and tests. */
export async function foldAll(tx: Tx, now: Date): Promise<void> {
  while (await foldSome(tx, now));
}

/**
 * Noting what a step changed in the figures, in the step's own transaction. Rows are only added, so two steps never wait for
 * each other here; fold.ts adds them up later, and readers count what still waits. Source: docs/decisions/0019-figures.md.
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { difference, type Change } from './counted.ts'
import type { CountedRow } from './measures.ts'

/** The request before and after a step; null before it was received. */
export async function noteChange(tx: Tx, before: CountedRow | null, after: CountedRow | null): Promise<void> {
  for (const one of difference(before, after)) await insertChange(tx, one)
}

const insertChange = (tx: Tx, one: Change) =>
  tx.run({
    name: 'figure_change_insert',
    text: `INSERT INTO figure_change (tenant_id, id, subdistrict_id, community_id, compound_id, grid_id, category_code, channel, organisation_id, days, counted, deltas)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      tx.tenantId, newId(), one.subdistrict_id, one.community_id, one.compound_id, one.grid_id, one.category_code, one.channel,
      one.organisation_id, one.days, one.counted, one.deltas,
    ], // prettier-ignore
  })

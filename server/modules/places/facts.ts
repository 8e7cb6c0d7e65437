/**
 * Says that something a standard counts has changed at a place: homes, grids, organisations, posts, members. The check-up
 * looks there next and nowhere else. Source: docs/capabilities/standards.md, "When it runs".
 */
import type { Tx } from '#platform/db.ts'

/** Whoever writes facts of a place says so in the same transaction; a hint, so a repeat costs nothing. */
export async function factsChanged(tx: Tx, placeIds: readonly string[], now: Date): Promise<void> {
  if (placeIds.length === 0) return
  await tx.run({
    name: 'facts_changed',
    text: `INSERT INTO checkup_due (tenant_id, place_id, at)
           SELECT $1, id, $3 FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[])
           ON CONFLICT (tenant_id, place_id) DO UPDATE SET at = excluded.at`,
    values: [tx.tenantId, [...new Set(placeIds)].sort(), now],
  })
}

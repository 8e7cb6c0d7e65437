/**
 * Says that something a standard counts has changed at a place: homes, grids, organisations, posts, members. The check-up
 * looks there next and nowhere else. Source: docs/capabilities/standards.md, "When it runs".
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/outbox.ts'

/** The job that looks again; the check-up runs it. */
export const LOOK_AGAIN = { name: 'standards.lookAgain' }
/** What changes together (a form, a piece of an import) is looked at together. */
const SETTLED_MS = 1_000

/**
 * Whoever writes facts of a place says so in the same transaction; a repeat costs nothing. Marks are only added: the run that
 * this call asks for takes all it finds, so none is missed and no writer waits for another.
 */
export async function factsChanged(tx: Tx, placeIds: readonly string[], now: Date): Promise<void> {
  const places = [...new Set(placeIds)]
  if (places.length === 0) return
  await tx.run({
    name: 'facts_changed',
    text: `INSERT INTO checkup_due (tenant_id, id, place_id) SELECT $1, m.id, m.place_id FROM unnest($2::uuid[], $3::uuid[]) AS m (id, place_id)`,
    values: [tx.tenantId, places.map(() => newId()), places],
  })
  await enqueue(tx, LOOK_AGAIN, {}, { now, runAt: new Date(now.getTime() + SETTLED_MS) })
}

/**
 * Takes places out again that were entered by mistake or by an import that is undone. What something refers to stays:
 * a place with a history is ended, never erased. Source: docs/capabilities/places.md, "Removing".
 */
import type { PlaceReference } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { factsChanged } from './facts.ts'
import { referencesTo } from './references.ts'
import { placesChanged } from './tree.ts'

export type Removal = { removed: string[]; kept: { id: string; because: PlaceReference[] }[] }

/** Removes those of the places that nothing refers to; places within each other may go together. */
export async function removePlaces(tx: Tx, ids: readonly string[], now: Date): Promise<Removal> {
  const rows = await lockPlaces(tx, ids)
  const because = new Map<string, Set<PlaceReference>>()
  // What stays keeps what it lies in, so ask again until nothing more stays: once for each level at most.
  for (let going = rows.map(({ id }) => id); ;) {
    const found = await referencesTo(tx, going)
    for (const { id, what } of found) because.set(id, (because.get(id) ?? new Set()).add(what))
    if (found.length === 0) return finish(tx, rows, going, because, now)
    const stays = new Set(found.map(({ id }) => id))
    going = going.filter((id) => !stays.has(id))
  }
}

type Row = { id: string; parentId: string | null }

async function finish(
  tx: Tx,
  rows: readonly Row[],
  removed: string[],
  because: ReadonlyMap<string, ReadonlySet<PlaceReference>>,
  now: Date,
): Promise<Removal> {
  if (removed.length > 0) {
    await deleteWithTraces(tx, removed)
    await placesChanged(tx)
    const gone = new Set(removed)
    const around = rows.flatMap(({ id, parentId }) =>
      gone.has(id) && parentId && !gone.has(parentId) ? [parentId] : [],
    )
    await factsChanged(tx, around, now)
  }
  return { removed, kept: [...because].map(([id, reasons]) => ({ id, because: [...reasons] })) }
}

const lockPlaces = (tx: Tx, ids: readonly string[]) =>
  tx.many<Row>({
    name: 'place_lock_many',
    text: `SELECT id, parent_id AS "parentId" FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    values: [tx.tenantId, ids],
  })

/** What was only worked out about a place (what the check-up counted there) goes with it. */
// prettier-ignore
const DELETED = [
  { name: 'place_delete_due', text: `DELETE FROM checkup_due WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])` },
  { name: 'place_delete_findings', text: `DELETE FROM finding WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])` },
  { name: 'place_delete_checkups', text: `DELETE FROM checkup_day WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])` },
  { name: 'place_delete_terms', text: `DELETE FROM grid_term WHERE tenant_id = $1 AND building_id = ANY ($2::uuid[])` },
  { name: 'place_delete', text: `DELETE FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[])` },
]
async function deleteWithTraces(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const statement of DELETED) await tx.run({ ...statement, values: [tx.tenantId, ids] })
}

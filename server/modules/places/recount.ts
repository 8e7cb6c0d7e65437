/**
 * Households and residents up the line. A place counts what lies in it as soon as something there is counted; until then
 * the figure that was entered for it stands. Source: docs/capabilities/places.md, "Counting households".
 */
import type { Tx } from '#platform/db.ts'
import { drawnPlace } from './map.ts'
import { covers } from './path.ts'
import { placesChanged, readTree, type Place } from './tree.ts'

/** Counts anew in the place, and in everything above it. */
export async function recountHouseholds(tx: Tx, placeId: string): Promise<void> {
  const { tree: before, picked } = await readTree(tx, placeId)
  const top = picked && drawnPlace(before, picked.path) // a door counts with its building
  if (!top) return
  await countDeep(tx, top.path)
  await placesChanged(tx)
  const { tree } = await readTree(tx)
  const near = tree.all.filter(({ path }) => covers(top.path, path) || covers(path, top.path))
  const changed = sumUp(tree.all, new Set(near.map(({ id }) => id)))
  if (changed.length === 0) return
  await tx.run({
    name: 'place_save_counts',
    text: `UPDATE place p SET households = n.households, residents = n.residents
             FROM unnest($2::uuid[], $3::int[], $4::int[]) AS n (id, households, residents)
            WHERE p.tenant_id = $1 AND p.id = n.id`,
    values: [
      tx.tenantId,
      changed.map(({ id }) => id),
      changed.map(({ households }) => households),
      changed.map(({ residents }) => residents),
    ],
  })
  await placesChanged(tx)
}

type Counted = Pick<Place, 'id' | 'parentId' | 'path' | 'level' | 'households' | 'residents'>

/** The places among these whose sums are no longer right, with what they are. `all` is in the order of paths. */
export function sumUp(all: readonly Counted[], among: ReadonlySet<string>): Counted[] {
  const sums = new Map<string, { households: number | null; residents: number | null }>()
  const changed: Counted[] = []
  for (const place of all.toReversed()) {
    const within = sums.get(place.id)
    const counts = place.level !== 'building' && among.has(place.id)
    const now = {
      ...place,
      households: (counts ? within?.households : null) ?? place.households,
      residents: (counts ? within?.residents : null) ?? place.residents,
    }
    if (now.households !== place.households || now.residents !== place.residents) changed.push(now)
    if (place.parentId === null) continue
    const above = sums.get(place.parentId)
    sums.set(place.parentId, {
      households: plus(above?.households, now.households),
      residents: plus(above?.residents, now.residents),
    })
  }
  return changed.reverse()
}

const plus = (a: number | null | undefined, b: number | null) => (a == null ? b : a + (b ?? 0))

/** Entrances count their homes, buildings the homes in them however deep. */
async function countDeep(tx: Tx, path: string): Promise<void> {
  await tx.run({
    name: 'place_count_entrances',
    text: `UPDATE place e SET households = n.households, residents = coalesce(n.residents, e.residents)
             FROM (SELECT h.parent_id, sum(coalesce(h.households, 0)) AS households, sum(h.residents) AS residents FROM place h
                    WHERE h.tenant_id = $1 AND h.level = 'home' AND h.path >= $2 AND h.path < $2 || '~' GROUP BY h.parent_id) n
            WHERE e.tenant_id = $1 AND e.id = n.parent_id AND e.level = 'entrance'
              AND (e.households, e.residents) IS DISTINCT FROM (n.households::int, coalesce(n.residents::int, e.residents))`,
    values: [tx.tenantId, path],
  })
  await tx.run({
    name: 'place_count_buildings',
    text: `UPDATE place b SET households = n.households, residents = coalesce(n.residents, b.residents)
             FROM (SELECT i.parent_id, sum(i.households) AS households, sum(i.residents) AS residents FROM place i
                    WHERE i.tenant_id = $1 AND i.level IN ('entrance', 'home') AND i.path >= $2 AND i.path < $2 || '~' GROUP BY i.parent_id) n
            WHERE b.tenant_id = $1 AND b.id = n.parent_id AND b.level = 'building' AND n.households IS NOT NULL
              AND (b.households, b.residents) IS DISTINCT FROM (n.households::int, coalesce(n.residents::int, b.residents))`,
    values: [tx.tenantId, path],
  })
}

/** What my building is: name, community, how many households, storeys and entrances. Nothing about who lives there. */
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { lineOf, readTree } from '#modules/places/index.ts'

type Counted = { households: number; floors: number | null; entrances: number }

export async function buildingOf(tx: Tx, { home }: Actor) {
  const line = home ? lineOf((await readTree(tx)).tree, home.path) : []
  const building = line.find(({ level }) => level === 'building')
  if (!building) return undefined
  const counted = await countsIn(tx, building)
  const communityName = line.find(({ level }) => level === 'community')?.name ?? null
  return { id: building.id, name: building.fullName, communityName, ...counted, path: building.path }
}

async function countsIn(tx: Tx, { id, path }: { id: string; path: string }): Promise<Counted> {
  const found = await tx.one<Counted>({
    name: 'building_counts',
    text: `SELECT b.floors, greatest(b.households, (SELECT count(*)::int FROM place h WHERE h.tenant_id = $1 AND h.path >= $3 AND h.path < $3 || '~' AND h.level = 'home' AND h.valid_to IS NULL)) AS households,
                  (SELECT count(*) FROM place e WHERE e.tenant_id = $1 AND e.parent_id = $2 AND e.level = 'entrance' AND e.valid_to IS NULL) AS entrances
             FROM place b WHERE b.tenant_id = $1 AND b.id = $2`,
    values: [tx.tenantId, id, path],
  })
  return found ?? { households: 0, floors: null, entrances: 0 }
}

/** What does not hold together in the grids of a district, in words for whoever mends it; nothing, always. For tests and checks. */
import type { Tx } from '#platform/db.ts'

export async function gridFaults(tx: Tx, on: string): Promise<string[]> {
  const twice = await tx.many<{ id: string }>({
    name: 'grid_fault_twice',
    text: `SELECT a.building_id AS id FROM grid_term a
               JOIN grid_term b ON b.tenant_id = $1 AND b.building_id = a.building_id AND b.grid_level = a.grid_level AND b.id > a.id
                AND b.valid_from < coalesce(a.valid_to, 'infinity') AND a.valid_from < coalesce(b.valid_to, 'infinity')
              WHERE a.tenant_id = $1`,
    values: [tx.tenantId],
  })
  const apart = await tx.many<{ id: string }>({
    name: 'grid_fault_apart',
    text: `SELECT b.id FROM grid_term t
               JOIN place b ON b.tenant_id = $1 AND b.id = t.building_id
               JOIN place g ON g.tenant_id = $1 AND g.id = t.grid_id
              WHERE t.tenant_id = $1 AND t.valid_to IS NULL
                AND (left(b.path, length(g.path)) <> g.path OR g.grid_level <> t.grid_level OR g.valid_to <= $2::date)`,
    values: [tx.tenantId, on],
  })
  const basic = await tx.many<{ id: string }>({
    name: 'grid_fault_basic',
    text: `SELECT b.id FROM place b
               JOIN grid_term t ON t.tenant_id = $1 AND t.building_id = b.id AND t.grid_level = 2 AND t.valid_to IS NULL
              WHERE b.tenant_id = $1 AND b.level = 'building' AND b.grid_id IS DISTINCT FROM t.grid_id`,
    values: [tx.tenantId],
  })
  const adrift = await tx.many<{ id: string }>({
    name: 'grid_fault_adrift',
    text: `SELECT c.id FROM place c
               JOIN place p ON p.tenant_id = $1 AND p.id = c.parent_id
              WHERE c.tenant_id = $1 AND (left(c.path, length(p.path)) <> p.path OR length(c.path) <> length(p.path) + 5)`,
    values: [tx.tenantId],
  })
  return [
    ...twice.map(({ id }) => `building ${id} in two grids of one level at once`),
    ...apart.map(({ id }) => `building ${id} does not lie below the grid of its term`),
    ...basic.map(({ id }) => `building ${id} names another grid than its term`),
    ...adrift.map(({ id }) => `place ${id} does not lie right below its parent`),
  ]
}

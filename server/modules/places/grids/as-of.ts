/** The grids of a place as they were on a day: read from the dated terms, never from today's paths. */
import type { Tx } from '#platform/db.ts'
import type { Outline } from '#platform/geometry/convert.ts'
import type { GridLevel } from './wanted.ts'

export type GridAsOf = {
  id: string
  name: string
  code: string | null
  outline: Outline | null
  buildingIds: string[]
  households: number
}

/** In the order in which they stand; a grid that is no more is there on the days when it was. */
export const gridsAsOf = (tx: Tx, scopeId: string, gridLevel: GridLevel, on: string) =>
  tx.many<GridAsOf>({
    name: 'grids_as_of',
    text: `SELECT g.id, g.name, g.code, g.outline, array_agg(b.id ORDER BY b.path) AS "buildingIds", coalesce(sum(b.households), 0) AS households
             FROM place s
             JOIN place b ON b.tenant_id = $1 AND b.path >= s.path AND b.path < s.path || '~' AND b.level = 'building'
                         AND b.valid_from <= $4 AND (b.valid_to IS NULL OR b.valid_to > $4)
             JOIN grid_term t ON t.tenant_id = $1 AND t.building_id = b.id AND t.grid_level = $3
                             AND t.valid_from <= $4 AND (t.valid_to IS NULL OR t.valid_to > $4)
             JOIN place g ON g.tenant_id = $1 AND g.id = t.grid_id
            WHERE s.tenant_id = $1 AND s.id = $2
            GROUP BY g.id, g.name, g.code, g.outline, g.path ORDER BY g.path`,
    values: [tx.tenantId, scopeId, gridLevel, on],
  })

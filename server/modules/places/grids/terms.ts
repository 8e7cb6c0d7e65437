/** Which building lay in which grid, and when, as rows. */
import type { Tx } from '#platform/db.ts'
import type { GridLevel } from './wanted.ts'

export type TermRow = {
  buildingId: string
  gridId: string
  name: string
  ended: boolean
  from: string
  to: string | null
}

/** All terms of the buildings of a place at one level, with the names of their grids. */
export const termsIn = (tx: Tx, scopeId: string, gridLevel: GridLevel) =>
  tx.many<TermRow>({
    name: 'grid_terms_in',
    text: `SELECT t.building_id AS "buildingId", t.grid_id AS "gridId", g.name, g.valid_to IS NOT NULL AS ended, t.valid_from AS "from", t.valid_to AS "to"
             FROM place s
             JOIN place b ON b.tenant_id = $1 AND b.path >= s.path AND b.path < s.path || '~' AND b.level = 'building'
             JOIN grid_term t ON t.tenant_id = $1 AND t.building_id = b.id AND t.grid_level = $3
             JOIN place g ON g.tenant_id = $1 AND g.id = t.grid_id
            WHERE s.tenant_id = $1 AND s.id = $2`,
    values: [tx.tenantId, scopeId, gridLevel],
  })

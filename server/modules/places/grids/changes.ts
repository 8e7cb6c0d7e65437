/** The rows of grid_change: every change of grids, and those that wait for their day. */
import type { GridChangeKind } from '#contracts/grids.ts'
import type { Tx } from '#platform/db.ts'
import type { Redraw, Stand, WantedGrid } from './wanted.ts'

export type GridChange = {
  id: string
  kind: GridChangeKind
  scopeId: string
  effectiveOn: string
  appliedAt: string | null
  cancelledAt: string | null
  /** Why it could not begin on its day: a code of contracts/errors.ts. */
  refused: string | null
  wanted: Pick<Redraw, 'gridLevel' | 'grids'> & { gridIds: readonly string[] }
  before: { grids: BeforeGrid[] } | null
  reason: string
  actorPersonId: string | null
  capacity: string
  at: string
}
export type BeforeGrid = Required<Pick<WantedGrid, 'gridId' | 'name' | 'buildingIds'>> & { code: string | null }

const COLUMNS = `c.id, c.kind, c.scope_id AS "scopeId", c.effective_on AS "effectiveOn", c.applied_at AS "appliedAt", c.cancelled_at AS "cancelledAt",
  c.refused, c.wanted, c.before, c.reason, c.actor_person_id AS "actorPersonId", c.capacity, c.at`

export async function insertChange(
  tx: Tx,
  change: Pick<
    GridChange,
    'id' | 'kind' | 'scopeId' | 'effectiveOn' | 'wanted' | 'reason' | 'actorPersonId' | 'capacity'
  >,
  now: Date,
): Promise<void> {
  await tx.run({
    name: 'grid_change_insert',
    text: `INSERT INTO grid_change (tenant_id, id, kind, scope_id, effective_on, wanted, reason, actor_person_id, capacity, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      tx.tenantId,
      change.id,
      change.kind,
      change.scopeId,
      change.effectiveOn,
      JSON.stringify(change.wanted),
      change.reason,
      change.actorPersonId,
      change.capacity,
      now,
    ],
  })
}

export const markApplied = (tx: Tx, id: string, before: readonly BeforeGrid[], now: Date) =>
  tx.run({
    name: 'grid_change_applied',
    text: `UPDATE grid_change SET applied_at = $3, before = $4 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, now, JSON.stringify({ grids: before })],
  })

export const markRefused = (tx: Tx, id: string, code: string, now: Date) =>
  tx.run({
    name: 'grid_change_refused',
    text: `UPDATE grid_change SET cancelled_at = $3, refused = $4 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, now, code],
  })

export const markCancelled = (tx: Tx, id: string, now: Date) =>
  tx.run({
    name: 'grid_change_cancelled',
    text: `UPDATE grid_change SET cancelled_at = $3 WHERE tenant_id = $1 AND id = $2 AND applied_at IS NULL AND cancelled_at IS NULL`,
    values: [tx.tenantId, id, now],
  })

export const lockChange = (tx: Tx, id: string) =>
  tx.one<GridChange>({
    name: 'grid_change_lock',
    text: `SELECT ${COLUMNS} FROM grid_change c WHERE c.tenant_id = $1 AND c.id = $2 FOR UPDATE`,
    values: [tx.tenantId, id],
  })

/** Changes whose day has come, the earliest first. */
export const dueChanges = (tx: Tx, on: string) =>
  tx.many<GridChange>({
    name: 'grid_change_due',
    text: `SELECT ${COLUMNS} FROM grid_change c
            WHERE c.tenant_id = $1 AND c.effective_on <= $2 AND c.applied_at IS NULL AND c.cancelled_at IS NULL
            ORDER BY c.effective_on, c.id`,
    values: [tx.tenantId, on],
  })

const MOST_SHOWN = 100

/** Newest first. */
export const changesOf = (tx: Tx, scopeId: string, gridLevel: number) =>
  tx.many<GridChange>({
    name: 'grid_change_list',
    text: `SELECT ${COLUMNS} FROM grid_change c
            WHERE c.tenant_id = $1 AND c.scope_id = $2 AND (c.wanted->>'gridLevel')::int = $3
            ORDER BY c.effective_on DESC, c.id DESC LIMIT $4`,
    values: [tx.tenantId, scopeId, gridLevel, MOST_SHOWN],
  })

export const beforeOf = ({ grids, buildings, gridLevel }: Stand): BeforeGrid[] =>
  grids
    .filter((grid) => grid.gridLevel === gridLevel)
    .map(({ id, name, code }) => ({
      gridId: id,
      name,
      code,
      buildingIds: buildings.filter((building) => building.grids[gridLevel] === id).map((building) => building.id),
    }))

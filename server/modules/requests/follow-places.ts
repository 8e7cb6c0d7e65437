/**
 * Requests follow the ground under them. When grids are redrawn, a place has another path: every request there is found by the
 * new one. An open request also passes to the grid of today; a closed one keeps the grid it was counted in, so that reports can
 * be read as they were. Source: docs/capabilities/grids.md, "What follows".
 */
import { noteChange } from '#modules/figures/index.ts'
import { locate } from '#modules/places/index.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import type { RequestRecord } from './record.ts'

/** Reads where things are now, so that a repeat or another order comes to the same. */
export async function followPlaces(
  tx: Tx,
  { placeId, endedGridIds }: { placeId: string; endedGridIds: readonly string[] },
  now: Date,
): Promise<void> {
  const moving = await passingToAnotherGrid(tx, placeId)
  await tx.run({
    name: 'request_follow_paths',
    text: `UPDATE request r SET place_path = p.path, grid_id = CASE WHEN r.id = ANY ($3::uuid[]) THEN p.grid_id ELSE r.grid_id END
             FROM place m
             JOIN place p ON p.tenant_id = $1 AND p.path >= m.path AND p.path < m.path || '~'
            WHERE m.tenant_id = $1 AND m.id = $2 AND r.tenant_id = $1 AND r.place_id = p.id`,
    values: [tx.tenantId, placeId, moving.map(({ request }) => request.id)],
  })
  for (const { request, gridId } of moving) await noteChange(tx, request, { ...request, grid_id: gridId })
  for (const request of await openInEnded(tx, endedGridIds)) {
    const { id, compound_id, lon, lat } = request
    const found = await locate(tx, {
      placeId: compound_id ?? undefined,
      lon: lon ?? undefined,
      lat: lat ?? undefined,
      now,
    })
    await tx.run({
      name: 'request_follow_grid',
      text: `UPDATE request SET grid_id = $3 WHERE tenant_id = $1 AND id = $2`,
      values: [tx.tenantId, id, found.gridId],
    })
    await noteChange(tx, request, { ...request, grid_id: found.gridId })
  }
}

/** Open requests of a building that lies in another grid by now, locked until they are moved. */
async function passingToAnotherGrid(tx: Tx, placeId: string) {
  const found = await tx.many<RequestRecord & { new_grid_id: string | null }>({
    name: 'request_passing',
    text: `SELECT r.*, p.grid_id AS new_grid_id
             FROM place m
             JOIN place p ON p.tenant_id = $1 AND p.path >= m.path AND p.path < m.path || '~' AND p.level = 'building'
             JOIN request r ON r.tenant_id = $1 AND r.place_id = p.id
            WHERE m.tenant_id = $1 AND m.id = $2 AND r.closed_at IS NULL AND r.grid_id IS DISTINCT FROM p.grid_id
            ORDER BY r.id FOR UPDATE OF r`,
    values: [tx.tenantId, placeId],
  })
  return found.map(({ new_grid_id, ...request }) => ({ request, gridId: new_grid_id }))
}

/** Open requests of a spot rather than a building, in grids that are no more. */
const openInEnded = (tx: Tx, gridIds: readonly string[]) =>
  tx.many<RequestRecord>({
    name: 'request_open_in_ended',
    text: `SELECT * FROM request
            WHERE tenant_id = $1 AND grid_id = ANY ($2::uuid[]) AND closed_at IS NULL AND building_id IS NULL
              AND compound_id IS NOT NULL AND lon IS NOT NULL AND lat IS NOT NULL
            ORDER BY id FOR UPDATE`,
    values: [tx.tenantId, gridIds],
  })

export type RequestCount = {
  buildingId: string | null
  gridId: string | null
  /** The day it was taken in, in Shanghai. */
  on: string
  takenIn: number
  closed: number
  open: number
}

/** How many requests of a place were taken in and closed from one day to another, and are open at its end; by building and grid. */
export const countByBuildingAndGrid = (tx: Tx, { path, from, to }: { path: string; from: string; to: string }) =>
  tx.many<RequestCount>({
    name: 'request_count_by_grid',
    text: `SELECT r.building_id AS "buildingId", r.grid_id AS "gridId", (r.created_at AT TIME ZONE 'Asia/Shanghai')::date AS on,
                  count(*) FILTER (WHERE r.created_at >= $3) AS "takenIn",
                  count(*) FILTER (WHERE r.closed_at >= $3 AND r.closed_at < $4) AS closed,
                  count(*) FILTER (WHERE r.closed_at IS NULL OR r.closed_at >= $4) AS open
             FROM place p
             JOIN request r ON r.tenant_id = $1 AND r.place_id = p.id AND r.created_at < $4 AND (r.closed_at IS NULL OR r.closed_at >= $3)
            WHERE p.tenant_id = $1 AND p.path >= $2 AND p.path < $2 || '~'
            GROUP BY 1, 2, 3`,
    values: [tx.tenantId, path, shanghaiMidnight(from), shanghaiMidnight(plusDays(to, 1))],
  })

/** SQL of the register: single places, locked before they change. */
import type { PlaceLevel } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'
import { PLACE_COLUMNS, type Place } from '../tree.ts'

export const lockPlace = (tx: Tx, id: string) =>
  tx.run({
    name: 'register_lock',
    text: `SELECT 1 FROM place WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    values: [tx.tenantId, id],
  })

/** The places with these paths, on whatever level. */
export const placesAt = (tx: Tx, paths: readonly string[], on: string) =>
  tx.many<Place>({
    name: 'register_places_at',
    text: `SELECT ${PLACE_COLUMNS} FROM place p
            WHERE p.tenant_id = $1 AND p.path = ANY ($2::text[]) AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to > $3)`,
    values: [tx.tenantId, paths, on],
  })

/** The place and everything in it, of whatever day. */
export async function idsWithin(tx: Tx, path: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>({
    name: 'register_ids_within',
    text: `SELECT id FROM place WHERE tenant_id = $1 AND path >= $2 AND path < $2 || '~'`,
    values: [tx.tenantId, path],
  })
  return rows.map(({ id }) => id)
}

export async function siblingNamed(tx: Tx, parentId: string, level: PlaceLevel, name: string): Promise<boolean> {
  const found = await tx.one({
    name: 'register_sibling',
    text: `SELECT 1 FROM place WHERE tenant_id = $1 AND parent_id = $2 AND level = $3 AND name = $4 AND valid_to IS NULL`,
    values: [tx.tenantId, parentId, level, name],
  })
  return found !== undefined
}

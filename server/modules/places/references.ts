/**
 * What still speaks of a place, so that only what nothing refers to can be removed. Every foreign key to `place` stands
 * here; make-places.test.ts holds the list against the catalogue. Source: docs/capabilities/places.md, "Removing".
 */
import type { PlaceReference } from '#contracts/places.ts'
import type { Tx } from '#platform/db.ts'

/** Ids of places that something refers to, each with what it is. */
export const referencesTo = (tx: Tx, ids: readonly string[]) =>
  tx.many<{ id: string; what: PlaceReference }>({
    name: 'place_references',
    text: `SELECT DISTINCT parent_id AS id, 'place' AS what FROM place WHERE tenant_id = $1 AND parent_id = ANY ($2::uuid[]) AND NOT id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT grid_id, 'place' FROM place WHERE tenant_id = $1 AND grid_id = ANY ($2::uuid[]) AND NOT id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT grid_id, 'gridHistory' FROM grid_term WHERE tenant_id = $1 AND grid_id = ANY ($2::uuid[]) AND NOT building_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT scope_id, 'gridHistory' FROM grid_change WHERE tenant_id = $1 AND scope_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'request' FROM request WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT home_place_id, 'person' FROM person WHERE tenant_id = $1 AND home_place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'organisation' FROM organisation WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'organisation' FROM sponsorship WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'post' FROM post WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'post' FROM reserve_entry WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'post' FROM selection WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'venue' FROM venue WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT home_place_id, 'household' FROM household WHERE tenant_id = $1 AND home_place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'owner' FROM owned_unit WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'member' FROM report_card WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT home_place_id, 'member' FROM plate WHERE tenant_id = $1 AND home_place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT home_place_id, 'member' FROM pairing WHERE tenant_id = $1 AND home_place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'import' FROM import_job WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'plan' FROM plan WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'connection' FROM api_key WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'connection' FROM webhook WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'connection' FROM peer WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'bulletin' FROM bulletin WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])
           UNION ALL SELECT DISTINCT place_id, 'export' FROM export_job WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[])`,
    values: [tx.tenantId, ids],
  })

/** Counts of homes and households below a place: what others may know of households without opening one. */
import type { Tx } from '#platform/db.ts'

export type HouseholdCounts = { homes: number; households: number; people: number; withContact: number }

export async function householdsBelow(tx: Tx, placeId: string): Promise<HouseholdCounts> {
  const found = await tx.one<HouseholdCounts>({
    name: 'households_below',
    text: `WITH home AS MATERIALIZED (
             SELECT l.id FROM place own JOIN place l ON l.tenant_id = $1 AND l.path >= own.path AND l.path < own.path || '~'
              WHERE own.tenant_id = $1 AND own.id = $2 AND l.tenant_id = $1 AND l.level = 'home' AND l.valid_to IS NULL),
           lived AS MATERIALIZED (
             SELECT h.id, h.contact_person_id FROM home JOIN household h ON h.tenant_id = $1 AND h.home_place_id = home.id AND h.moved_out_on IS NULL)
           SELECT (SELECT count(*) FROM home) AS homes, (SELECT count(*) FROM lived) AS households,
                  (SELECT count(*) FROM lived JOIN household_member m ON m.tenant_id = $1 AND m.household_id = lived.id AND m.to_on IS NULL) AS people,
                  (SELECT count(*) FROM lived WHERE contact_person_id IS NOT NULL) AS "withContact"`,
    values: [tx.tenantId, placeId],
  })
  return found ?? { homes: 0, households: 0, people: 0, withContact: 0 }
}

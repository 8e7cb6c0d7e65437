/** SQL of one's own file. */
import type { Holds } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'

export type OwnRow = {
  nickname: string
  homeName: string | null
  householdId: string | null
  fromOn: string | null
  holds: Holds | null
  occupants: number | null
  confirmedOn: string | null
  isContact: boolean
}

export const ownRow = (tx: Tx, personId: string) =>
  tx.one<OwnRow>({
    name: 'household_own',
    text: `SELECT p.nickname, l.full_name AS "homeName", h.id AS "householdId", m.from_on AS "fromOn", h.holds, h.occupants,
                  h.confirmed_on AS "confirmedOn", coalesce(h.contact_person_id = p.id, false) AS "isContact"
             FROM person p
             LEFT JOIN place l ON l.tenant_id = $1 AND l.id = p.home_place_id
             LEFT JOIN household_member m ON m.tenant_id = $1 AND m.person_id = p.id AND m.to_on IS NULL
             LEFT JOIN household h ON h.tenant_id = $1 AND h.id = m.household_id
            WHERE p.tenant_id = $1 AND p.id = $2`,
    values: [tx.tenantId, personId],
  })

export type OwnUnit = { code: string; areaCenti: number | null; fromOn: string; toOn: string | null }

export const ownUnits = (tx: Tx, personId: string) =>
  tx.many<OwnUnit>({
    name: 'household_own_units',
    text: `SELECT u.code, u.area_centi AS "areaCenti", o.from_on AS "fromOn", o.to_on AS "toOn"
             FROM ownership_holder h
             JOIN ownership o ON o.tenant_id = $1 AND o.id = h.ownership_id
             JOIN owned_unit u ON u.tenant_id = $1 AND u.id = o.owned_unit_id
            WHERE h.tenant_id = $1 AND h.person_id = $2 ORDER BY o.from_on, u.code`,
    values: [tx.tenantId, personId],
  })

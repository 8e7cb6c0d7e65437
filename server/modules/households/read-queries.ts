/** SQL that reads homes, households and files. What leaves this file about people is masked. */
import { CONSENT_PURPOSES, type ConsentPurpose, type Holds } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'
import { VISIBLE } from './scope.ts'

export type HomeRow = {
  homePlaceId: string
  path: string
  roomName: string
  entranceName: string | null
  householdId: string | null
  contactName: string | null
  contactPhone: string | null
  people: number
  occupants: number | null
  holds: Holds | null
  confirmedOn: string | null
}

type Wanted = {
  paths: readonly string[]
  below: string
  only?: 'noContact' | 'unconfirmed' | 'noHousehold'
  yearFrom: string
  after?: string
  limit: number
}

/** In the order of the tree: building by building, entrance by entrance. */
export const listHomes = (tx: Tx, { paths, below, only, yearFrom, after, limit }: Wanted) =>
  tx.many<HomeRow>({
    name: 'household_homes',
    text: `SELECT l.id AS "homePlaceId", l.path, l.name AS "roomName", CASE WHEN e.level = 'entrance' THEN e.name END AS "entranceName",
                  h.id AS "householdId", p.name_masked AS "contactName", p.phone_masked AS "contactPhone",
                  (SELECT count(*) FROM household_member m WHERE m.tenant_id = $1 AND m.household_id = h.id AND m.to_on IS NULL) AS people,
                  h.occupants, h.holds, h.confirmed_on AS "confirmedOn"
             FROM place l
             LEFT JOIN place e ON e.tenant_id = $1 AND e.id = l.parent_id
             LEFT JOIN household h ON h.tenant_id = $1 AND h.home_place_id = l.id AND h.moved_out_on IS NULL
             LEFT JOIN person p ON p.tenant_id = $1 AND p.id = h.contact_person_id
            WHERE l.tenant_id = $1 AND l.level = 'home' AND l.valid_to IS NULL AND l.path >= $3 AND l.path < $3 || '~'
              AND ${VISIBLE} AND ($4::text IS NULL OR l.path > $4)
              AND CASE $5::text WHEN 'noHousehold' THEN h.id IS NULL
                                WHEN 'noContact' THEN h.id IS NOT NULL AND p.phone_index IS NULL
                                WHEN 'unconfirmed' THEN h.id IS NOT NULL AND (h.confirmed_on IS NULL OR h.confirmed_on < $6)
                                ELSE true END
            ORDER BY l.path LIMIT $7`,
    values: [tx.tenantId, paths, below, after ?? null, only ?? null, yearFrom, limit],
  })

export type HomeCounts = { homes: number; households: number; people: number; noContact: number; unconfirmed: number }

export async function countHomes(
  tx: Tx,
  { paths, below, yearFrom }: Pick<Wanted, 'paths' | 'below' | 'yearFrom'>,
): Promise<HomeCounts> {
  const found = await tx.one<HomeCounts>({
    name: 'household_home_counts',
    text: `SELECT count(*) AS homes, count(h.id) AS households,
                  coalesce(sum((SELECT count(*) FROM household_member m WHERE m.tenant_id = $1 AND m.household_id = h.id AND m.to_on IS NULL)), 0)::int AS people,
                  count(*) FILTER (WHERE h.id IS NOT NULL AND p.phone_index IS NULL) AS "noContact",
                  count(*) FILTER (WHERE h.id IS NOT NULL AND (h.confirmed_on IS NULL OR h.confirmed_on < $4)) AS unconfirmed
             FROM place l
             LEFT JOIN household h ON h.tenant_id = $1 AND h.home_place_id = l.id AND h.moved_out_on IS NULL
             LEFT JOIN person p ON p.tenant_id = $1 AND p.id = h.contact_person_id
            WHERE l.tenant_id = $1 AND l.level = 'home' AND l.valid_to IS NULL AND l.path >= $3 AND l.path < $3 || '~' AND ${VISIBLE}`,
    values: [tx.tenantId, paths, below, yearFrom],
  })
  return found ?? { homes: 0, households: 0, people: 0, noContact: 0, unconfirmed: 0 }
}

export type LivingPerson = {
  personId: string
  name: string
  phone: string | null
  largePrint: boolean
  fromOn: string
  agreed: ConsentPurpose[]
}

export const peopleOf = (tx: Tx, householdId: string) =>
  tx.many<LivingPerson>({
    name: 'household_people',
    text: `SELECT p.id AS "personId", p.name_masked AS name, p.phone_masked AS phone, p.large_print > 0 AS "largePrint", m.from_on AS "fromOn",
                  ARRAY(SELECT c.purpose FROM consent c WHERE c.tenant_id = $1 AND c.person_id = p.id AND c.withdrawn_at IS NULL AND c.purpose = ANY ($3::text[]) ORDER BY c.purpose) AS agreed
             FROM household_member m JOIN person p ON p.tenant_id = $1 AND p.id = m.person_id
            WHERE m.tenant_id = $1 AND m.household_id = $2 AND m.to_on IS NULL ORDER BY m.from_on, m.id`,
    values: [tx.tenantId, householdId, CONSENT_PURPOSES],
  })

/** That something is kept: never what. */
export const keptOf = (tx: Tx, householdId: string) =>
  tx.many<{ personId: string; name: string; field: string; updatedAt: string }>({
    name: 'household_kept',
    text: `SELECT v.person_id AS "personId", p.name_masked AS name, v.field, v.updated_at AS "updatedAt"
             FROM household_value v
             JOIN consent c ON c.tenant_id = $1 AND c.id = v.consent_id AND c.withdrawn_at IS NULL
             JOIN person p ON p.tenant_id = $1 AND p.id = v.person_id
            WHERE v.tenant_id = $1 AND v.household_id = $2 ORDER BY v.person_id, v.field`,
    values: [tx.tenantId, householdId],
  })

/** Of the purposes of this file: that somebody agreed to be kept as a member is read in that module alone. */
export const consentsOf = (tx: Tx, personIds: readonly string[]) =>
  tx.many<{
    id: string
    personId: string
    name: string
    purpose: ConsentPurpose
    noticeVersion: number
    givenBy: 'self' | 'code' | 'paper' | 'guardian'
    givenAt: string
    withdrawnAt: string | null
  }>({
    name: 'household_consents',
    text: `SELECT c.id, c.person_id AS "personId", p.name_masked AS name, c.purpose, c.notice_version AS "noticeVersion",
                  c.given_by AS "givenBy", c.given_at AS "givenAt", c.withdrawn_at AS "withdrawnAt"
             FROM consent c JOIN person p ON p.tenant_id = $1 AND p.id = c.person_id
            WHERE c.tenant_id = $1 AND c.person_id = ANY ($2::uuid[]) AND c.purpose = ANY ($3::text[]) ORDER BY c.id DESC`,
    values: [tx.tenantId, personIds, CONSENT_PURPOSES],
  })

export type Opening = {
  id: string
  at: string
  capacity: string
  subject: string
  field: string | null
  reason: string | null
}
const MOST_OPENINGS = 200

/** Each opening of a value of this household, and of this person anywhere; newest first. */
export const openingsOf = (
  tx: Tx,
  { householdId, personId }: { householdId: string | null; personId: string | null },
) =>
  tx.many<Opening>({
    name: 'household_openings',
    text: `SELECT a.id, a.at, a.capacity, a.subject, a.field, a.reason FROM (
             (SELECT o.* FROM audit_entry o WHERE o.tenant_id = $1 AND o.household_id = $2 AND o.what IN ('reveal', 'export') ORDER BY o.id DESC LIMIT $4)
             UNION
             (SELECT s.* FROM audit_entry s WHERE s.tenant_id = $1 AND s.subject_person_id = $3 AND s.what IN ('reveal', 'export') ORDER BY s.id DESC LIMIT $4)
           ) a ORDER BY a.id DESC LIMIT $4`,
    values: [tx.tenantId, householdId, personId, MOST_OPENINGS],
  })

/** Units that this home is, with their owners today. */
export const unitsOfHome = (tx: Tx, homePlaceId: string) =>
  tx.many<{
    unitId: string
    code: string
    areaCenti: number | null
    areaSource: string | null
    names: string[]
    fromOn: string | null
  }>({
    // prettier-ignore
    name: 'household_units',
    text: `SELECT u.id AS "unitId", u.code, u.area_centi AS "areaCenti", u.area_source AS "areaSource", o.from_on AS "fromOn",
                  ARRAY(SELECT coalesce(p.name_masked, g.name) FROM ownership_holder h
                          LEFT JOIN person p ON p.tenant_id = $1 AND p.id = h.person_id
                          LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = h.organisation_id
                         WHERE h.tenant_id = $1 AND h.ownership_id = o.id ORDER BY h.id) AS names
             FROM owned_unit u
             LEFT JOIN ownership o ON o.tenant_id = $1 AND o.owned_unit_id = u.id AND o.to_on IS NULL
            WHERE u.tenant_id = $1 AND u.place_id = $2 AND u.valid_to IS NULL ORDER BY u.code`,
    values: [tx.tenantId, homePlaceId],
  })

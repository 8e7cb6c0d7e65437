/**
 * Households and owners by the thousand, from a file. What stands there already stays as it is: an import adds, and never
 * moves anybody or ends anything. Gives what it wrote, so that an import can be taken back.
 * Source: docs/capabilities/imports.md, "What is entered".
 */
import type { Holds } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type Written = {
  table: 'household' | 'household_member' | 'owned_unit' | 'ownership' | 'ownership_holder'
  id: string
}
export type Living = {
  homePlaceId: string
  personId: string
  holds?: Holds
  occupants?: number
  movedInOn?: string
  hasPhone: boolean
}

/** Opens households where there are none, and lets people join who live nowhere by the files yet. */
export async function enterLiving(tx: Tx, rows: readonly Living[], today: string, now: Date): Promise<Written[]> {
  if (rows.length === 0) return []
  const byHome = new Map<string, Living>()
  for (const row of rows) {
    const known = byHome.get(row.homePlaceId)
    byHome.set(
      row.homePlaceId,
      known
        ? { ...row, ...known, ...(!known.hasPhone && row.hasPhone && { personId: row.personId, hasPhone: true }) }
        : row,
    )
  }
  const homes = [...byHome.values()]
  const opened = await tx.many<{ id: string }>({
    name: 'households_enter',
    text: `INSERT INTO household (tenant_id, id, home_place_id, holds, occupants, moved_in_on, contact_person_id, created_at)
           SELECT $1, n.id, n.home_id, n.holds, n.occupants, n.moved_in_on, n.contact_id, $8
             FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::smallint[], $6::date[], $7::uuid[]) AS n (id, home_id, holds, occupants, moved_in_on, contact_id)
           ON CONFLICT DO NOTHING RETURNING id`,
    values: [
      tx.tenantId,
      homes.map(() => newId()),
      homes.map(({ homePlaceId }) => homePlaceId),
      homes.map(({ holds }) => holds ?? 'unknown'),
      homes.map(({ occupants }) => occupants ?? null),
      homes.map(({ movedInOn }) => movedInOn ?? null),
      homes.map(({ hasPhone, personId }) => (hasPhone ? personId : null)),
      now,
    ],
  })
  const joined = await tx.many<{ id: string }>({
    name: 'household_members_enter',
    text: `INSERT INTO household_member (tenant_id, id, household_id, person_id, from_on)
           SELECT $1, n.id, h.id, n.person_id, n.from_on
             FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[]) AS n (id, home_id, person_id, from_on)
             JOIN household h ON h.tenant_id = $1 AND h.home_place_id = n.home_id AND h.moved_out_on IS NULL
           ON CONFLICT DO NOTHING RETURNING id`,
    values: [
      tx.tenantId,
      rows.map(() => newId()),
      rows.map(({ homePlaceId }) => homePlaceId),
      rows.map(({ personId }) => personId),
      rows.map(({ movedInOn }) => (movedInOn && movedInOn <= today ? movedInOn : today)),
    ],
  })
  return [
    ...opened.map(({ id }) => ({ table: 'household' as const, id })),
    ...joined.map(({ id }) => ({ table: 'household_member' as const, id })),
  ]
}

export type Owned = {
  placeId: string
  kind: 'home' | 'shop' | 'office' | 'parking' | 'other'
  code: string
  areaCenti: number | null
  areaSource: 'REGISTRY' | 'SURVEY' | 'CONTRACT' | null
  fromOn: string
  personId: string | null
  sharePermille: number | null
}

type Unit = { id: string; placeId: string; kind: string; code: string; ownershipId: string | null; holderIds: string[] }

/** Units of these places with who owns them now. */
export const unitsAt = (tx: Tx, placeIds: readonly string[]) =>
  tx.many<Unit>({
    name: 'owned_units_at',
    text: `SELECT u.id, u.place_id AS "placeId", u.kind, u.code, o.id AS "ownershipId",
                  (SELECT coalesce(json_agg(h.person_id), '[]') FROM ownership_holder h
                    WHERE h.tenant_id = $1 AND h.ownership_id = o.id AND h.person_id IS NOT NULL) AS "holderIds"
             FROM owned_unit u LEFT JOIN ownership o ON o.tenant_id = $1 AND o.owned_unit_id = u.id AND o.to_on IS NULL
            WHERE u.tenant_id = $1 AND u.place_id = ANY ($2::uuid[]) AND u.valid_to IS NULL
            ORDER BY u.id`,
    values: [tx.tenantId, placeIds],
  })

/** The unit that a row speaks of: a home has one; a parking place is told by its number. */
export const unitKey = ({ placeId, kind, code }: Pick<Unit, 'placeId' | 'kind' | 'code'>): string =>
  kind === 'home' ? `${placeId}/home` : `${placeId}/${kind}/${code}`

/**
 * Enters units, and owners of those that have none. `isOurs` tells whether an ownership was entered by the same import, so
 * that the second of two owners joins the first. Gives the rows (by index) whose unit has another owner.
 */
export async function enterOwned(
  tx: Tx,
  rows: readonly Owned[],
  isOurs: (ownershipIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<{ written: Written[]; taken: number[] }> {
  if (rows.length === 0) return { written: [], taken: [] }
  const before = await unitsAt(tx, [...new Set(rows.map(({ placeId }) => placeId))])
  const ours = await isOurs(before.flatMap(({ ownershipId }) => ownershipId ?? []))
  const units = new Map(before.map((unit) => [unitKey(unit), { ...unit, isOpen: !unit.ownershipId || ours.has(unit.ownershipId) }])) // prettier-ignore
  const newUnits: (Owned & { id: string })[] = []
  const ownerships: { id: string; unitId: string; basis: string; fromOn: string }[] = []
  const holders: { id: string; ownershipId: string; personId: string; share: number | null }[] = []
  const taken: number[] = []
  for (const [at, row] of rows.entries()) {
    const key = unitKey(row)
    let unit = units.get(key)
    if (!unit) {
      unit = {
        id: newId(),
        placeId: row.placeId,
        kind: row.kind,
        code: row.code,
        ownershipId: null,
        holderIds: [],
        isOpen: true,
      }
      units.set(key, unit)
      newUnits.push({ ...row, id: unit.id })
    }
    if (row.personId === null || unit.holderIds.includes(row.personId)) continue
    if (!unit.isOpen) {
      taken.push(at)
      continue
    }
    if (!unit.ownershipId) {
      unit.ownershipId = newId()
      // Registered, or in possession by contract before registration: SPC interpretation on building ownership, art. 1
      const basis = row.areaSource === 'REGISTRY' ? 'REGISTERED' : 'POSSESSION'
      ownerships.push({ id: unit.ownershipId, unitId: unit.id, basis, fromOn: row.fromOn })
    }
    unit.holderIds.push(row.personId)
    holders.push({ id: newId(), ownershipId: unit.ownershipId, personId: row.personId, share: row.sharePermille })
  }
  await insertOwned(tx, newUnits, ownerships, holders)
  const written = [
    ...newUnits.map(({ id }) => ({ table: 'owned_unit' as const, id })),
    ...ownerships.map(({ id }) => ({ table: 'ownership' as const, id })),
    ...holders.map(({ id }) => ({ table: 'ownership_holder' as const, id })),
  ]
  return { written, taken }
}

async function insertOwned(
  tx: Tx,
  units: readonly (Owned & { id: string })[],
  ownerships: readonly { id: string; unitId: string; basis: string; fromOn: string }[],
  holders: readonly { id: string; ownershipId: string; personId: string; share: number | null }[],
): Promise<void> {
  await tx.run({
    name: 'owned_units_enter',
    text: `INSERT INTO owned_unit (tenant_id, id, place_id, kind, code, area_centi, area_source, valid_from)
           SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::date[]) AS n`,
    values: [
      tx.tenantId,
      units.map(({ id }) => id),
      units.map(({ placeId }) => placeId),
      units.map(({ kind }) => kind),
      units.map(({ code }) => code),
      units.map(({ areaCenti }) => areaCenti),
      units.map(({ areaSource }) => areaSource),
      units.map(({ fromOn }) => fromOn),
    ],
  })
  await tx.run({
    name: 'ownerships_enter',
    text: `INSERT INTO ownership (tenant_id, id, owned_unit_id, basis, from_on)
           SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) AS n`,
    values: [
      tx.tenantId,
      ownerships.map(({ id }) => id),
      ownerships.map(({ unitId }) => unitId),
      ownerships.map(({ basis }) => basis),
      ownerships.map(({ fromOn }) => fromOn),
    ],
  })
  await tx.run({
    name: 'ownership_holders_enter',
    text: `INSERT INTO ownership_holder (tenant_id, id, ownership_id, person_id, share_permille)
           SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[]) AS n`,
    values: [
      tx.tenantId,
      holders.map(({ id }) => id),
      holders.map(({ ownershipId }) => ownershipId),
      holders.map(({ personId }) => personId),
      holders.map(({ share }) => share),
    ],
  })
}

/**
 * Owned units and who owns them, as dated facts: a sale ends one ownership and begins the next on the same day, and what
 * was true on an earlier day can still be read. Terms are [from_on, to_on). Areas are integers of 0.01 m².
 * Source: Civil Code art. 278; SPC interpretation on building ownership, arts. 1, 8, 9; docs/capabilities/households.md.
 */
import { factsChanged } from '#modules/places/index.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { holderKey, sameHolders, type Holder } from './owner-sets.ts'

export const UNIT_KINDS = ['home', 'shop', 'office', 'parking', 'other'] as const
export const AREA_SOURCES = ['REGISTRY', 'SURVEY', 'CONTRACT'] as const
export const OWNERSHIP_BASES = ['REGISTERED', 'POSSESSION', 'INHERITANCE', 'DEVELOPER'] as const
type UnitKind = (typeof UNIT_KINDS)[number]
type AreaSource = (typeof AREA_SOURCES)[number]
type Basis = (typeof OWNERSHIP_BASES)[number]

export type OwnershipToSave = {
  /** The home, or the building or compound that a shop or parking place lies in. */
  placeId: string
  kind: UnitKind
  /** Unique among the units of the place and kind: 8-2-301, 地下车位 117. */
  code: string
  areaCenti: number | null
  areaSource: AreaSource | null
  basis: Basis
  fromOn: string
  holders: readonly Holder[]
  proofCheckedOn?: string | null
}

/**
 * Enters a unit with its owners, or what has changed about them since: area and source, a new owner set from a day on.
 *
 * @throws area_without_source, owners_missing, ownership_dates_wrong
 */
export async function saveOwnership(
  tx: Tx,
  given: OwnershipToSave,
  now: Date,
): Promise<{ unitId: string; isNew: boolean }> {
  if ((given.areaCenti === null) !== (given.areaSource === null)) throw new AppError('area_without_source')
  if (given.holders.length === 0) throw new AppError('owners_missing', { field: 'holders' })
  const unit = await lockUnit(tx, given)
  const unitId = unit?.id ?? (await insertUnit(tx, given))
  if (unit && (unit.areaCenti !== given.areaCenti || unit.areaSource !== given.areaSource))
    await setArea(tx, { unitId, areaCenti: given.areaCenti, areaSource: given.areaSource })
  await saveOwners(tx, unitId, given)
  await factsChanged(tx, [given.placeId], now)
  return { unitId, isNew: !unit }
}

type Unit = { id: string; areaCenti: number | null; areaSource: AreaSource | null }

const lockUnit = (tx: Tx, { placeId, kind, code }: Pick<OwnershipToSave, 'placeId' | 'kind' | 'code'>) =>
  tx.one<Unit>({
    name: 'owned_unit_lock',
    text: `SELECT u.id, u.area_centi AS "areaCenti", u.area_source AS "areaSource" FROM owned_unit u
            WHERE u.tenant_id = $1 AND u.place_id = $2 AND u.kind = $3 AND u.code = $4 AND u.valid_to IS NULL FOR UPDATE`,
    values: [tx.tenantId, placeId, kind, code],
  })

async function insertUnit(tx: Tx, { placeId, kind, code, areaCenti, areaSource, fromOn }: OwnershipToSave) {
  const id = newId()
  await tx.run({
    name: 'owned_unit_insert',
    text: `INSERT INTO owned_unit (tenant_id, id, place_id, kind, code, area_centi, area_source, valid_from)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [tx.tenantId, id, placeId, kind, code, areaCenti, areaSource, fromOn],
  })
  return id
}

/** A better source replaces a worse one; frozen rolls of votes keep what they were opened with. */
export async function setArea(
  tx: Tx,
  { unitId, areaCenti, areaSource }: { unitId: string; areaCenti: number | null; areaSource: AreaSource | null },
): Promise<void> {
  await tx.run({
    name: 'owned_unit_area',
    text: 'UPDATE owned_unit SET area_centi = $3, area_source = $4 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, unitId, areaCenti, areaSource],
  })
}

type Change = Pick<OwnershipToSave, 'basis' | 'fromOn' | 'holders' | 'proofCheckedOn'>

/** The same owners on the same ground are no change. @throws ownership_dates_wrong */
export async function saveOwners(
  tx: Tx,
  unitId: string,
  { basis, fromOn, holders, proofCheckedOn }: Change,
): Promise<void> {
  const now = await livingOwnership(tx, unitId)
  if (now && now.basis === basis && sameHolders(now.holders, holders)) return
  if (now && fromOn < now.fromOn) throw new AppError('ownership_dates_wrong', { field: 'fromOn' })
  if (now) await endOwnership(tx, now.id, fromOn)
  const ownershipId = newId()
  await tx.run({
    name: 'ownership_insert',
    text: `INSERT INTO ownership (tenant_id, id, owned_unit_id, basis, from_on, proof_checked_on) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, ownershipId, unitId, basis, fromOn, proofCheckedOn ?? null],
  })
  const distinct = [...new Map(holders.map((holder) => [holderKey(holder), holder])).values()]
  await tx.run({
    name: 'ownership_holder_insert',
    text: `INSERT INTO ownership_holder (tenant_id, id, ownership_id, person_id, organisation_id, share_permille)
           SELECT $1, h.id, $2, h.person_id, h.organisation_id, h.share
             FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::smallint[]) AS h (id, person_id, organisation_id, share)`,
    values: [
      tx.tenantId,
      ownershipId,
      distinct.map(() => newId()),
      distinct.map(({ personId }) => personId ?? null),
      distinct.map(({ organisationId }) => organisationId ?? null),
      distinct.map(({ sharePermille }) => sharePermille ?? null),
    ],
  })
}

async function livingOwnership(tx: Tx, unitId: string) {
  return tx.one<{ id: string; basis: Basis; fromOn: string; holders: Holder[] }>({
    name: 'ownership_now',
    text: `SELECT o.id, o.basis, o.from_on AS "fromOn",
                  (SELECT coalesce(json_agg(json_build_object('personId', h.person_id, 'organisationId', h.organisation_id)), '[]')
                     FROM ownership_holder h WHERE h.tenant_id = $1 AND h.ownership_id = o.id) AS holders
             FROM ownership o WHERE o.tenant_id = $1 AND o.owned_unit_id = $2 AND o.to_on IS NULL FOR UPDATE`,
    values: [tx.tenantId, unitId],
  })
}

async function endOwnership(tx: Tx, id: string, on: string): Promise<void> {
  await tx.run({
    name: 'ownership_end',
    text: 'UPDATE ownership SET to_on = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id, on],
  })
}

/** A unit that is still there, with the path of the place it lies in. */
export const unitById = (tx: Tx, id: string) =>
  tx.one<{ code: string; path: string }>({
    name: 'owned_unit_by_id',
    text: `SELECT u.code, l.path FROM owned_unit u JOIN place l ON l.tenant_id = $1 AND l.id = u.place_id
            WHERE u.tenant_id = $1 AND u.id = $2 AND u.valid_to IS NULL FOR UPDATE OF u`,
    values: [tx.tenantId, id],
  })

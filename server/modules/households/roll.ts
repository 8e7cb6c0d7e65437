/** The owners' roll of a place on a day: masked for reading, summed over the whole whatever page is shown. */
import type { OwnersRoll, RollLine } from '#contracts/households.ts'
import type { Static } from 'typebox'
import { buildingNames, type Place } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches } from '#platform/reach.ts'
import { ownerSetKey, totalsOf, type Holder } from './owner-sets.ts'

const PAGE = 200

type UnitRow = {
  unitId: string
  placeId: string
  path: string
  kind: RollLine['kind']
  code: string
  areaCenti: number | null
  areaSource: RollLine['areaSource']
  basis: RollLine['basis']
  fromOn: string | null
  proofCheckedOn: string | null
  holders: (Holder & { name: string })[]
}

/** All units of a compound: some thousands, read at once because sums need every one. */
const MOST_UNITS = 20_000

const unitsOn = (tx: Tx, { paths, below, on }: { paths: readonly string[]; below: string; on: string }) =>
  tx.many<UnitRow>({
    name: 'owners_roll',
    text: `SELECT u.id AS "unitId", u.place_id AS "placeId", l.path, u.kind, u.code, u.area_centi AS "areaCenti", u.area_source AS "areaSource",
                  o.basis, o.from_on AS "fromOn", o.proof_checked_on AS "proofCheckedOn",
                  (SELECT coalesce(json_agg(json_build_object('personId', h.person_id, 'organisationId', h.organisation_id,
                                                              'sharePermille', h.share_permille, 'name', coalesce(p.name_masked, g.name)) ORDER BY h.id), '[]')
                     FROM ownership_holder h
                     LEFT JOIN person p ON p.tenant_id = $1 AND p.id = h.person_id
                     LEFT JOIN organisation g ON g.tenant_id = $1 AND g.id = h.organisation_id
                    WHERE h.tenant_id = $1 AND h.ownership_id = o.id) AS holders
             FROM place l
             JOIN owned_unit u ON u.tenant_id = $1 AND u.place_id = l.id
             LEFT JOIN ownership o ON o.tenant_id = $1 AND o.owned_unit_id = u.id AND o.from_on <= $4 AND (o.to_on IS NULL OR o.to_on > $4)
            WHERE l.tenant_id = $1 AND l.path >= $3 AND l.path < $3 || '~' AND u.valid_from <= $4 AND (u.valid_to IS NULL OR u.valid_to > $4)
              AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS s (path) WHERE l.path >= s.path AND l.path < s.path || '~')
            ORDER BY l.path, u.kind, u.code LIMIT $5`,
    values: [tx.tenantId, paths, below, on, MOST_UNITS],
  })

/** 商铺 2 号 before 商铺 10 号. */
const NUMBERS = new Intl.Collator('zh-CN', { numeric: true })
const byPlaceThenCode = (a: UnitRow, b: UnitRow): number =>
  a.path === b.path ? NUMBERS.compare(a.code, b.code) : a.path < b.path ? -1 : 1

type Asked = { place: Place; paths: readonly string[]; on: string; withParking: boolean; after?: string }

export async function viewRoll(
  tx: Tx,
  actor: Actor,
  { place, paths, on, withParking, after }: Asked,
): Promise<Static<typeof OwnersRoll>> {
  const units = (await unitsOn(tx, { paths, below: place.path, on })).sort(byPlaceThenCode)
  const withSets = units.map((unit) => ({
    ...unit,
    ownerSet: unit.holders.length > 0 ? ownerSetKey(unit.holders) : null,
  }))
  const heads = new Map(
    [...new Set(withSets.flatMap(({ ownerSet }) => ownerSet ?? []))].map((key, at) => [key, at + 1]),
  )
  const lastShown = readCursor(after, 1)?.[0]
  const from = withSets.findIndex(({ unitId }) => unitId === lastShown) + 1
  const { rows, next } = pageOf(withSets.slice(from, from + PAGE + 1), PAGE, ({ unitId }) => [unitId])
  const names = await buildingNames(tx, rows.map(({ path }) => path)) // prettier-ignore
  const { areaCenti, ...totals } = totalsOf(withSets, { withParking })
  return {
    placeName: place.fullName,
    on,
    withParking,
    totals: { ...totals, areaCenti: `${areaCenti}` },
    rows: rows.map(({ path, holders, ownerSet, ...unit }) => ({
      ...unit,
      buildingName: names.get(path) ?? place.fullName,
      owners: holders.map(({ name, sharePermille }) => ({ name, sharePermille: sharePermille ?? null })),
      head: ownerSet === null ? null : (heads.get(ownerSet) ?? null),
    })),
    next,
    mayManage: reaches(actor, 'owners.manage', place.path),
  }
}

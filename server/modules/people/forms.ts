/**
 * Which organisation stands over which level of the place tree, and which party organisation may stand below which.
 *
 * Read FITS and RANK as tables. A member's household 党员中心户 stands over its building or entrance, never over a home: the
 * list of organisations would otherwise tell where a party member lives, which only the member may show.
 * Source: docs/capabilities/people-and-posts.md, "Organisations" (T1, T2, Z2, F1; 支部工作条例(试行) arts. 4–9).
 */
import type { OrganisationForm } from '#contracts/organisations.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { PlaceLevel } from '#contracts/places.ts'

// prettier-ignore
export const FITS: Record<Exclude<OrganisationKind, 'partyOrganisation'> | OrganisationForm, readonly PlaceLevel[]> = {
  committee:           ['district', 'subdistrict', 'community'],
  jointCommittee:      ['subdistrict', 'community', 'compound'],
  compoundCommittee:   ['compound'],
  generalBranch:       ['subdistrict', 'community', 'compound', 'grid'],
  compoundBranch:      ['compound'],
  gridBranch:          ['grid'],
  functionalBranch:    ['subdistrict', 'community', 'compound', 'grid'],
  jointBranch:         ['community', 'compound', 'grid', 'building'],
  branch:              ['district', 'subdistrict', 'community', 'compound', 'grid'],
  buildingGroup:       ['building'],
  jointGroup:          ['compound', 'grid'],
  memberHousehold:     ['building', 'entrance'],
  community:           ['community'],
  propertyCompany:     ['subdistrict', 'community', 'compound', 'grid', 'building'],
  ownersCommittee:     ['compound', 'grid', 'building'],
  managementCommittee: ['compound', 'grid', 'building'],
  department:          ['district', 'subdistrict', 'community'],
  allianceUnit:        ['district', 'subdistrict', 'community', 'compound'],
  alliance:            ['subdistrict', 'community', 'compound', 'grid'],
  selfManagementGroup: ['community', 'compound', 'grid', 'building', 'entrance'],
  volunteerTeam:       ['district', 'subdistrict', 'community', 'compound', 'grid', 'building'],
  shop:                ['community', 'compound', 'grid', 'building'],
  developer:           ['district', 'subdistrict', 'community', 'compound'],
  serviceCentre:       ['district', 'subdistrict', 'community', 'compound', 'grid'],
}

type Kindred = { kind: OrganisationKind; form: OrganisationForm | null }

/** Whether an organisation of this kind (a party organisation: of this form) may stand over a place of this level. */
export function fitsLevel({ kind, form }: Kindred, level: PlaceLevel): boolean {
  if (kind !== 'partyOrganisation') return FITS[kind].includes(level)
  // Named before forms were kept: over anything but a home.
  return form ? FITS[form].includes(level) : level !== 'home'
}

// prettier-ignore
const RANK: Record<OrganisationForm, number> = {
  committee: 1, jointCommittee: 1, compoundCommittee: 1,
  generalBranch: 2,
  compoundBranch: 3, gridBranch: 3, functionalBranch: 3, jointBranch: 3, branch: 3,
  buildingGroup: 4, jointGroup: 4,
  memberHousehold: 5,
}

/** No committee below a branch, no branch below a group; what is no party organisation may hang anywhere. */
export function fitsBelow(child: Kindred, parent: Kindred): boolean {
  if (!child.form || !parent.form) return true
  return RANK[parent.form] <= RANK[child.form]
}

type Node = { id: string; parentId: string | null }

/** Whether hanging `id` below `parentId` would close a circle. */
export function closesCircle(all: readonly Node[], id: string, parentId: string): boolean {
  const parentOf = new Map(all.map((one) => [one.id, one.parentId]))
  const seen = new Set<string>()
  for (let at: string | null = parentId; at && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

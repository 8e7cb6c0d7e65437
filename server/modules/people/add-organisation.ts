/**
 * Founding and changing organisations: what every way in (the register, an import, the check-up's button) goes through.
 * Who may do so is asked by the caller. Source: docs/capabilities/people-and-posts.md, "Organisations".
 */
import type { OrganisationForm } from '#contracts/organisations.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import { factsChanged, placeNow, type Place } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { closesCircle, fitsBelow, fitsLevel } from './forms.ts'
import { insertOrganisation, lockTree, type OrganisationRow } from './organisation-queries.ts'

export type NewOrganisation = {
  kind: OrganisationKind
  /** Of a party organisation, and only of one. */
  form?: OrganisationForm | null
  name: string
  placeId: string
  parentId?: string | null
  /** May be given requests; left out: what handles by custom does. */
  handles?: boolean
  dutyPhone?: string | null
  foundedOn?: string | null
  termEndsOn?: string | null
  duties?: string
  pledges?: readonly string[]
}

/** Those that are given requests by custom, unless it is said otherwise. */
const HANDLES: readonly OrganisationKind[] = ['community', 'propertyCompany', 'department']

/**
 * Founds an organisation over a place and gives its id. The check-up is told.
 *
 * @throws place_not_found, organisation_form_wrong, organisation_place_wrong, organisation_not_found, organisation_parent_wrong
 */
export async function addOrganisation(tx: Tx, given: NewOrganisation, now: Date): Promise<string> {
  const { kind, form = null, placeId, parentId = null, handles = HANDLES.includes(kind) } = given
  const row: OrganisationRow = {
    id: newId(),
    kind,
    form,
    name: given.name.trim(),
    placeId,
    parentId,
    handles,
    dutyPhone: given.dutyPhone ?? null,
    foundedOn: given.foundedOn ?? null,
    termEndsOn: given.termEndsOn ?? null,
    duties: given.duties ?? '',
    pledges: [...(given.pledges ?? [])],
  }
  const place = await standingPlace(tx, row, now)
  checkForm(row, place)
  if (parentId) await checkParent(tx, row, now)
  await insertOrganisation(tx, row)
  await factsChanged(tx, [placeId], now)
  return row.id
}

export async function standingPlace(tx: Tx, { placeId }: Pick<OrganisationRow, 'placeId'>, now: Date): Promise<Place> {
  const place = await placeNow(tx, placeId, shanghaiToday(now))
  if (!place) throw new AppError('place_not_found', { field: 'placeId' })
  return place
}

/** @throws organisation_form_wrong, organisation_place_wrong */
export function checkForm({ kind, form }: OrganisationRow, { level }: Pick<Place, 'level'>): void {
  if ((kind === 'partyOrganisation') !== (form !== null))
    throw new AppError('organisation_form_wrong', { field: 'form' })
  if (!fitsLevel({ kind, form }, level)) throw new AppError('organisation_place_wrong', { field: 'placeId', level })
}

/** Locks the tree, so that two moves cannot close a circle between them. @throws organisation_not_found, organisation_parent_wrong */
export async function checkParent(tx: Tx, one: OrganisationRow, now: Date): Promise<void> {
  const all = await lockTree(tx, shanghaiToday(now))
  const parent = all.find(({ id }) => id === one.parentId)
  if (!parent) throw new AppError('organisation_not_found', { field: 'parentId' })
  if (closesCircle(all, one.id, parent.id) || !fitsBelow(one, parent))
    throw new AppError('organisation_parent_wrong', { field: 'parentId' })
}

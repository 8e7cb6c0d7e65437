/**
 * Who may fill which kinds of post, inside the reach of their own post.
 *
 * Read MAY_APPOINT as a table. Nobody gives more than they hold: every power over other people's data or over the registers
 * that a filled post carries is one of the appointing post's own (POWERS; a property test holds the table to it). Work that a
 * post merely does (claim, call back) is no power. The operator keeps the district's posts as a whole.
 * Source: docs/capabilities/people-and-posts.md, "Who appoints whom".
 */
import { POST_KINDS, type PostKind, type Right } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'

const TEAM = ['member', 'volunteer', 'areaLead', 'gridInformant', 'dutyOfficer', 'committeeMember', 'unitUser'] as const
const COMPOUND = ['buildingHead', 'branchSecretary', 'groupLead', 'anchorHousehold', 'committeeChair'] as const

// prettier-ignore
export const MAY_APPOINT: Partial<Record<PostKind, readonly PostKind[]>> = {
  operator:              POST_KINDS,
  districtSupervisor:    [...TEAM, 'followUpStaff'],
  subdistrictSupervisor: [...TEAM, 'followUpStaff'],
  communityStaff:        [...TEAM, ...COMPOUND, 'gridLead', 'gridWorker', 'followUpStaff', 'compoundSecretary', 'instructor'],
  compoundSecretary:     [...TEAM, ...COMPOUND],
}

/** Rights that reach into other people's data, or into what is written about them. */
export const POWERS: readonly Right[] = [
  'people.reveal', 'people.view', 'people.manage', 'registers.view', 'places.manage', 'organisations.manage', 'posts.appoint',
  'households.view', 'households.manage', 'owners.view', 'owners.manage', 'members.view', 'members.manage',
  'imports.run', 'plans.make', 'settings.manage', 'audit.view',
] // prettier-ignore

/** The kinds of post that this person may fill over this place. */
export const appointable = (actor: Pick<Actor, 'capacities'>, placePath: string): ReadonlySet<PostKind> =>
  new Set(
    actor.capacities
      .filter((post) => placePath.startsWith(post.placePath))
      .flatMap(({ kind }) => MAY_APPOINT[kind] ?? []),
  )

/** @throws not_permitted (beyond reach), appoint_above_own */
export function checkMayAppoint(actor: Pick<Actor, 'capacities'>, post: { kind: PostKind; placePath: string }): void {
  const kinds = appointable(actor, post.placePath)
  if (kinds.size === 0) throw new AppError('not_permitted')
  if (!kinds.has(post.kind)) throw new AppError('appoint_above_own', { field: 'kind' })
}

/**
 * A post that opens other people's data is given by somebody else. Whoever sets up a district is alone at first, so the
 * operator may take posts; the log says so.
 *
 * @throws appoint_oneself
 */
export function checkNotOneself(actor: Pick<Actor, 'personId' | 'capacities'>, personId: string): void {
  const setsUp = actor.capacities.some(({ kind }) => kind === 'operator')
  if (actor.personId === personId && !setsUp) throw new AppError('appoint_oneself', { field: 'personId' })
}

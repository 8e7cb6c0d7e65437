/**
 * How people stand to a member, and what that lets them do. Read POLICY as a table; the lifecycles speak of the same
 * relations. Who holds none of them learns nothing, not even that there is a member: a property company, a grid worker, the
 * operator, and every page about households.
 *
 * scope.ts is its twin in SQL for lists, and policy.test.ts holds them together.
 * Source: docs/decisions/0018-members-apart.md; Personal Information Protection Law arts. 28-31.
 */
import type { Actor } from '#platform/actor.ts'
import { reaches } from '#platform/reach.ts'

export type Relation =
  | 'self'
  | 'keeper' // party posts and community staff whose area holds the member's home or the member's organisation
  | 'manager' // those among them who confirm and change

/** What relations need to know of a member. */
export type Stand = { personId: string; homePath: string | null; organisationPath: string | null }

// prettier-ignore
export const POLICY = {
  view:     ['keeper'],
  reveal:   ['keeper'],
  /** The quarterly sheet for the unit, where the member agreed to it. */
  feedback: ['manager'],
} satisfies Record<string, readonly Relation[]>
export type Deed = keyof typeof POLICY

export function relationsTo(actor: Actor, { personId, homePath, organisationPath }: Stand): Relation[] {
  const paths = [homePath, organisationPath].filter((path) => path !== null)
  const within = (right: 'members.view' | 'members.manage') => paths.some((path) => reaches(actor, right, path))
  return [
    ...(personId === actor.personId ? (['self'] as const) : []),
    ...(within('members.view') ? (['keeper'] as const) : []),
    ...(within('members.manage') ? (['manager'] as const) : []),
  ]
}

export const may = (deed: Deed, relations: readonly Relation[]): boolean =>
  relations.some((relation) => (POLICY[deed] as readonly Relation[]).includes(relation))

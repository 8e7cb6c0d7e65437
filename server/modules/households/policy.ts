/**
 * How people stand to a home and who lives there, and what that lets them do. Posts lie over places and are read anew with
 * every call, so whoever is reassigned loses sight in the same moment. scope.ts is the twin for lists; policy.test.ts holds
 * them together. Source: docs/capabilities/households.md, "Who may".
 */
import type { PostKind } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'

export type Relation =
  | 'self' // 本人: has lived or lives there
  | 'houseMember' // 同住的人
  | 'desk' // 社区受理岗 of this area
  | 'secretary' // 小区书记
  | 'grid' // 网格长、网格员 of this grid
  | 'buildingHead' // 楼栋长

export type Stand = { homePath: string; memberIds: readonly string[] }

// prettier-ignore
export const POLICY = {
  /** The home in lists and its file, masked. */
  view:    ['desk', 'secretary', 'grid', 'buildingHead'],
  /** Entrance and room; the others see the building. */
  door:    ['desk', 'grid', 'buildingHead'],
  /** That care is agreed and something is kept for it, and the consents. */
  care:    ['desk', 'grid'],
  reveal:  ['desk', 'grid'],
  manage:  ['desk', 'grid'],
} satisfies Record<string, readonly Relation[]>
export type Deed = keyof typeof POLICY

const BY_POST: Partial<Record<PostKind, Relation>> = {
  communityStaff: 'desk',
  compoundSecretary: 'secretary',
  gridLead: 'grid',
  gridWorker: 'grid',
  buildingHead: 'buildingHead',
}

export function relationsTo(actor: Pick<Actor, 'personId' | 'capacities'>, { homePath, memberIds }: Stand): Relation[] {
  const relations = new Set<Relation>()
  if (memberIds.includes(actor.personId)) relations.add('self').add('houseMember')
  for (const { kind, placePath } of actor.capacities) {
    const relation = homePath.startsWith(placePath) && BY_POST[kind]
    if (relation) relations.add(relation)
  }
  return [...relations]
}

export const may = (deed: Deed, relations: readonly Relation[]): boolean =>
  relations.some((relation) => (POLICY[deed] as readonly Relation[]).includes(relation))

/** Paths of the posts through which a deed is possible at all: what scope.ts asks for. */
export const pathsFor = (actor: Pick<Actor, 'capacities'>, deed: Deed): string[] =>
  actor.capacities.flatMap(({ kind, placePath }) => {
    const relation = BY_POST[kind]
    return relation && may(deed, [relation]) ? [placePath] : []
  })

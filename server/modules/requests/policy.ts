/**
 * How people stand to a request, and what that lets them do outside its lifecycle.
 *
 * Read POLICY as a table; the lifecycle's `by` column speaks of the same relations. `relationsTo` is the only code that
 * knows how somebody stands to a request; scope.ts is its twin in SQL for lists, and policy.test.ts holds them together.
 */
import { RIGHTS, type PostKind } from '#contracts/rights.ts'
import type { Actor, Capacity } from '#platform/actor.ts'
import type { RequestStatus } from '#contracts/requests.ts'

export type Relation =
  | 'reporter' // 报件人
  | 'joiner' // 也关注的人
  | 'helper' // 代报的人
  | 'handler' // 办理人: holds the lead post, or a post in the lead organisation; who leaves it leaves its requests too
  | 'coHandler' // 协办
  | 'candidate' // may claim it from the pool
  | 'coordinator' // 受理岗、小区书记 of this area
  | 'field' // 网格长、网格员、片长、楼栋长 of this area
  | 'duty' // alerted by an urgent call
  | 'followUp' // 回访干部 of this area
  | 'supervisor' // 街道、区 above this area
  | 'auditor'
  | 'neighbour' // anybody else of the district, for what is public
  | 'clock' // time itself

/** What relations need to know of a request; every row of lists and pages has it. */
export type Stand = {
  status: RequestStatus
  kind: string
  limited: boolean
  placePath: string
  buildingId: string | null
  reporterPersonId: string | null
  helperPersonId: string | null
  leadOrganisationId: string | null
  leadPostId: string | null
  /** Active co-handlers. */
  coOrganisationIds: readonly string[]
  coPostIds: readonly string[]
  joined: boolean
}

// prettier-ignore
export const POLICY = {
  /** Everything but the inside notes and personal data. */
  view:        ['reporter', 'joiner', 'helper', 'handler', 'coHandler', 'candidate', 'coordinator', 'field', 'duty', 'followUp', 'supervisor', 'auditor', 'neighbour'],
  /** Inside notes, assignments with their tasks, asks. */
  viewInside:  ['handler', 'coHandler', 'coordinator', 'field', 'followUp', 'supervisor', 'auditor'],
  /** Own words about the matter: text and answers of a limited request. */
  viewLimited: ['reporter', 'helper', 'joiner', 'handler', 'coHandler', 'coordinator', 'field', 'duty', 'followUp', 'supervisor', 'auditor'],
  /** Masked name and phone of the reporter; opening them takes a reason. */
  seeReporter: ['handler', 'coHandler', 'coordinator', 'field', 'duty', 'followUp', 'supervisor'],
  reveal:      ['handler', 'coHandler', 'coordinator', 'field', 'duty', 'followUp', 'supervisor'],
  join:        ['neighbour', 'candidate', 'field', 'coordinator'],
} satisfies Record<string, readonly Relation[]>
export type Deed = keyof typeof POLICY

/** Which relation a post gives to what lies inside its place. */
const BY_AREA: Partial<Record<PostKind, Relation>> = {
  communityStaff: 'coordinator',
  compoundSecretary: 'coordinator',
  gridLead: 'field',
  gridWorker: 'field',
  areaLead: 'field',
  buildingHead: 'field',
  followUpStaff: 'followUp',
  subdistrictSupervisor: 'supervisor',
  districtSupervisor: 'supervisor',
  auditor: 'auditor',
}

export const CLAIMING: readonly PostKind[] = RIGHTS['requests.claim']
/** Whom an urgent call alerts at once: building head, group and vanguard post, duty post. */
export const ALERTED: readonly PostKind[] = ['dutyOfficer', 'buildingHead', 'areaLead', 'member']
/** These posts speak for their organisation when something is sent to it. */
const ANSWERING: readonly PostKind[] = [
  'unitUser',
  'communityStaff',
  'compoundSecretary',
  'volunteer',
  'dutyOfficer',
  'areaLead',
]

export const covers = (placePath: string, path: string): boolean => path.startsWith(placePath)

export function relationsTo(actor: Actor, thing: Stand): Relation[] {
  const relations = new Set<Relation>()
  if (thing.reporterPersonId === actor.personId) relations.add('reporter')
  if (thing.helperPersonId === actor.personId) relations.add('helper')
  if (thing.joined) relations.add('joiner')
  for (const capacity of actor.capacities) {
    for (const relation of byPost(capacity, thing)) relations.add(relation)
  }
  // One cannot hand one's own call for help to oneself.
  if (relations.has('reporter')) for (const claiming of ['candidate', 'duty'] as const) relations.delete(claiming)
  if (!thing.limited || relations.size > 0) relations.add('neighbour')
  return [...relations]
}

function* byPost(capacity: Capacity, thing: Stand): Generator<Relation> {
  const { kind, placePath, organisationId, postId } = capacity
  const inside = covers(placePath, thing.placePath)
  const answers = organisationId !== null && ANSWERING.includes(kind)
  if (postId === thing.leadPostId || (answers && organisationId === thing.leadOrganisationId)) yield 'handler'
  if (thing.coPostIds.includes(postId) || (answers && thing.coOrganisationIds.includes(organisationId)))
    yield 'coHandler'
  if (inside && thing.status === 'offered' && CLAIMING.includes(kind)) yield 'candidate'
  if (inside && thing.kind === 'urgent' && ALERTED.includes(kind)) yield 'duty'
  const byArea = inside && BY_AREA[kind]
  if (byArea) yield byArea
}

export const may = (deed: Deed, relations: readonly Relation[]): boolean =>
  relations.some((relation) => (POLICY[deed] as readonly Relation[]).includes(relation))

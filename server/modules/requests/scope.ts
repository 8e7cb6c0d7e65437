/**
 * policy.ts as SQL, for lists: which requests are in the reader's work. Fixed fragments, values always as parameters.
 *
 * A post over an area sees the open requests of that area by an indexed column of its level; a post in an organisation sees
 * what its organisation leads or co-handles. policy.test.ts compares every row that a list gives with `relationsTo`.
 */
import type { PostKind } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'

/** Collects values and gives their places: $1 is always the tenant. */
export class Params {
  readonly values: unknown[]
  constructor(tenantId: number) {
    this.values = [tenantId]
  }
  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

/** A parameter that is added where it is first needed: one that no condition names would have no type. */
export const once = (make: () => string) => {
  let made: string | undefined
  return () => (made ??= make())
}

const OVER_AREAS: readonly PostKind[] = [
  'communityStaff',
  'compoundSecretary',
  'gridLead',
  'gridWorker',
  'areaLead',
  'buildingHead',
  'followUpStaff',
  'subdistrictSupervisor',
  'districtSupervisor',
  'auditor',
]
const FOR_ORGANISATIONS: readonly PostKind[] = ['unitUser', 'dutyOfficer', 'volunteer']

const COLUMN_OF_LEVEL: Record<string, string> = {
  subdistrict: 'r.subdistrict_id',
  community: 'r.community_id',
  compound: 'r.compound_id',
  grid: 'r.grid_id',
  building: 'r.building_id',
}

/** A condition on `request r`, or null when no post of the reader gives any work. */
export function workScope(actor: Actor, params: Params): string | null {
  const over = actor.capacities.filter(({ kind }) => OVER_AREAS.includes(kind))
  if (over.some(({ placeLevel }) => placeLevel === 'district')) return 'true'
  const byLevel = groupByLevel(over)
  const areas = [...byLevel].flatMap(([level, capacities]) => {
    const column = COLUMN_OF_LEVEL[level]
    const ids = capacities.map(({ placeId }) => placeId)
    // A single area is an equality, so that the index of its level also gives the order.
    return column
      ? [ids.length === 1 ? `${column} = ${params.add(ids[0])}` : `${column} = ANY(${params.add(ids)})`]
      : []
  })
  if (areas.length > 0) return areas.length === 1 ? (areas[0] ?? null) : `(${areas.join(' OR ')})`

  const organisations = actor.capacities.flatMap(({ kind, organisationId }) =>
    organisationId && FOR_ORGANISATIONS.includes(kind) ? [organisationId] : [],
  )
  if (organisations.length === 0) return null
  const ids = params.add(organisations)
  return `(r.lead_organisation_id = ANY(${ids}) OR r.id IN (
    SELECT a.request_id FROM request_assignment a WHERE a.tenant_id = $1 AND a.organisation_id = ANY(${ids}) AND a.part = 'co' AND a.state <> 'ended'))`
}

/** The areas that `workScope` looks at, where it looks at areas below the district. */
export function workAreas(actor: Actor): string[] | null {
  const over = actor.capacities.filter(
    ({ kind, placeLevel }) => OVER_AREAS.includes(kind) && COLUMN_OF_LEVEL[placeLevel],
  )
  const whole = actor.capacities.some(({ kind, placeLevel }) => OVER_AREAS.includes(kind) && placeLevel === 'district')
  return whole || over.length === 0 ? null : over.map(({ placeId }) => placeId)
}

/** What is in this person's hands through the posts held today, as a condition on `request r`: `handler` of policy.ts. */
export function inMyHands(actor: Actor, params: Params): string {
  const posts = params.add(actor.capacities.map(({ postId }) => postId))
  const organisations = params.add(answeringOrganisations(actor))
  return `(r.lead_post_id = ANY(${posts}) OR r.lead_organisation_id = ANY(${organisations}))`
}

/** Organisations for which this person answers what is sent to them. */
export const answeringOrganisations = (actor: Actor): string[] =>
  actor.capacities.flatMap(({ kind, organisationId }) =>
    organisationId && [...FOR_ORGANISATIONS, 'communityStaff', 'compoundSecretary', 'areaLead'].includes(kind)
      ? [organisationId]
      : [],
  )

function groupByLevel(over: Actor['capacities']): Map<string, Actor['capacities']> {
  const groups = new Map<string, Actor['capacities']>()
  for (const one of over) groups.set(one.placeLevel, [...(groups.get(one.placeLevel) ?? []), one])
  return groups
}

/** In what capacity somebody acts, in words kept with the step: never a resident's name. */
import type { Actor, Capacity } from '#platform/actor.ts'
import { LIFECYCLE } from './lifecycle.ts'
import { relationsTo, type Relation, type Stand } from './policy.ts'
import type { RequestAction } from '#contracts/requests.ts'

/** Snapshots in history are Chinese, as are the titles that districts give to posts. */
export const RESIDENT_CAPACITY = '居民'
export const CLOCK_CAPACITY = '系统'

/** The post that makes the step possible, or none when somebody acts for themself. */
export function actingPost(actor: Actor, stand: Stand, action: RequestAction): Capacity | undefined {
  const by = LIFECYCLE[action].by as readonly Relation[]
  const own: readonly Relation[] = ['reporter', 'joiner', 'helper', 'neighbour']
  const nobody = { ...stand, reporterPersonId: null, helperPersonId: null, joined: false }
  const through = (capacity: Capacity) =>
    relationsTo({ ...actor, capacities: [capacity] }, nobody).some(
      (relation) => by.includes(relation) && !own.includes(relation),
    )
  if (by.includes('reporter') && stand.reporterPersonId === actor.personId) return undefined
  return actor.capacities.find(through)
}

export const capacityWords = (capacity: Capacity | undefined): string => {
  if (!capacity) return RESIDENT_CAPACITY
  const { organisationName, title } = capacity
  return organisationName && !title.includes(organisationName) ? `${organisationName} ${title}` : title
}

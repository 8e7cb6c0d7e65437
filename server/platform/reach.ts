/**
 * How far a post reaches: who looks after people of one subdistrict neither sees nor appoints in another, and nobody
 * gives away more than they hold. Source: docs/capabilities/people-and-posts.md, "Reach".
 */
import { RIGHTS, type PostKind, type Right } from '#contracts/rights.ts'
import type { Actor, Capacity } from './actor.ts'

function postsWith(actor: Actor, right: Right): Capacity[] {
  const kinds: readonly PostKind[] = RIGHTS[right]
  return actor.capacities.filter(({ kind }) => kinds.includes(kind))
}

/** The places over which the actor holds the right; `whole` when that is the district, people without a home included. */
export function reachOf(actor: Actor, right: Right): { whole: boolean; paths: string[] } {
  const posts = postsWith(actor, right)
  return {
    whole: posts.some(({ placeLevel }) => placeLevel === 'district'),
    paths: posts.map(({ placePath }) => placePath),
  }
}

export const reaches = (actor: Actor, right: Right, placePath: string): boolean =>
  postsWith(actor, right).some((post) => placePath.startsWith(post.placePath))

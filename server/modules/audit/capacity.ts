/** In what capacity somebody acts, in the words kept with an entry: the post, never a name. */
import { RIGHTS, type PostKind, type Right } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'

/** Snapshots are Chinese, as are the titles that districts give to posts. */
const RESIDENT = '居民'

/** The post that carries the right, as its organisation and title; 居民 for whoever acts without one. */
export function actingCapacity(actor: Actor, right: Right): string {
  const kinds: readonly PostKind[] = RIGHTS[right]
  const post = actor.capacities.find(({ kind }) => kinds.includes(kind))
  if (!post) return RESIDENT
  const { organisationName, title } = post
  return organisationName && !title.includes(organisationName) ? `${organisationName} ${title}` : title
}

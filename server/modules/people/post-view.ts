/** A post as somebody sees it: who holds it, how many seats are empty, and whether they may fill it. */
import type { PostView } from '#contracts/people.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { appointable } from './may-appoint.ts'
import { readPost, type PostFound } from './post-queries.ts'
import { hasCountedSeats } from './terms.ts'

export function viewOfPost(actor: Actor, { placePath, ...post }: PostFound): PostView {
  const holders = post.holders.filter(({ standsAs }) => standsAs === 'holder').length
  const seats = hasCountedSeats(post.kind) ? post.seats : 1
  return {
    ...post,
    vacant: Math.max(0, seats - holders),
    mayAppoint: appointable(actor, placePath).has(post.kind),
  }
}

/** @throws not_found */
export async function viewPost(tx: Tx, actor: Actor, id: string, now: Date): Promise<PostView> {
  const post = await readPost(tx, id, shanghaiToday(now))
  if (!post) throw new AppError('not_found')
  return viewOfPost(actor, post)
}

/** Which posts a selection fills: posts of its organisation, and no more at once than they have seats. */
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { lockPost } from '../post-queries.ts'

type Wanted = { organisationId: string; seats: readonly { postId: string; seats: number }[] }

/** @throws selection_seats_wrong */
export async function checkSeats(tx: Tx, { organisationId, seats }: Wanted, on: string): Promise<void> {
  const twice = new Set(seats.map(({ postId }) => postId)).size < seats.length
  if (twice) throw new AppError('selection_seats_wrong', { field: 'seats' })
  for (const { postId, seats: wanted } of seats) {
    const post = await lockPost(tx, postId, on)
    if (!post || post.organisationId !== organisationId || wanted > post.seats)
      throw new AppError('selection_seats_wrong', { field: 'seats' })
  }
}

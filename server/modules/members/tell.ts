/** Who is told what: the member, or the posts nearest to a home that answer for members there. No notice names a member. */
import { RIGHTS } from '#contracts/rights.ts'
import { tellAll, type NewNotice } from '#modules/notices/index.ts'
import { postsCovering } from '#modules/people/index.ts'
import type { Tx } from '#platform/db.ts'

type News = { what: string; facts?: NewNotice['facts'] }

export const tellPerson = (tx: Tx, personId: string, { what, facts = {} }: News, now: Date) =>
  tellAll(tx, [{ personId, what, facts, at: now.toISOString() }])

/** The nearest posts that somebody holds and that may confirm: those of one place. */
export async function tellKeepers(tx: Tx, homePath: string, { what, facts = {} }: News, now: Date): Promise<void> {
  const held = await postsCovering(tx, { path: homePath, kinds: RIGHTS['members.manage'], now })
  const filled = held.filter(({ personIds }) => personIds.length > 0)
  const nearest = filled.filter(({ placePath }) => placePath === filled[0]?.placePath)
  const at = now.toISOString()
  await tellAll(
    tx,
    nearest.map(({ postId }) => ({ postId, what, facts, at })),
  )
}

/**
 * The result of a selection goes into its posts: a term for each who was chosen, from the day said until the end of the
 * elected term. Where all seats of a post are filled anew, the terms of before end the day before; a by-election keeps them.
 * Whoever writes it down may fill these posts. Everybody chosen is told.
 */
import { tellAll } from '#modules/notices/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { appointTo } from '../add-post.ts'
import { logAs } from '../log.ts'
import { checkMayAppoint, checkNotOneself } from '../may-appoint.ts'
import { lockPost, saveEnd, termsOf } from '../post-queries.ts'
import { passOn } from '../terms.ts'
import { candidateState } from './lifecycle.ts'
import { saveElected, type CandidateFound, type SelectionFound } from './queries.ts'

const log = logAs('posts.appoint')

type Result = {
  actor: Actor
  selection: SelectionFound
  candidates: readonly CandidateFound[]
  elected: readonly { candidateId: string; postId: string }[]
  fromOn: string
}

/**
 * Gives everybody whose posts changed.
 *
 * @throws candidate_not_ready, selection_seats_wrong, appoint_above_own, appoint_oneself, and what appointing throws
 */
export async function electAll(tx: Tx, result: Result, now: Date): Promise<ReadonlySet<string>> {
  const { actor, selection, elected, fromOn } = result
  checkChosen(result)
  const changed = new Set<string>()
  for (const postId of new Set(elected.map((one) => one.postId)))
    for (const personId of await makeRoom(tx, { postId, selection, fromOn }, now)) changed.add(personId)
  for (const { candidateId, postId } of elected) {
    const personId = personOf(result, candidateId)
    checkNotOneself(actor, personId)
    const term = { postId, personId, fromOn, toOn: selection.termUntil, selectionId: selection.id }
    const { post, person } = await appointTo(tx, term, now)
    await saveElected(tx, candidateId, postId)
    const facts = { title: selection.title, post: post.title, on: fromOn }
    await tellAll(tx, [{ personId, what: 'selection.elected', facts, at: now.toISOString() }])
    const subject = `${post.title}：${person.name}`
    await log(tx, actor, now, { what: 'appoint', subject, subjectPersonId: personId, reason: selection.title })
    changed.add(personId)
  }
  return changed
}

/** Each chosen once, all vetting passed, no more than there are seats, in posts that the actor may fill. */
function checkChosen({ actor, selection, candidates, elected }: Result): void {
  const { vettingSteps, status, seats, placePath } = selection
  for (const { candidateId, postId } of elected) {
    const candidate = candidates.find(({ id }) => id === candidateId)
    const once = elected.filter((one) => one.candidateId === candidateId).length === 1
    if (!candidate || !once || candidateState(candidate, vettingSteps, status) !== 'passed')
      throw new AppError('candidate_not_ready', { field: 'elected' })
    const seat = seats.find((one) => one.postId === postId)
    if (!seat || elected.filter((one) => one.postId === postId).length > seat.seats)
      throw new AppError('selection_seats_wrong', { field: 'elected' })
    checkMayAppoint(actor, { kind: seat.kind, placePath })
  }
}

function personOf({ candidates }: Result, candidateId: string): string {
  const candidate = candidates.find(({ id }) => id === candidateId)
  if (!candidate) throw new AppError('not_found')
  return candidate.personId
}

type Renewal = { postId: string; selection: SelectionFound; fromOn: string }

/** Ends the terms of before where the whole post is filled anew. */
async function makeRoom(tx: Tx, { postId, selection, fromOn }: Renewal, now: Date): Promise<string[]> {
  const on = shanghaiToday(now)
  const post = await lockPost(tx, postId, on)
  const seat = selection.seats.find((one) => one.postId === postId)
  if (!post || !seat || seat.seats < post.seats) return []
  const holding = (await termsOf(tx, postId)).filter(
    ({ standsAs, fromOn: began, toOn }) => standsAs === 'holder' && began < fromOn && (toOn === null || toOn >= fromOn),
  )
  for (const term of holding) await saveEnd(tx, term.id, passOn(term, fromOn, on))
  return holding.map(({ personId }) => personId)
}

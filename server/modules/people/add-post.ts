/**
 * Making posts and filling them: what every way in (the register, an import, a selection) goes through. Who may do so is
 * asked by the caller, who also writes the log and lets the person's session know (services.forgetActors).
 * Source: docs/capabilities/people-and-posts.md, "Terms".
 */
import type { PostKind } from '#contracts/rights.ts'
import { factsChanged, placeNow } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { findOrganisation } from './organisation-queries.ts'
import { lockPerson } from './person-queries.ts'
import { heldOfKind, insertPost, insertTerm, lockPost, termsOf } from './post-queries.ts'
import { checkTerm, type StandsAs } from './terms.ts'

export type NewPost = {
  kind: PostKind
  title: string
  placeId: string
  organisationId?: string | null
  /** How many may hold it together, where seats are counted; one when left out. */
  seats?: number
}

/** Makes a post over a place and gives its id. @throws place_not_found, organisation_not_found */
export async function addPost(
  tx: Tx,
  { seats = 1, organisationId = null, ...post }: NewPost,
  now: Date,
): Promise<string> {
  const on = shanghaiToday(now)
  if (!(await placeNow(tx, post.placeId, on))) throw new AppError('place_not_found', { field: 'placeId' })
  if (organisationId && !(await findOrganisation(tx, organisationId, on)))
    throw new AppError('organisation_not_found', { field: 'organisationId' })
  const id = await insertPost(tx, { ...post, organisationId, seats, createdOn: on })
  await factsChanged(tx, [post.placeId], now)
  return id
}

export type Appointment = {
  postId: string
  personId: string
  fromOn: string
  toOn?: string | null
  standsAs?: StandsAs
  /** The selection that the term came out of. */
  selectionId?: string | null
  /** Why an instructor is given a fourth compound. */
  overrideReason?: string | null
}

/** 一名党建指导员指导不超过 3 个小区: docs/capabilities/people-and-posts.md, "Terms" (Z4, S-R5). */
const COMPOUNDS_OF_INSTRUCTOR = 3

/**
 * Gives the post to the person from a day on; locks both. The check-up is told.
 *
 * @throws not_found (no such post), person_not_found, term_dates_wrong, post_already_held, instructor_full
 */
export async function appointTo(tx: Tx, given: Appointment, now: Date) {
  const { postId, personId, fromOn, toOn = null, standsAs = 'holder', selectionId = null, overrideReason } = given
  const on = shanghaiToday(now)
  const post = await lockPost(tx, postId, on)
  if (!post) throw new AppError('not_found')
  const person = await lockPerson(tx, personId, on)
  if (!person || person.disabled) throw new AppError('person_not_found', { field: 'personId' })
  const term = { personId, fromOn, toOn, standsAs }
  checkTerm(post, await termsOf(tx, postId), term, on)
  if (post.kind === 'instructor' && !overrideReason?.trim()) {
    const held = await heldOfKind(tx, { personId, kind: post.kind, on: fromOn })
    if (held >= COMPOUNDS_OF_INSTRUCTOR) throw new AppError('instructor_full', { field: 'overrideReason' })
  }
  const termId = await insertTerm(tx, postId, { ...term, selectionId })
  await factsChanged(tx, [post.placeId], now)
  return { termId, post, person }
}

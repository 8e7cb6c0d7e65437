/** HTTP for organisations and posts. Whoever appoints, appoints within the reach of their own post; each change is in the log. */
import { appoint, createPost, endTerm, listOrganisations, listPosts } from '#contracts/people.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import type { Services } from '#platform/services.ts'
import { lockPerson, placeOf } from './person-queries.ts'
import {
  insertPost,
  insertTerm,
  listAllOrganisations,
  listPostsFound,
  lockPost,
  organisationNow,
  readPost,
  saveEnd,
  termsOf,
} from './post-queries.ts'
import { reaches } from '#platform/reach.ts'
import { checkTerm, endNow } from './terms.ts'

const PAGE = 50

export function postRoutes(app: App, { forgetActors }: Services): void {
  serve(app, listOrganisations, ({ tx, now }) => listAllOrganisations(tx, shanghaiToday(now)))

  serve(app, listPosts, async ({ query: { after, ...wanted }, tx, now }) => {
    const found = await listPostsFound(tx, {
      ...wanted,
      after: readCursor(after, 3),
      limit: PAGE + 1,
      on: shanghaiToday(now),
    })
    return pageOf(found, PAGE, ({ placePath, title, id }) => [placePath, title, id])
  })

  serve(app, createPost, async ({ body, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const place = await placeOf(tx, body.placeId, on)
    if (!place) throw new AppError('place_not_found', { field: 'placeId' })
    if (!reaches(actor, 'people.manage', place.path)) throw new AppError('not_permitted')
    if (body.organisationId && !(await organisationNow(tx, body.organisationId, on)))
      throw new AppError('organisation_not_found', { field: 'organisationId' })
    const id = await insertPost(tx, body)
    await log(tx, actor, now, { what: 'createPost', subject: body.title })
    return viewPost(tx, id, on)
  })

  serve(app, appoint, async ({ params: { id }, body: { personId, fromOn, toOn = null }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const post = await postWithinReach(tx, actor, id)
    const person = await lockPerson(tx, personId, on)
    if (!person || person.disabled) throw new AppError('person_not_found', { field: 'personId' })
    checkTerm(post.kind, await termsOf(tx, id), { personId, fromOn, toOn }, on)
    await insertTerm(tx, id, { personId, fromOn, toOn })
    await log(tx, actor, now, { what: 'appoint', subject: `${post.title}：${person.name}`, subjectPersonId: personId })
    forgetActors(tx.tenantId, personId)
    return viewPost(tx, id, on)
  })

  serve(app, endTerm, async ({ params: { id, termId }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const post = await postWithinReach(tx, actor, id)
    const term = (await termsOf(tx, id)).find((one) => one.id === termId)
    const person = term && (await lockPerson(tx, term.personId, on))
    if (!term || !person) throw new AppError('not_found')
    await saveEnd(tx, termId, endNow(term, shanghaiToday(new Date(now.getTime() - DAY))))
    await log(tx, actor, now, { what: 'endTerm', subject: `${post.title}：${person.name}`, subjectPersonId: person.id })
    forgetActors(tx.tenantId, person.id)
    return viewPost(tx, id, on)
  })
}

/** @throws not_found, not_permitted */
async function postWithinReach(tx: Tx, actor: Actor, id: string) {
  const post = await lockPost(tx, id)
  if (!post) throw new AppError('not_found')
  if (!reaches(actor, 'people.manage', post.placePath)) throw new AppError('not_permitted')
  return post
}

async function viewPost(tx: Tx, id: string, on: string) {
  const post = await readPost(tx, id, on)
  if (!post) throw new AppError('not_found')
  return post
}

const log = (tx: Tx, actor: Actor, at: Date, entry: { what: string; subject: string; subjectPersonId?: string }) =>
  record(tx, { ...entry, at, actorPersonId: actor.personId, capacity: actingCapacity(actor, 'people.manage') })

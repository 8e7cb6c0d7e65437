/** HTTP for posts. Whoever appoints, appoints within the reach of their own post and none above it; each change is in the log. */
import {
  appoint,
  changePost,
  createPost,
  endPost,
  endTerm,
  fillChain,
  listPosts,
  openWorkOfPost,
  readPost,
} from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import type { Services } from '#platform/services.ts'
import { factsChanged, placeNow } from '#modules/places/index.ts'
import { addPost, appointTo } from './add-post.ts'
import { chainOf } from './chain.ts'
import { makeChainPosts } from './fill-chain.ts'
import { logAs } from './log.ts'
import { appointable, checkMayAppoint, checkNotOneself } from './may-appoint.ts'
import type { OpenWorkOf } from './open-work.ts'
import { lockPerson } from './person-queries.ts'
import { listPostsFound, lockPost, readPost as findPost, saveEnd, savePost, termsOf } from './post-queries.ts'
import { viewOfPost, viewPost } from './post-view.ts'
import { dayBefore, endNow } from './terms.ts'

const PAGE = 50
const log = logAs('posts.appoint')

export function postRoutes(app: App, { forgetActors }: Services, openWorkOf: OpenWorkOf): void {
  serve(app, listPosts, async ({ query: { after, ...wanted }, actor, tx, now }) => {
    const found = await listPostsFound(tx, {
      ...wanted,
      after: readCursor(after, 3),
      limit: PAGE + 1,
      on: shanghaiToday(now),
    })
    const { rows, next } = pageOf(found, PAGE, ({ placePath, title, id }) => [placePath, title, id])
    return { rows: rows.map((post) => viewOfPost(actor, post)), next }
  })

  serve(app, readPost, ({ params: { id }, actor, tx, now }) => viewPost(tx, actor, id, now))

  serve(app, createPost, async ({ body, actor, tx, now }) => {
    const place = await placeNow(tx, body.placeId, shanghaiToday(now))
    if (!place) throw new AppError('place_not_found', { field: 'placeId' })
    checkMayAppoint(actor, { kind: body.kind, placePath: place.path })
    const id = await addPost(tx, body, now)
    await log(tx, actor, now, { what: 'createPost', subject: body.title })
    return viewPost(tx, actor, id, now)
  })

  serve(app, fillChain, async ({ body, actor, tx, now }) => {
    const top = await placeNow(tx, body.placeId, shanghaiToday(now))
    if (!top) throw new AppError('place_not_found', { field: 'placeId' })
    if (appointable(actor, top.path).size === 0) throw new AppError('not_permitted')
    const may = (kind: PostKind, path: string) => appointable(actor, path).has(kind)
    const made = await makeChainPosts(tx, { top, levels: await chainOf(tx), may }, now)
    if (made.length > 0) await log(tx, actor, now, { what: 'createPosts', subject: `${top.fullName}：${made.length}` })
    return { made: made.length }
  })

  serve(app, changePost, async ({ params: { id }, body, actor, tx, now }) => {
    const post = await postToFill(tx, actor, id, now)
    const changed = { ...post, ...body, endedOn: null }
    await savePost(tx, changed)
    await factsChanged(tx, [post.placeId], now)
    await log(tx, actor, now, { what: 'changePost', subject: changed.title })
    return viewPost(tx, actor, id, now)
  })

  serve(app, endPost, async ({ params: { id }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const post = await postToFill(tx, actor, id, now)
    const held = (await termsOf(tx, id)).filter(({ toOn }) => toOn === null || toOn >= on).length
    const { count: requests } = await openWorkOf(tx, { postId: id })
    if (held > 0 || requests > 0) throw new AppError('post_in_use', { held, requests })
    await savePost(tx, { ...post, endedOn: on })
    await factsChanged(tx, [post.placeId], now)
    await log(tx, actor, now, { what: 'endPost', subject: post.title })
    return { ok: true as const }
  })

  serve(app, openWorkOfPost, async ({ params: { id }, actor, tx, now }) => {
    const post = await findPost(tx, id, shanghaiToday(now))
    if (!post) throw new AppError('not_found')
    checkMayAppoint(actor, post)
    return openWorkOf(tx, { postId: id })
  })

  serve(app, appoint, async ({ params: { id }, body, actor, tx, now }) => {
    await postToFill(tx, actor, id, now)
    checkNotOneself(actor, body.personId)
    const { post, person } = await appointTo(tx, { postId: id, ...body }, now)
    await log(tx, actor, now, {
      what: 'appoint',
      subject: `${post.title}：${person.name}`,
      subjectPersonId: person.id,
      ...(body.overrideReason && { reason: body.overrideReason }),
    })
    forgetActors(tx.tenantId, person.id)
    return viewPost(tx, actor, id, now)
  })

  serve(app, endTerm, async ({ params: { id, termId }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    const post = await postToFill(tx, actor, id, now)
    const term = (await termsOf(tx, id)).find((one) => one.id === termId)
    const person = term && (await lockPerson(tx, term.personId, on))
    if (!term || !person) throw new AppError('not_found')
    await saveEnd(tx, termId, endNow(term, dayBefore(on)))
    await factsChanged(tx, [post.placeId], now)
    await log(tx, actor, now, { what: 'endTerm', subject: `${post.title}：${person.name}`, subjectPersonId: person.id })
    forgetActors(tx.tenantId, person.id)
    return viewPost(tx, actor, id, now)
  })
}

/** Locked, and one that the actor may fill. @throws not_found, not_permitted, appoint_above_own */
export async function postToFill(tx: Tx, actor: Actor, id: string, now: Date) {
  const post = await lockPost(tx, id, shanghaiToday(now))
  if (!post) throw new AppError('not_found')
  checkMayAppoint(actor, post)
  return post
}

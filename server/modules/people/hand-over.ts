/**
 * A post passes from one person to the next: the old term ends the day before the new one begins, with the note that its
 * holder leaves; open work stays with the post; both are told. Source: docs/capabilities/people-and-posts.md, "Handing over".
 */
import { handOver } from '#contracts/people.ts'
import { tellAll } from '#modules/notices/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { appointTo } from './add-post.ts'
import { logAs } from './log.ts'
import { checkNotOneself } from './may-appoint.ts'
import type { OpenWorkOf } from './open-work.ts'
import { lockPerson } from './person-queries.ts'
import { saveHandedOver, termsOf } from './post-queries.ts'
import { postToFill } from './post-routes.ts'
import { viewPost } from './post-view.ts'
import { passOn } from './terms.ts'

const log = logAs('posts.appoint')

export function handOverRoutes(app: App, { forgetActors }: Services, openWorkOf: OpenWorkOf): void {
  serve(app, handOver, async ({ params: { id }, body: { termId, personId, fromOn, note }, actor, tx, now }) => {
    const on = shanghaiToday(now)
    await postToFill(tx, actor, id, now)
    checkNotOneself(actor, personId)
    const old = (await termsOf(tx, id)).find((term) => term.id === termId)
    const leaves = old && (await lockPerson(tx, old.personId, on))
    if (!old || !leaves) throw new AppError('not_found')

    await saveHandedOver(tx, termId, { ...passOn(old, fromOn, on), note, at: now })
    const { post, person } = await appointTo(tx, { postId: id, personId, fromOn, standsAs: old.standsAs }, now)

    const { count } = await openWorkOf(tx, { postId: id })
    const facts = { title: post.title, on: fromOn, count, note }
    const at = now.toISOString()
    await tellAll(tx, [
      { personId: leaves.id, what: 'post.handedOver', facts: { ...facts, name: person.name }, at },
      { personId, what: 'post.takenOver', facts: { ...facts, name: leaves.name }, at },
    ])
    const subject = `${post.title}：${leaves.name} → ${person.name}`
    await log(tx, actor, now, { what: 'handOver', subject, subjectPersonId: personId, reason: note })
    forgetActors(tx.tenantId, leaves.id)
    forgetActors(tx.tenantId, personId)
    return viewPost(tx, actor, id, now)
  })
}

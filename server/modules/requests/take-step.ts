/** One step of the loop by a person: load → decide → save → tell. Used by the route and by bulk steps. */
import type { StepBody } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import type { Tx } from '#platform/db.ts'
import { CALENDAR } from './calendar.ts'
import { actingPost, capacityWords } from './capacity.ts'
import { decide, isForPeople } from './decide.ts'
import { mergeInto } from './merge.ts'
import { lockRequest } from './queries/load.ts'
import { saveStep } from './queries/save.ts'
import { standOf, type AssignmentRecord, type LoadedRequest } from './record.ts'
import { resolveStep } from './resolve-step.ts'
import { announce } from './tell.ts'

const AFTER = ['finish', 'partDone'] as const

/** @throws not_found, and the codes of decide, resolveStep and saveStep */
export async function takeStepOn(tx: Tx, actor: Actor, requestId: string, step: StepBody, now: Date): Promise<void> {
  if (!isForPeople(step.action)) throw new AppError('not_permitted', { action: step.action })
  // Two requests are always locked in the order of their ids, so that two merges cannot wait for each other.
  if (step.action === 'merge' && step.intoId && step.intoId < requestId) await lockRequest(tx, actor, step.intoId)
  const { request, relations } = await lockRequest(tx, actor, requestId)
  const post = actingPost(actor, standOf(request), step.action)
  const capacity = actor.machine ?? capacityWords(post)
  const resolved = await resolveStep(tx, actor, request, step, {
    actorPersonId: actor.personId,
    capacity,
    capacityPostId: post?.postId ?? null,
  })
  const decision = decide({ request, relations, myPart: myPart(actor, request), now }, step, resolved, CALENDAR)
  await saveStep(tx, request, decision, {
    action: step.action,
    actorPersonId: actor.personId,
    capacity,
    now,
    photoIds: step.photoIds ?? [],
    photoRole: (AFTER as readonly string[]).includes(step.action)
      ? 'after'
      : step.action === 'supplement' || step.action === 'answer'
        ? 'before'
        : 'progress',
  })
  if (decision.mergeInto)
    await mergeInto(tx, request, decision.mergeInto, { capacity, actorPersonId: actor.personId, now })
  await announce(
    tx,
    { requestId, seq: request.seq + 1, action: step.action, audiences: decision.tells, exceptPersonId: actor.personId },
    now,
  )
}

/** The co-handling that the reader answers for. */
export const myPart = (actor: Actor, request: LoadedRequest): AssignmentRecord | undefined =>
  request.assignments.find(
    (one) =>
      one.part === 'co' &&
      actor.capacities.some((capacity) =>
        one.post_id ? capacity.postId === one.post_id : capacity.organisationId === one.organisation_id,
      ),
  )

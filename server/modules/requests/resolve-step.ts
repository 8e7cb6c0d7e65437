/** What a step refers to, loaded before it is decided: handlers by name, the category, the other request, listed reasons. */
import type { StepBody } from '#contracts/requests.ts'
import { nameOfHandler } from '#modules/people/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/errors.ts'
import type { Tx } from '#platform/db.ts'
import { limitsOf, usableCategory } from './categories/store.ts'
import type { NamedHandler, Resolved } from './effect.ts'
import { LIFECYCLE } from './lifecycle.ts'
import { lockRequest } from './queries/load.ts'
import { causeWords, reasonOf } from './reasons.ts'
import type { LoadedRequest } from './record.ts'

/** @throws handler_not_found, handler_one_of_two, category_not_found, category_not_ours, reason_not_listed, not_found */
export async function resolveStep(
  tx: Tx,
  actor: Actor,
  request: LoadedRequest,
  step: StepBody,
  who: Pick<Resolved, 'actorPersonId' | 'capacity' | 'capacityPostId'>,
): Promise<Resolved> {
  const needs = LIFECYCLE[step.action].needs ?? []
  const category =
    needs.includes('categoryCode') && step.categoryCode ? await usableCategory(tx, step.categoryCode) : undefined
  return {
    ...who,
    ...(needs.includes('handler') && step.handler && { handler: await named(tx, step.handler, 'handler') }),
    ...(needs.includes('coHandlers') && step.coHandlers && { coHandlers: await allNamed(tx, step.coHandlers) }),
    ...(category && {
      category: {
        code: category.code,
        name: category.name,
        limits: limitsOf(request.kind, category),
        limited: category.privacy === 'limited',
      },
    }),
    ...(needs.includes('intoId') && step.intoId && { target: (await lockRequest(tx, actor, step.intoId)).request }),
    reason: reasonOf(step),
    causeWords: causeWords(step),
  }
}

type HandlerWanted = { organisationId?: string; postId?: string; task?: string; dueAt?: string }

async function allNamed(tx: Tx, wanted: readonly HandlerWanted[]): Promise<NamedHandler[]> {
  const found: NamedHandler[] = []
  for (const one of wanted) found.push(await named(tx, one, 'coHandlers'))
  return found
}

async function named(tx: Tx, wanted: HandlerWanted, field: string): Promise<NamedHandler> {
  if (Boolean(wanted.organisationId) === Boolean(wanted.postId)) throw new AppError('handler_one_of_two', { field })
  const name = await nameOfHandler(tx, { organisationId: wanted.organisationId, postId: wanted.postId })
  if (!name) throw new AppError('handler_not_found', { field })
  return {
    organisationId: wanted.organisationId ?? null,
    postId: wanted.postId ?? null,
    name,
    task: wanted.task ?? null,
    dueAt: wanted.dueAt ?? null,
  }
}

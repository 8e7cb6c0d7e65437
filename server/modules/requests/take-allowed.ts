/**
 * A step by another system that stands in for somebody: of several that would fit, the first that the loop allows now. What it may
 * not do it does not; nothing is forced and nothing refused. Used where nobody waits for an answer.
 */
import type { RequestAction, StepBody } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { allowedActions } from './decide.ts'
import { relationsTo } from './policy.ts'
import { lockAny } from './queries/load.ts'
import { standOf } from './record.ts'
import { myPart, takeStepOn } from './take-step.ts'

/** Null when none of them is allowed. */
export async function takeAllowed(
  tx: Tx,
  actor: Actor,
  requestId: string,
  steps: readonly StepBody[],
  now: Date,
): Promise<RequestAction | null> {
  const request = await lockAny(tx, actor, requestId)
  if (!request) return null
  const relations = relationsTo(actor, standOf(request))
  const open = allowedActions({ request, relations, myPart: myPart(actor, request), now }).filter(({ blocked }) => !blocked) // prettier-ignore
  const step = steps.find(({ action }) => open.some((one) => one.action === action))
  if (!step) return null
  await takeStepOn(tx, actor, requestId, step, now)
  return step.action
}

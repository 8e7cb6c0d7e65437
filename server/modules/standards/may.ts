/** Whose check-up somebody may read, and which of its buttons their posts can press. Findings name no persons. */
import type { Task, TaskKind } from '#contracts/standards.ts'
import type { Right } from '#contracts/rights.ts'
import { readTree, type Place, type Tree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import { areaOf } from './gather.ts'

/** What a button opens asks for this right. */
// prettier-ignore
const TASK_RIGHTS: Record<TaskKind, Right> = {
  found: 'organisations.manage', appoint: 'posts.appoint', makePost: 'organisations.manage', elect: 'organisations.manage',
  divide: 'places.manage', open: 'organisations.manage', fillIn: 'organisations.manage', register: 'households.view', sponsor: 'organisations.manage',
  pair: 'plans.make', number: 'places.manage',
}
export const offered = (actor: Actor, task: Task | null, placePath: string): Task | null =>
  task && reaches(actor, TASK_RIGHTS[task.kind], placePath) ? task : null

/** The area of the place that was asked for; without one, that of the reader's widest post. @throws not_found */
export async function visibleArea(
  tx: Tx,
  actor: Actor,
  placeId: string | undefined,
): Promise<{ place: Place; tree: Tree }> {
  const { tree, picked } = await readTree(tx, placeId)
  const { paths } = reachOf(actor, 'standards.view')
  const widest = paths.toSorted((a, b) => a.length - b.length)[0]
  const place = areaOf(tree, placeId ? (picked?.path ?? '') : (widest ?? ''))
  // Whoever works in a part of a compound may read what is found of the compound.
  const isMine = place && paths.some((path) => place.path.startsWith(path) || areaOf(tree, path)?.id === place.id)
  if (!isMine) throw new AppError('not_found')
  return { place, tree }
}

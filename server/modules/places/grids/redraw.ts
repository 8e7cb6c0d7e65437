/**
 * Redraws the grids of a place from a day on. What begins today is written at once; what begins later waits in grid_change
 * until its day (begin-waiting.ts). Source: docs/capabilities/grids.md, "Cutting"; rule G-R3 there.
 */
import type { Right } from '#contracts/rights.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { holdsRight, type Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { isValid, readTree } from '../tree.ts'
import { applyChange, lockAround } from './apply-change.ts'
import { beginWaiting } from './begin-waiting.ts'
import { insertChange } from './changes.ts'
import { cut } from './cut.ts'
import { checkDrawn } from './look-over.ts'
import { placeIn, standOf } from './stand.ts'
import type { Redraw } from './wanted.ts'

/**
 * Decides, writes down and, when its day is here, applies. Locks what the scope lies in, so that two people who draw the same
 * ground do it one after the other. The right to do so is the caller's matter.
 *
 * @throws not_found, date_in_past, what cut() and checkDrawn() throw
 */
export async function redrawGrids(
  tx: Tx,
  wanted: Redraw,
  actor: Actor,
  now: Date,
): Promise<{ changeId: string; gridIds: string[] }> {
  const today = shanghaiToday(now)
  if (wanted.effectiveOn < today) throw new AppError('date_in_past', { field: 'effectiveOn' })
  await lockAround(tx, wanted.scopeId)
  await beginWaiting(tx, now)
  const { tree } = await readTree(tx)
  const scope = placeIn(tree, wanted.scopeId)
  if (!isValid(scope, wanted.effectiveOn)) throw new AppError('not_found')
  const grids = wanted.grids.map((grid) => ({ ...grid, name: grid.name.trim() }))
  // Decided also for a later day: who plans what cannot be hears of it now.
  const stand = standOf(tree, scope, wanted.gridLevel, wanted.effectiveOn)
  const decided = cut(stand, { ...wanted, grids }, newId)
  checkDrawn(tree, scope, stand, { ...wanted, grids })

  const changeId = newId()
  const right: Right = holdsRight(actor, 'places.manage') ? 'places.manage' : 'plans.make'
  const capacity = actingCapacity(actor, right)
  const { gridIds } = decided
  const change = { ...wanted, id: changeId, wanted: { gridLevel: wanted.gridLevel, grids, gridIds } }
  await insertChange(tx, { ...change, actorPersonId: actor.personId, capacity }, now)
  await record(tx, {
    at: now,
    what: 'redrawGrids',
    actorPersonId: actor.personId,
    capacity,
    subject: scope.fullName,
    reason: wanted.reason,
  })
  if (wanted.effectiveOn === today) await applyChange(tx, change, now)
  return { changeId, gridIds: [...gridIds] }
}

/** HTTP for plans: wish, watch, change by hand, apply or drop. */
import {
  applyPlan,
  createPlan,
  dropPlan,
  editPlan,
  listPlans,
  planStart,
  readPlan,
  type PlanWish,
} from '#contracts/planner.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { placeNow, type Place } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { enqueue } from '#platform/outbox.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { reaches, reachOf } from '#platform/reach.ts'
import { applyGrids, applyPairs } from './apply.ts'
import { edited } from './edit.ts'
import { gatherGrids } from './gather-grids.ts'
import { gatherPairs } from './gather-pairs.ts'
import { checkStep } from './lifecycle.ts'
import { checkApply, maySee } from './policy.ts'
import {
  insertPlan,
  listPlansFound,
  lockPlan,
  readPlanRow,
  saveEdited,
  saveSolved,
  saveStatus,
  type PlanFound,
} from './queries.ts'
import { unlessRefused } from './refused.ts'
import { SOLVE } from './solve-job.ts'
import { tooManyGrids } from './solve/reasons.ts'
import { stopSolving } from './solver/solver-process.ts'
import { whatIsThere } from './start.ts'
import { viewPlan, viewRow } from './view.ts'

const PAGE = 30

export function plannerRoutes(app: App): void {
  app.fastify.addHook('onClose', async () => stopSolving())

  serve(app, listPlans, async ({ query: { placeId, after }, actor, tx, now }) => {
    const place = placeId ? await placeWithinReach(tx, actor, placeId, now) : undefined
    const pairings = reachOf(actor, 'plans.make').paths.filter((path) => reaches(actor, 'members.view', path))
    const reach = { grids: reachOf(actor, 'plans.make').paths, pairings }
    const wanted = { placePath: place?.path, after: readCursor(after, 1)?.[0], limit: PAGE + 1, reach }
    const { rows, next } = pageOf(await listPlansFound(tx, wanted), PAGE, ({ id }) => [id])
    return { rows: rows.map(viewRow), next }
  })

  serve(app, planStart, async ({ query: { placeId }, actor, tx, now }) =>
    whatIsThere(tx, actor, await placeWithinReach(tx, actor, placeId, now), now),
  )

  serve(app, createPlan, async ({ body: { placeId, wanted }, actor, tx, now }) => {
    const place = await placeWithinReach(tx, actor, placeId, now)
    const kind = wanted.grids ? ('grids' as const) : ('pairings' as const)
    if (!maySee(actor, { kind, placePath: place.path }))
      throw new AppError('plan_not_permitted', { right: 'members.view' })
    checkWish(wanted)
    // Gathered once now, so that a wish for nothing is refused at once and not after a wait.
    const cut = wanted.grids && unlessRefused(await gatherGrids(tx, place, wanted.grids, now))
    if (wanted.pairings) unlessRefused(await gatherPairs(tx, place, wanted.pairings, now))
    const id = await insertPlan(tx, { kind, placeId, wanted, personId: actor.personId, now })
    const failure = wanted.grids && cut ? tooManyGrids(wanted.grids, cut.units.length) : null
    if (failure) {
      await saveStatus(tx, id, 'solving', null)
      await saveSolved(tx, id, { status: 'infeasible', proposal: null, note: null, failure }, now)
    } else await enqueue(tx, SOLVE, { planId: id, tries: 0 }, { now })
    return viewPlan(actor, await planSeen(tx, actor, id))
  })

  serve(app, readPlan, async ({ params: { id }, actor, tx }) => viewPlan(actor, await planSeen(tx, actor, id)))

  serve(app, editPlan, async ({ params: { id }, body: { seq, ...edit }, actor, tx }) => {
    const plan = await planLocked(tx, actor, id, seq)
    checkStep('edit', plan.status)
    await saveEdited(tx, id, edited(plan.proposal ?? {}, edit), plan.figures && { ...plan.figures, edited: true })
    return viewPlan(actor, await planSeen(tx, actor, id))
  })

  serve(app, applyPlan, async ({ params: { id }, body: { seq, ...how }, actor, tx, now }) => {
    const plan = await planLocked(tx, actor, id, seq)
    checkStep('apply', plan.status)
    checkApply(actor, plan)
    const { grids, pairings } = plan.proposal ?? {}
    if (grids) await applyGrids(tx, plan, grids, how, actor, now)
    if (pairings) await applyPairs(tx, plan, pairings, now)
    await saveStatus(tx, id, 'applied', now)
    await record(tx, {
      at: now,
      what: 'applyPlan',
      actorPersonId: actor.personId,
      capacity: actingCapacity(actor, 'plans.make'),
      subject: plan.placeName,
      reason: how.reason,
    })
    return viewPlan(actor, await planSeen(tx, actor, id))
  })

  serve(app, dropPlan, async ({ params: { id }, actor, tx }) => {
    const plan = await planLocked(tx, actor, id)
    checkStep('drop', plan.status)
    await saveStatus(tx, id, 'dropped', null) // a solver that is at it hears so when it next tells how far it is
    return viewPlan(actor, await planSeen(tx, actor, id))
  })
}

/** @throws not_found */
async function placeWithinReach(tx: Tx, actor: Actor, id: string, now: Date): Promise<Place> {
  const place = await placeNow(tx, id, shanghaiToday(now))
  if (!place || !reaches(actor, 'plans.make', place.path)) throw new AppError('not_found')
  return place
}

/** @throws malformed */
function checkWish({ grids, pairings }: PlanWish): void {
  const [from = 0, to = 0] = grids?.band ?? pairings?.bounds ?? []
  if (from > to) throw new AppError('malformed', { field: grids ? 'band' : 'bounds' })
}

/** @throws not_found */
async function planSeen(tx: Tx, actor: Actor, id: string): Promise<PlanFound> {
  const plan = await readPlanRow(tx, id)
  if (!plan || !maySee(actor, plan)) throw new AppError('not_found')
  return plan
}

/** @throws not_found, plan_moved_on */
async function planLocked(tx: Tx, actor: Actor, id: string, seq?: number): Promise<PlanFound> {
  const plan = await lockPlan(tx, id)
  if (!plan || !maySee(actor, plan)) throw new AppError('not_found')
  if (seq !== undefined && seq !== plan.seq) throw new AppError('plan_moved_on')
  return plan
}

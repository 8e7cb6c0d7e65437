/** HTTP for grids: reading them as of a day, redrawing them, what was changed, and reports by grid. */
import {
  cancelGridChange,
  changeGrids,
  listGridChanges,
  lookOverGrids,
  readGrids,
  reportGrids,
} from '#contracts/grids.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { readTree } from '../tree.ts'
import { changesOf, lockChange, markCancelled } from './changes.ts'
import { lookOver } from './look-over.ts'
import { outlineRoutes } from './outline-routes.ts'
import { redrawGrids } from './redraw.ts'
import { reportOf, type CountRequests } from './report.ts'
import { placeWithin } from './stand.ts'
import { viewChange } from './view-change.ts'
import { viewGrids } from './view.ts'

/** What a report by grid counts; handed in where the application is put together, because a foundation knows no capability. */
export type GridDeps = { countRequests: CountRequests }

export function gridRoutes(app: App, { countRequests }: GridDeps): void {
  serve(app, readGrids, async ({ params, query: { level, on }, actor, tx, now }) => {
    const { tree } = await readTree(tx)
    const scope = placeWithin(tree, params.scopeId, actor, 'registers.view')
    return viewGrids(tx, tree, scope, { level, on, today: shanghaiToday(now), actor })
  })

  serve(app, lookOverGrids, async ({ params, body: { gridLevel, grids }, actor, tx }) => {
    const { tree } = await readTree(tx)
    return lookOver(tree, placeWithin(tree, params.scopeId, actor, 'registers.view'), gridLevel, grids)
  })

  serve(app, changeGrids, async ({ params, body, actor, tx, now }) => {
    const { tree } = await readTree(tx)
    const scope = placeWithin(tree, params.scopeId, actor, 'places.manage')
    const { changeId, gridIds } = await redrawGrids(tx, { ...body, scopeId: scope.id }, actor, now)
    const { tree: after } = await readTree(tx)
    const ended = after.all.filter(({ id, validTo }) => validTo !== null && tree.byId.get(id)?.validTo === null)
    return {
      changeId,
      gridIds,
      applied: body.effectiveOn === shanghaiToday(now),
      ended: ended.map(({ id, name }) => ({ id, name })),
    }
  })

  serve(app, listGridChanges, async ({ params, query: { level }, actor, tx }) => {
    const { tree } = await readTree(tx)
    const changes = await changesOf(tx, placeWithin(tree, params.scopeId, actor, 'registers.view').id, level)
    return changes.map((change) => viewChange(tree, change))
  })

  serve(app, cancelGridChange, async ({ params, actor, tx, now }) => {
    const change = await lockChange(tx, params.id)
    const { tree } = await readTree(tx)
    if (!change) throw new AppError('not_found')
    const scope = placeWithin(tree, change.scopeId, actor, 'places.manage')
    if ((await markCancelled(tx, change.id, now)) === 0) throw new AppError('grid_change_done')
    const capacity = actingCapacity(actor, 'places.manage')
    await record(tx, { at: now, what: 'cancelGrids', actorPersonId: actor.personId, capacity, subject: scope.fullName })
    return { ok: true as const }
  })

  serve(app, reportGrids, async ({ params, query: { level, from, to, read }, actor, tx, now }) => {
    const { tree } = await readTree(tx)
    const { id, path } = placeWithin(tree, params.scopeId, actor, 'registers.view')
    if (to < from) throw new AppError('term_dates_wrong', { field: 'to' })
    const asked = { scopeId: id, path, gridLevel: level, from, to, read, today: shanghaiToday(now) }
    return { rows: await reportOf(tx, countRequests, asked) }
  })

  outlineRoutes(app)
}

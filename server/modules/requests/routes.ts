/** HTTP for requests. Each handler reads as: load, decide, save, tell, reply. */
import {
  bulkDispatch,
  bulkProgress,
  countWork,
  home,
  joinRequest,
  listCategories,
  listHandlers,
  listMine,
  listNearby,
  listPool,
  listReasons,
  listWork,
  mapWork,
  proposeIntake,
  revealReporter,
  setCategory,
  submitRequest,
  superviseBoard,
  takeStep,
  viewRequest,
} from '#contracts/requests.ts'
import { listLoop } from '#contracts/ledgers.ts'
import { record } from '#modules/audit/index.ts'
import { unreadCount } from '#modules/notices/index.ts'
import { serve, type App } from '#platform/http.ts'
import type { Services } from '#platform/services.ts'
import { bulkState, startBulk } from './bulk.ts'
import { changeCategory, listCategoryRows, viewCategory } from './categories/store.ts'
import { handlersFor } from './handlers.ts'
import { waitingFor } from './home.ts'
import { join } from './join.ts'
import { intakeProposals } from './propose-intake.ts'
import { loopLedger } from './queries/ledger.ts'
import { mine, nearby, pool, solvedThisWeek } from './queries/own.ts'
import { mapRows, workCounts } from './queries/rows.ts'
import { requestView } from './queries/view.ts'
import { workList } from './queries/work-list.ts'
import { REASONS } from './reasons.ts'
import { reveal } from './reveal.ts'
import { submit } from './submit.ts'
import { superviseView } from './supervise.ts'
import { takeStepOn } from './take-step.ts'

const NEARBY_ON_HOME = 6

export function requestRoutes(app: App, services: Services) {
  const { secrets } = services

  serve(app, submitRequest, async ({ body, actor, tx, now }) => {
    const id = await submit(tx, actor, body, secrets, now)
    return requestView(tx, actor, id, now)
  })
  serve(app, viewRequest, ({ params, actor, tx, now }) => requestView(tx, actor, params.id, now))
  serve(app, takeStep, async ({ params, body, actor, tx, now }) => {
    await takeStepOn(tx, actor, params.id, body, now)
    return requestView(tx, actor, params.id, now)
  })
  serve(app, joinRequest, async ({ params, body, actor, tx, now }) => {
    await join(tx, actor, params.id, body, now)
    return requestView(tx, actor, params.id, now)
  })
  serve(app, revealReporter, ({ params, body, actor, tx, now }) =>
    reveal(tx, actor, params.id, body.reason, secrets, now),
  )
  serve(app, proposeIntake, ({ body, actor, tx, now }) => intakeProposals(tx, actor, body, now))

  serve(app, listWork, ({ query, actor, tx, now }) => workList(tx, actor, query, now))
  serve(app, listLoop, ({ query, actor, tx, now }) => loopLedger(tx, actor, query, now))
  serve(app, countWork, ({ actor, tx, now }) => workCounts(tx, actor, now))
  serve(app, mapWork, ({ query, actor, tx }) => mapRows(tx, actor, query.placeId))
  serve(app, listHandlers, ({ params, actor, tx, now }) => handlersFor(tx, actor, params.id, now))
  serve(app, superviseBoard, ({ actor, tx, now }) => superviseView(tx, actor, now))
  serve(app, bulkDispatch, async ({ body, actor, tx, now }) => ({
    bulkId: await startBulk(tx, actor, body.requestIds, body.step, now),
  }))
  serve(app, bulkProgress, ({ params, actor, tx }) => bulkState(tx, actor, params.id))

  serve(app, listMine, ({ query, actor, tx }) => mine(tx, actor, query))
  serve(app, listPool, ({ query, actor, tx, now }) => pool(tx, actor, query, now))
  serve(app, listNearby, async ({ query, actor, tx, now }) => ({
    ...(await nearby(tx, actor, query)),
    weekCount: await solvedThisWeek(tx, actor, now),
  }))
  serve(app, home, async ({ actor, tx, now }) => ({
    ...(await waitingFor(tx, actor, now)),
    nearby: (await nearby(tx, actor, { solved: true }, NEARBY_ON_HOME)).rows,
    // Around home; counting a whole district is for the page that asks for it.
    nearbyWeekCount: actor.home?.compoundId ? await solvedThisWeek(tx, actor, now) : 0,
    unread: await unreadCount(tx, actor),
  }))

  serve(app, listCategories, async ({ tx }) => (await listCategoryRows(tx)).map(viewCategory))
  serve(app, setCategory, async ({ params, body, actor, tx, now }) => {
    const category = await changeCategory(tx, params.code, body)
    const capacity = actor.capacities[0]?.title ?? ''
    await record(tx, {
      at: now,
      what: 'setCategory',
      actorPersonId: actor.personId,
      capacity,
      subject: params.code,
      reason: null,
    })
    return viewCategory(category)
  })
  serve(app, listReasons, async () => [...REASONS])
}

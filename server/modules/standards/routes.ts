/** HTTP for the check-up. Reading goes by the reach of one's posts; parameters are the operator's, with a reason in the log. */
import {
  checkupDays,
  compareCompounds,
  listStandards,
  readCheckup,
  runCheckup,
  setStandard,
} from '#contracts/standards.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { readTree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { daysBefore } from './days.ts'
import { visibleArea } from './may.ts'
import { PACK, standardOf } from './pack/index.ts'
import { startRun } from './runs.ts'
import { checkSetting } from './setting-rules.ts'
import { readSettings, saveSetting } from './settings.ts'
import { viewCheckup, viewCompounds, viewStandard } from './view.ts'
import { daysBelow } from './view-queries.ts'

const CURVE_DAYS = 365

export function standardRoutes(app: App): void {
  serve(app, readCheckup, async ({ query: { placeId, ...filter }, actor, tx }) => {
    const { place, tree } = await visibleArea(tx, actor, placeId)
    return viewCheckup(tx, { actor, place, tree, filter })
  })

  serve(app, checkupDays, async ({ query: { placeId }, actor, tx, now }) => {
    const { place } = await visibleArea(tx, actor, placeId)
    return daysBelow(tx, place.path, daysBefore(shanghaiToday(now), CURVE_DAYS))
  })

  serve(app, compareCompounds, async ({ query: { placeId }, actor, tx }) => {
    const { place } = await visibleArea(tx, actor, placeId)
    return viewCompounds(tx, place)
  })

  serve(app, runCheckup, async ({ body: { placeId }, actor, tx, now }) => {
    const { place } = await visibleArea(tx, actor, placeId)
    const { portions, done, startedAt, finishedAt } = await startRun(tx, place, 'asked', now)
    return { portions, done, startedAt, finishedAt }
  })

  serve(app, listStandards, async ({ tx }) => {
    const settings = await readSettings(tx)
    return PACK.map((standard) => viewStandard(standard, settings))
  })

  serve(app, setStandard, async ({ params: { id }, body, actor, tx, now }) => {
    const standard = standardOf(id)
    if (!standard) throw new AppError('not_found')
    checkSetting(standard, body.parameters)
    await saveSetting(tx, id, body, now)
    await record(tx, {
      at: now,
      what: 'standard',
      actorPersonId: actor.personId,
      capacity: actingCapacity(actor, 'settings.manage'),
      subject: standard.title.zh,
      reason: body.reason,
    })
    const top = (await readTree(tx)).tree.all[0]
    if (top) await startRun(tx, top, 'settings', now)
    return viewStandard(standard, await readSettings(tx))
  })
}

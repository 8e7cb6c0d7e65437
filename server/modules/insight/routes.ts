/** /api/figures/…: figures of a place within the reader's reach. */
import {
  figuresChecks,
  figuresForecast,
  figuresFunnel,
  figuresNearby,
  figuresOverview,
  figuresStuck,
  figuresTable,
  figuresTrend,
  listBehind,
  listSetApart,
} from '#contracts/figures.ts'
import { readChecks } from '#modules/figures/index.ts'
import { serve, type App } from '#platform/http.ts'
import { forecast } from './forecast.ts'
import { funnel } from './funnel.ts'
import { nearby } from './nearby.ts'
import { overview, trend } from './overview.ts'
import { behind, setApart, stuck } from './rows.ts'
import { table } from './table.ts'

export function insightRoutes(app: App) {
  serve(app, figuresOverview, ({ actor, query, tx, now }) => overview(tx, actor, query, now))
  serve(app, figuresTrend, ({ actor, query, tx, now }) => trend(tx, actor, query, now))
  serve(app, figuresFunnel, ({ actor, query, tx, now }) => funnel(tx, actor, query, now))
  serve(app, figuresTable, ({ actor, query, tx, now }) => table(tx, actor, query, now))
  serve(app, figuresStuck, ({ actor, query, tx, now }) => stuck(tx, actor, query.placeId, now))
  serve(app, figuresForecast, ({ actor, query, tx, now }) => forecast(tx, actor, query.placeId, now))
  serve(app, listBehind, ({ actor, query, tx, now }) => behind(tx, actor, query, now))
  serve(app, listSetApart, ({ actor, query, tx }) => setApart(tx, actor, query))
  serve(app, figuresChecks, async ({ tx }) => ({ rows: await readChecks(tx) }))
  serve(app, figuresNearby, ({ actor, tx, now }) => nearby(tx, actor, now))
}

/** /api/figures/…: figures of a place within the reader's reach. */
import { figuresOverview, figuresTable, figuresTrend } from '#contracts/figures.ts'
import { serve, type App } from '#platform/http.ts'
import { overview, trend } from './overview.ts'
import { table } from './table.ts'

export function insightRoutes(app: App) {
  serve(app, figuresOverview, ({ actor, query, tx, now }) => overview(tx, actor, query, now))
  serve(app, figuresTrend, ({ actor, query, tx, now }) => trend(tx, actor, query, now))
  serve(app, figuresTable, ({ actor, query, tx, now }) => table(tx, actor, query, now))
}

/** GET /api/screen for the area of the reader's highest post. */
import { screenBoard } from '#contracts/requests.ts'
import { serve, type App } from '#platform/http.ts'
import { screenView } from './queries.ts'

export function screenRoutes(app: App) {
  serve(app, screenBoard, ({ actor, tx, now }) => screenView(tx, actor, now))
}

/** HTTP for notices: everybody reads their own. */
import { listNotices, readNotices } from '#contracts/people.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import type { Services } from '#platform/services.ts'
import { listFor, markRead, unreadCount } from './notices.ts'

const PAGE = 50

export function noticeRoutes(app: App, _services: Services): void {
  serve(app, listNotices, async ({ query: { after }, actor, tx }) => {
    const found = await listFor(tx, actor, { after: readCursor(after, 1)?.[0], limit: PAGE + 1 })
    return { ...pageOf(found, PAGE, ({ id }) => [id]), unread: await unreadCount(tx, actor) }
  })

  serve(app, readNotices, async ({ body: { upToId }, actor, tx }) => {
    if (!(await markRead(tx, actor, upToId))) throw new AppError('not_found')
    return { ok: true as const }
  })
}

/** HTTP for the log: the auditor sees the log, not the data. */
import { listAudit } from '#contracts/people.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { serve, type App } from '#platform/http.ts'
import { listEntries } from './entries.ts'

const PAGE = 50

export function auditRoutes(app: App): void {
  serve(app, listAudit, async ({ query: { what, after }, tx }) => {
    const entries = await listEntries(tx, { what, after: readCursor(after, 1)?.[0], limit: PAGE + 1 })
    return pageOf(entries, PAGE, ({ id }) => [id])
  })
}

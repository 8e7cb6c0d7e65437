/**
 * Tells operators when there is no good backup of the last 26 hours: who only looks at the desk learns it as well as whoever
 * watches /metrics. Once a day and not more. Source: docs/operations.md, "Backup and restore".
 */
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { BACKUP_WARNS_AFTER_MS } from '#platform/health.ts'
import type { Tx } from '#platform/db.ts'
import { recurring, type Recurring } from '#platform/recurring.ts'
import { firstIdAt } from './changes.ts'
import { tellAll } from './notices.ts'

const WHAT = 'operations.backupOld'

/** `lastBackup` says when the last good one was begun: null for never, undefined where none is scheduled. */
export const watchBackups = (lastBackup: () => Date | null | undefined): Recurring =>
  recurring('notices.backupOld', HOUR, async (tx, { now }) => {
    const last = lastBackup()
    if (last === undefined || (last && now.getTime() - last.getTime() <= BACKUP_WARNS_AFTER_MS)) return
    const hours = last && Math.floor((now.getTime() - last.getTime()) / HOUR)
    const posts = await operatorsNotToldSince(tx, new Date(now.getTime() - DAY), now)
    const facts: Record<string, number> = hours === null ? {} : { hours }
    await tellAll(
      tx,
      posts.map(({ postId }) => ({ postId, what: WHAT, facts, at: now.toISOString() })),
    )
  })

const operatorsNotToldSince = (tx: Tx, since: Date, now: Date) =>
  tx.many<{ postId: string }>({
    name: 'notices_operators_not_told',
    text: `SELECT p.id AS "postId" FROM post p
            WHERE p.tenant_id = $1 AND p.kind = 'operator' AND (p.ended_on IS NULL OR p.ended_on > $4::date)
              AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.tenant_id = $1 AND n.post_id = p.id AND n.what = $2 AND n.id >= $3)`,
    values: [tx.tenantId, WHAT, firstIdAt(since), now],
  })

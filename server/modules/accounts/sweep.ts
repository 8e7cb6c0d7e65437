/**
 * Once a day: what signing in left behind and nobody needs any more goes. Numbers of people who never signed in are
 * among it. Source: Personal Information Protection Law art. 19 (shortest retention).
 */
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { enqueue, job, type Job } from '#platform/outbox.ts'

type Nothing = Record<string, never>

export const sweepJob: Job<Nothing> = job('accounts.sweep', async (tx, _payload, { outboxId, now }) => {
  await sweep(tx, now)
  await scheduleSweep(tx, new Date(now.getTime() + DAY), now, outboxId)
})

/** Makes sure that a sweep is coming; more than one ends by itself. */
export async function scheduleSweep(tx: Tx, runAt: Date, now: Date, running: string | null = null): Promise<void> {
  const waiting = await tx.one({
    name: 'sweep_waiting',
    text: `SELECT 1 FROM outbox WHERE tenant_id = $1 AND job = $2 AND dead_at IS NULL AND ($3::uuid IS NULL OR id <> $3)`,
    values: [tx.tenantId, sweepJob.name, running],
  })
  if (!waiting) await enqueue(tx, sweepJob, {}, { runAt, now })
}

async function sweep(tx: Tx, now: Date) {
  const values = [tx.tenantId, new Date(now.getTime() - DAY)] // the longest window of limits.ts
  await tx.run({
    name: 'sweep_attempts',
    text: 'DELETE FROM sign_in_attempt WHERE tenant_id = $1 AND created_at < $2',
    values,
  })
  await tx.run({
    name: 'sweep_counts',
    text: 'DELETE FROM rate_count WHERE tenant_id = $1 AND window_from < $2',
    values,
  })
  await tx.run({
    name: 'sweep_sessions',
    text: 'DELETE FROM session WHERE tenant_id = $1 AND (ends_at < $2 OR idle_until < $2)',
    values,
  })
  await tx.run({
    name: 'sweep_links',
    text: 'DELETE FROM one_time_link WHERE tenant_id = $1 AND expires_at < $2',
    values,
  })
}

/** Work that comes back by the clock, for each district: one row in the outbox is always waiting, and running it puts the next. */
import type { Tx } from './db.ts'
import { enqueue, job, type Job, type JobContext } from './outbox.ts'

type Nothing = Record<string, never>
export type Recurring = {
  job: Job<Nothing>
  /** Puts the first row when none is waiting; called at start and when a district is new. */
  schedule(tx: Tx, now: Date): Promise<void>
}

export function recurring(
  name: string,
  everyMs: number,
  run: (tx: Tx, context: JobContext) => Promise<void>,
): Recurring {
  const isWaiting = (tx: Tx, running: string | null) =>
    tx.one({
      name: 'recurring_waiting',
      text: 'SELECT 1 FROM outbox WHERE tenant_id = $1 AND job = $2 AND dead_at IS NULL AND ($3::uuid IS NULL OR id <> $3) LIMIT 1',
      values: [tx.tenantId, name, running],
    })
  const one: Job<Nothing> = job(name, async (tx, _payload, context) => {
    await run(tx, context)
    // More than one, after two processes started together, end by themselves.
    if (!(await isWaiting(tx, context.outboxId)))
      await enqueue(tx, one, {}, { now: context.now, runAt: new Date(context.now.getTime() + everyMs) })
  })
  return {
    job: one,
    async schedule(tx, now) {
      if (!(await isWaiting(tx, null))) await enqueue(tx, one, {}, { now })
    },
  }
}

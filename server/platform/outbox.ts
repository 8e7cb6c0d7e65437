/**
 * What must happen after a commit: rows written in the transaction of their cause, handed to their handlers at least once.
 *
 * A handler runs in a transaction of its own together with the removal of its row, so its effects on this database happen
 * exactly once; calls to the outside carry the row's id. Failed rows come back with growing delay; after MAX_ATTEMPTS they
 * stay as dead letters, visible to the operator. NOTIFY only shortens the wait. Source: docs/decisions/0003-outbox.md.
 */
import type { Database, Tx } from './db.ts'
import { newId } from './ids.ts'
import type { Log } from './log.ts'

export type JobContext = { outboxId: string; now: Date; log: Log }
export type Job<P> = { name: string; run: (tx: Tx, payload: P, context: JobContext) => Promise<void> }

const MAX_ATTEMPTS = 8
const POLL_MS = 1_000

/** Declares a job. Its name is unique; its payload is plain JSON. */
export const job = <P>(name: string, run: Job<P>['run']): Job<P> => ({ name, run })

/** Puts a job in the outbox of this transaction; who only knows its name leaves the running to the module that has it. */
export async function enqueue<P>(
  tx: Tx,
  { name }: Pick<Job<P>, 'name'> & Partial<Job<P>>,
  payload: P,
  { runAt, now }: { runAt?: Date; now: Date },
): Promise<void> {
  await tx.run({
    name: 'outbox_enqueue',
    text: 'INSERT INTO outbox (tenant_id, id, job, payload, run_at) VALUES ($1, $2, $3, $4, $5)',
    values: [tx.tenantId, newId(), name, JSON.stringify(payload), runAt ?? now],
  })
  tx.wake()
}

type Row = { id: string; job: string; payload: unknown; attempts: number }

export type Dispatcher = {
  start(): void
  /** A hint that this tenant has new rows. */
  wake(tenantId: number): void
  /** Runs everything due now; for tests and for stopping cleanly. */
  drain(tenantId: number): Promise<number>
  stop(): Promise<void>
}

export function createDispatcher(deps: {
  db: Database
  jobs: readonly Job<never>[]
  tenantIds: () => Promise<number[]>
  /** Called once for each district that this process comes to know, also one that is made while it runs. */
  onNewTenant?: (tenantId: number) => Promise<void>
  /** Told after each job that ran, with its seconds. */
  onJob?: (job: string, outcome: 'done' | 'failed', seconds: number) => void
  now: () => Date
  log: Log
}): Dispatcher {
  const handlers = new Map(deps.jobs.map((one) => [one.name, one as Job<unknown>])) // payloads are what enqueue wrote for the same job
  if (handlers.size !== deps.jobs.length) throw new Error('two jobs share a name')
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  const woken = new Set<number>()
  const known = new Set<number>()
  let working: Promise<void> | undefined

  /** Takes the next due row and runs it. False when there was none. */
  async function runNext(tenantId: number): Promise<boolean> {
    let taken: Row | undefined
    const began = performance.now()
    const tell = (outcome: 'done' | 'failed') =>
      taken && handlers.has(taken.job) && deps.onJob?.(taken.job, outcome, (performance.now() - began) / 1000)
    try {
      const ran = await deps.db.withTenant(tenantId, async (tx) => {
        taken = await tx.one<Row>({
          name: 'outbox_take',
          text: `SELECT id, job, payload, attempts FROM outbox WHERE tenant_id = $1 AND run_at <= $2 AND dead_at IS NULL
                 ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
          values: [tenantId, deps.now()],
        })
        if (!taken) return false
        const handler = handlers.get(taken.job)
        if (!handler) throw new Error(`no handler for job ${taken.job}`)
        await handler.run(tx, taken.payload, { outboxId: taken.id, now: deps.now(), log: deps.log })
        await tx.run({
          name: 'outbox_done',
          text: 'DELETE FROM outbox WHERE tenant_id = $1 AND id = $2',
          values: [tenantId, taken.id],
        })
        return true
      })
      if (ran) tell('done')
      return ran
    } catch (error) {
      if (!taken) throw error
      tell('failed')
      await postpone(tenantId, taken, error)
      return true
    }
  }

  async function postpone(tenantId: number, row: Row, error: unknown) {
    const attempts = row.attempts + 1
    const again = new Date(deps.now().getTime() + 1000 * 2 ** attempts)
    deps.log.error({ err: error, job: row.job, outboxId: row.id, attempts }, 'job failed')
    await deps.db.withTenant(tenantId, (tx) =>
      tx.run({
        name: 'outbox_postpone',
        text: 'UPDATE outbox SET attempts = $3, run_at = $4, dead_at = $5, last_error = $6 WHERE tenant_id = $1 AND id = $2',
        values: [
          tenantId,
          row.id,
          attempts,
          again,
          attempts >= MAX_ATTEMPTS ? deps.now() : null,
          String(error).slice(0, 500),
        ],
      }),
    )
  }

  async function drain(tenantId: number): Promise<number> {
    let count = 0
    while (await runNext(tenantId)) count += 1
    return count
  }

  async function workThrough(tenantIds: readonly number[]) {
    for (const tenantId of tenantIds) {
      if (stopping) return
      try {
        while (!stopping && (await runNext(tenantId))); // who stops leaves the rest to other processes, or to its next start
      } catch (error) {
        deps.log.warn({ err: error, tenantId }, 'outbox out of reach, trying again')
      }
    }
  }

  /** One run at a time; what is woken meanwhile is worked through right after. */
  function kick(tenantIds?: readonly number[]) {
    for (const id of tenantIds ?? []) woken.add(id)
    if (working || stopping || woken.size === 0) return
    const batch = [...woken]
    woken.clear()
    working = workThrough(batch).finally(() => {
      working = undefined
      kick()
    })
  }

  const poll = async () => {
    try {
      const tenantIds = await deps.tenantIds()
      for (const tenantId of tenantIds) {
        if (known.has(tenantId)) continue
        await deps.onNewTenant?.(tenantId)
        known.add(tenantId)
      }
      kick(tenantIds)
    } catch (error) {
      deps.log.warn({ err: error }, 'database out of reach, trying again')
    }
    if (!stopping) timer = setTimeout(() => void poll(), POLL_MS)
  }

  return {
    start: () => void poll(),
    wake: (tenantId) => kick([tenantId]),
    drain,
    async stop() {
      stopping = true
      clearTimeout(timer)
      await working
    },
  }
}

/** How the outbox stands, by job: for /ready, for /metrics, and for whoever is called at night. */
import type { Tx } from './db.ts'
import type { TableGauge } from './metrics.ts'

type Standing = { job: string; waiting: number; dead: number; overdueSeconds: number }

/** Asked once for the gauges of one transaction. */
const asked = new WeakMap<Tx, Promise<Standing[]>>()
function standing(tx: Tx, now: Date): Promise<Standing[]> {
  const known = asked.get(tx) ?? read(tx, now)
  asked.set(tx, known)
  return known
}

const read = (tx: Tx, now: Date) =>
  tx.many<Standing>({
    name: 'outbox_standing',
    text: `SELECT job, count(*) FILTER (WHERE dead_at IS NULL) AS waiting, count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
                  coalesce(extract(epoch FROM $2::timestamptz - min(run_at) FILTER (WHERE dead_at IS NULL AND run_at <= $2)), 0)::float8 AS "overdueSeconds"
             FROM outbox WHERE tenant_id = $1 GROUP BY job`,
    values: [tx.tenantId, now],
  })

/** Waiting counts rows that are due later as well: recurring jobs always have one. */
export const outboxGauges = (now: () => Date): TableGauge[] => {
  const of = (pick: (one: Standing) => number) => async (tx: Tx) =>
    (await standing(tx, now())).map((one) => ({ label: one.job, value: pick(one) }))
  return [
    { name: 'linli_outbox_waiting', help: 'Jobs waiting, also those due later', label: 'job', read: of((one) => one.waiting) },
    { name: 'linli_outbox_dead', help: 'Jobs given up after eight tries', label: 'job', read: of((one) => one.dead) },
    {
      name: 'linli_outbox_overdue_seconds',
      help: 'How long the oldest due job has waited, added up over districts',
      label: 'job',
      read: of((one) => one.overdueSeconds),
    },
  ] // prettier-ignore
}

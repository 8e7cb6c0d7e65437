/** Exports that wait for a second person or for the job, and that are being written, for /metrics. Read from the index of unfinished ones. */
import type { TableGauge } from '#platform/metrics.ts'

export const exportGauges: TableGauge[] = [
  {
    name: 'linli_exports_unfinished',
    help: 'Exports that wait for a second person, or are being written',
    label: 'state',
    read: (tx) =>
      tx.many({
        name: 'exports_unfinished',
        text: `SELECT e.state AS label, count(*) AS value FROM export_job e
                WHERE e.tenant_id = $1 AND e.state IN ('waiting', 'running', 'ready') AND e.state <> 'ready' GROUP BY e.state`,
        values: [tx.tenantId],
      }),
  },
]

/** How many requests are open, by status, for /metrics. Read from the index of open requests: closed ones cost nothing. */
import type { TableGauge } from '#platform/metrics.ts'

export const requestGauges: TableGauge[] = [
  {
    name: 'linli_requests_open',
    help: 'Requests that are not closed, by status',
    label: 'status',
    read: (tx) =>
      tx.many({
        name: 'requests_open_by_status',
        text: 'SELECT status AS label, count(*) AS value FROM request WHERE tenant_id = $1 AND closed_at IS NULL GROUP BY status',
        values: [tx.tenantId],
      }),
  },
]

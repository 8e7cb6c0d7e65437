/** Messages of webhooks that wait and that were given up, for /metrics. */
import type { TableGauge } from '#platform/metrics.ts'

export const webhookGauges: TableGauge[] = [
  {
    name: 'linli_webhook_deliveries',
    help: 'Messages of webhooks that wait or were given up, of webhooks that are not removed',
    label: 'state',
    read: (tx) =>
      tx.many({
        name: 'webhook_standing',
        text: `SELECT d.state AS label, count(*) AS value
                 FROM webhook_delivery d JOIN webhook w ON w.tenant_id = $1 AND w.id = d.webhook_id
                WHERE d.tenant_id = $1 AND d.state IN ('waiting', 'dead') AND w.removed_at IS NULL GROUP BY d.state`,
        values: [tx.tenantId],
      }),
  },
]

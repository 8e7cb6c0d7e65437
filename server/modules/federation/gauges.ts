/** What waits to go to other servers or was given up, for /metrics; of servers that are not removed. */
import type { TableGauge } from '#platform/metrics.ts'

export const federationGauges: TableGauge[] = [
  {
    name: 'linli_exchange_items',
    help: 'Items exchanged with other GeoReport servers that wait or were given up',
    label: 'state',
    read: (tx) =>
      tx.many({
        name: 'exchange_standing',
        text: `SELECT i.state AS label, count(*) AS value
                 FROM exchange_item i JOIN peer p ON p.tenant_id = $1 AND p.id = i.peer_id
                WHERE i.tenant_id = $1 AND i.state IN ('waiting', 'dead') AND p.removed_at IS NULL GROUP BY i.state`,
        values: [tx.tenantId],
      }),
  },
]

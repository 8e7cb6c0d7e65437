/** How many differences wait to be added up, for /metrics: figures are exact meanwhile, but each reader looks through them. */
import type { TableGauge } from '#platform/metrics.ts'

export const figureGauges: TableGauge[] = [
  {
    name: 'linli_figures_waiting',
    help: 'Differences of figures not yet added up; folded every ten minutes',
    read: (tx) =>
      tx.many({
        name: 'figures_waiting',
        text: 'SELECT count(*) AS value FROM figure_change WHERE tenant_id = $1',
        values: [tx.tenantId],
      }),
  },
]

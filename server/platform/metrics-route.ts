/** GET /metrics, for Prometheus. To anybody but an insider it is not there. */
import type { App } from './http.ts'
import type { IsInsider } from './insider.ts'
import type { Metrics, TableGauge } from './metrics.ts'
import type { Readings } from './table-gauges.ts'

export function metricsRoute(
  app: App,
  deps: { metrics: Metrics; gauges: readonly TableGauge[]; readings: () => Promise<Readings>; isInsider: IsInsider },
) {
  app.fastify.get('/metrics', { config: { access: 'anyone' } }, async (request, reply) => {
    if (!deps.isInsider(request)) return reply.code(404).send({ code: 'not_found' })
    const readings = await deps.readings()
    for (const gauge of deps.gauges) deps.metrics.show(gauge, readings.get(gauge.name) ?? new Map())
    return reply
      .header('cache-control', 'no-store')
      .type(deps.metrics.type)
      .send(await deps.metrics.text())
  })
}

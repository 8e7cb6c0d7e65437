/**
 * One line and one count for each call: route template, status, duration, request id, district and what kind of caller. Never
 * the path as sent (it holds ids of people), query, body, header or name. Source: docs/operations.md, "Log".
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** Asked every few seconds by machines; pages' files are many and say nothing. */
const QUIET = new Set(['/health', '/ready', '/metrics', '/*'])

export function observeCalls(server: FastifyInstance, { log, metrics }: { log: Log; metrics: Metrics }) {
  server.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { method, id } = request
    const route = request.routeOptions.url ?? 'none'
    const status = reply.statusCode
    metrics.answered(method, route, status, reply.elapsedTime / 1000)
    const line = { method, route, status, ms: Math.round(reply.elapsedTime), requestId: id, tenant: request.tenantId, ...callerOf(request) } // prettier-ignore
    if (QUIET.has(route)) log.debug(line, 'answered')
    else log.info(line, 'answered')
  })
}

/** A key by its id, which the page of keys shows; of a person only the kind. */
function callerOf({ actor }: FastifyRequest): { as: string; key?: string } {
  if (!actor) return { as: 'nobody' }
  if (actor.machine) return { as: 'key', key: actor.personId }
  return { as: actor.capacities.length > 0 ? 'postHolder' : 'resident' }
}

/**
 * Asking an endpoint from within: the same check of the query, the same door and the same code as for a page, for a person
 * who is not at the keyboard. What a list does not show to somebody, nothing that asks it can take out.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint, ReplyOf } from '#contracts/endpoint.ts'
import { admit, type Actor } from './actor.ts'
import type { Tx } from './db.ts'
import { AppError } from './errors.ts'
import { coercing, type App, type Call } from './http.ts'

export type Asking = { actor: Actor; tx: Tx; now: Date }
export type Asked = { params?: Record<string, unknown>; query?: Record<string, unknown> }
export type Ask = <E extends Endpoint>(endpoint: E, asked?: Asked) => Promise<ReplyOf<E>>

/** @throws right_required, malformed, what the endpoint refuses; not_found when nobody serves it */
export function askerOf({ routes }: Pick<App, 'routes'>, { actor, tx, now }: Asking): Ask {
  return async <E extends Endpoint>(endpoint: E, { params = {}, query = {} }: Asked = {}) => {
    const handle = routes.find((route) => route.endpoint === (endpoint as Endpoint))?.handle
    if (!handle) throw new AppError('not_found')
    admit(endpoint.access, actor)
    const asked = structuredClone({ params, query }) // coercion changes in place
    if (endpoint.params) check(endpoint.params, asked.params)
    if (endpoint.query) check(endpoint.query, asked.query)
    const given = { ...asked, body: undefined, actor, tenantId: tx.tenantId, tx, now }
    const call = Object.assign(Object.create(NO_HTTP) as Call<Endpoint, Actor>, given) // a list has no body; the rest is what a route hands over
    return (await handle(call)) as ReplyOf<E> // the handler's own type, kept by `serve`
  }
}

function check(schema: object, value: unknown) {
  const validate = coercing.compile(schema)
  if (validate(value)) return
  const [wrong] = validate.errors ?? []
  throw new AppError('malformed', { field: wrong?.instancePath.slice(1) ?? '', problem: wrong?.message ?? '' })
}

/** Lists read neither; one that did would say so here and not do half of it. */
const NO_HTTP = {
  get request(): FastifyRequest {
    throw new Error('asked from within: there is no request')
  },
  get reply(): FastifyReply {
    throw new Error('asked from within: there is no reply')
  },
}

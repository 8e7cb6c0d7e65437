/**
 * HTTP for routes whose reply is a file: the door is the same as every other's (http.ts), and no transaction is held while
 * bytes flow, so the handler opens its own around what it reads.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint, ParamsOf, QueryOf } from '#contracts/endpoint.ts'
import { admit, type Actor } from './actor.ts'
import { AppError } from './errors.ts'
import type { Storage } from './files/storage.ts'
import type { App, Call } from './http.ts'

type FileCall<E> = Omit<Call<E>, 'tx' | 'body'>

export function serveFile<E extends Endpoint>(
  app: App,
  endpoint: E,
  send: (call: FileCall<E>) => Promise<FastifyReply>,
): void {
  const { method, path, access, summary, params, query } = endpoint
  app.routes.push({ method, path, access, creates: false, summary, endpoint })
  app.fastify.route({
    method,
    url: path,
    schema: { ...(params && { params }), ...(query && { querystring: query }) },
    config: { access, summary },
    // Refuse before the address is looked at: who is not let in learns nothing about its shape.
    onRequest: async (request) => {
      const actor = await app.deps.actorOf(request)
      app.countCall?.(request, actor?.personId)
      admit(access, actor)
      if (!actor) throw new AppError('sign_in_required')
      request.actor = actor
      request.tenantId = actor.tenantId
    },
    handler: (request, reply) => send(callOf<E>(request, reply, app.deps.now())),
  })
}

const callOf = <E extends Endpoint>(request: FastifyRequest, reply: FastifyReply, now: Date): FileCall<E> => ({
  params: request.params as ParamsOf<E>, // checked by the schemas of the route
  query: request.query as QueryOf<E>,
  actor: request.actor as Actor, // made sure of before
  tenantId: request.tenantId,
  now,
  request,
  reply,
})

/** A variant of a photo, after it was asked who may see it: the browser keeps it for an hour. @throws not_found */
export async function sendPhoto(reply: FastifyReply, storage: Storage, key: string): Promise<FastifyReply> {
  const file = await storage.read(key)
  if (!file) throw new AppError('not_found')
  return reply
    .type('image/jpeg')
    .header('content-length', file.size)
    .header('cache-control', 'private, max-age=3600')
    .send(file.stream)
}

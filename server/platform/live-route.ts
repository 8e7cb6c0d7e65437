/** GET /api/live: the stream of changes for the person who is signed in. */
import { LIVE_PATH } from '#contracts/live.ts'
import { endpoint, shape } from '#contracts/endpoint.ts'
import { admit } from './actor.ts'
import type { App } from './http.ts'
import type { Live } from './live.ts'

const openLive = endpoint({
  method: 'GET',
  path: LIVE_PATH,
  access: 'signedIn',
  summary: 'Server-sent events: what changed, by id; fetch it again through its own call',
  reply: shape({}),
})

export function liveRoute(app: App, live: Live) {
  const { method, path, access, summary } = openLive
  app.routes.push({ method, path, access, creates: false, summary, endpoint: openLive })
  app.fastify.get(path, { config: { access, summary } }, async (request, reply) => {
    const actor = await app.deps.actorOf(request)
    admit(access, actor)
    if (actor) live.open(actor, reply)
  })
}

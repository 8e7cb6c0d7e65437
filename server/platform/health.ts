/** /health: the process is alive. /ready: it may be sent work (database answers, disk has room, not stopping). */
import type { Database } from './db.ts'
import type { Storage } from './files/storage.ts'
import type { App } from './http.ts'

export function healthRoutes(app: App, { db }: { db: Database; storage: Storage }) {
  let stopping = false
  app.fastify.get('/health', { config: { access: 'anyone' } }, async () => ({ status: 'ok' }))
  app.fastify.get('/ready', { config: { access: 'anyone' } }, async (_request, reply) => {
    const database = await db.ping().then(
      () => true,
      () => false,
    )
    const ready = database && !stopping
    return reply.code(ready ? 200 : 503).send({ ready, database, stopping })
  })
  return { unready: () => void (stopping = true) }
}

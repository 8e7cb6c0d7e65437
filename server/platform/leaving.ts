/**
 * How a process leaves without breaking off a call. Proxies keep connections open and send calls on them until they know better, and a
 * connection that is closed while a call is on its way to it breaks that call off. So the door is closed to new connections first
 * (a proxy gives a refused call to the next process), and each kept one is answered once more and ends with that answer. Only what
 * nobody uses any more is cut. Source: docs/security.md, "Deploy / shutdown loses requests".
 */
import { Server as NetServer } from 'node:net' // eslint-disable-line @typescript-eslint/no-restricted-imports -- the own door, no way out
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Without a call for so long: whoever would still send has looked elsewhere. */
const QUIET_MS = 1_000
/** A proxy that learns nothing from a refused connection is not waited for any longer. */
const LONGEST_MS = 10_000

export type Leaving = {
  begin(): void
  begun(): boolean
  /** Takes no new connection and answers on the open ones until nobody sends any more. */
  closeDoor(): Promise<void>
}

export function createLeaving(fastify: FastifyInstance): Leaving {
  let leaving = false
  let calledAt = 0
  fastify.addHook('onRequest', async () => void (calledAt = performance.now()))
  // A connection that is kept open would lead the next call here again.
  fastify.addHook('onSend', async (_request, reply) => {
    if (leaving && !reply.raw.headersSent) reply.header('connection', 'close')
  })
  return {
    begin: () => void (leaving = true),
    begun: () => leaving,
    async closeDoor() {
      // The way of HTTP's own server cuts idle connections at once; that of what it is made of leaves them.
      NetServer.prototype.close.call(fastify.server)
      const since = performance.now()
      calledAt = since
      while (performance.now() - calledAt < QUIET_MS && performance.now() - since < LONGEST_MS)
        await sleep(QUIET_MS / 10)
    },
  }
}

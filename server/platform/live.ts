/**
 * Live updates to open pages, over any number of processes: server-sent events that say what changed, never what it says.
 *
 * Each process reads the changes of a tenant from the history itself (woken by NOTIFY, and polling besides, so nothing
 * depends on a message arriving) and tells those of its streams that a change concerns. Pages then fetch again by the
 * ordinary, authorised calls.
 */
import type { FastifyReply } from 'fastify'
import type { LiveEvent } from '#contracts/live.ts'
import type { Actor } from './actor.ts'
import type { Database, Tx } from './db.ts'
import type { Log } from './log.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

export type Change = { key: string; event: LiveEvent; concerns: (actor: Actor) => boolean }
/** Changes at or after an instant; modules that have history provide one. */
export type ChangeSource = (tx: Tx, since: Date) => Promise<Change[]>

const POLL_MS = 5_000
const HEARTBEAT_MS = 20_000
/** Transactions commit a little after the instant they write; looking back this far and skipping what was seen loses none. */
const OVERLAP_MS = 10_000

type Stream = { actor: Actor; send(event: LiveEvent): void; beat(): void; end(farewell?: LiveEvent): void }

export type Live = {
  open(actor: Actor, reply: FastifyReply): void
  wake(tenantId: number): void
  /** Ends the streams of a session (or of a person) at once. */
  endSession(match: (actor: Actor) => boolean): void
  count(): number
  stop(): void
}

export function createLive(deps: {
  db: Database
  sources: readonly ChangeSource[]
  now: () => Date
  log: Log
  /** Looks the session up again: null when it has ended meanwhile. */
  renew: (actor: Actor) => Promise<Actor | null>
}): Live {
  const streams = new Map<number, Set<Stream>>()
  const seen = new Map<number, Map<string, number>>()
  const busy = new Set<number>()
  const again = new Set<number>()

  async function pump(tenantId: number) {
    if (!streams.get(tenantId)?.size) return
    if (busy.has(tenantId)) return void again.add(tenantId)
    busy.add(tenantId)
    try {
      const now = deps.now()
      const since = new Date(now.getTime() - OVERLAP_MS)
      const changes = await deps.db.withTenant(
        tenantId,
        async (tx) => (await Promise.all(deps.sources.map((source) => source(tx, since)))).flat(),
        { readOnly: true },
      )
      // Whoever listens now: a page may have come while the changes were read, and they are told only once.
      const listeners = streams.get(tenantId) ?? new Set<Stream>()
      const known = seen.get(tenantId) ?? new Map<string, number>()
      for (const change of changes) {
        if (known.has(change.key)) continue
        known.set(change.key, now.getTime())
        for (const stream of listeners) if (change.concerns(stream.actor)) stream.send(change.event)
      }
      for (const [key, at] of known) if (at < now.getTime() - 3 * OVERLAP_MS) known.delete(key)
      seen.set(tenantId, known)
    } catch (error) {
      deps.log.warn({ err: error, tenantId }, 'live changes out of reach, trying again')
    } finally {
      busy.delete(tenantId)
      if (again.delete(tenantId)) void pump(tenantId)
    }
  }

  const poll = setInterval(() => streams.forEach((_, tenantId) => void pump(tenantId)), POLL_MS)
  const heartbeat = setInterval(() => void checkAll(), HEARTBEAT_MS)
  poll.unref()
  heartbeat.unref()

  /** Rights may have changed: streams of ended sessions close, the others go on with today's posts. */
  async function checkAll() {
    for (const set of streams.values()) {
      for (const stream of set) {
        const actor = await deps.renew(stream.actor).catch(() => stream.actor) // database away: keep the stream, ask at the next beat
        if (!actor) stream.end({ type: 'signedOut' })
        else {
          stream.actor = actor
          stream.beat()
        }
      }
    }
  }

  return {
    open(actor, reply) {
      reply.hijack()
      const raw = reply.raw
      raw.writeHead(200, {
        ...SECURITY_HEADERS,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const set = streams.get(actor.tenantId) ?? new Set<Stream>()
      const stream: Stream = {
        actor,
        send: (event) => void raw.write(`data: ${JSON.stringify(event)}\n\n`),
        beat: () => void raw.write(': \n\n'),
        end(farewell) {
          set.delete(stream)
          raw.end(farewell && `data: ${JSON.stringify(farewell)}\n\n`)
        },
      }
      streams.set(actor.tenantId, set.add(stream))
      raw.on('close', () => {
        set.delete(stream)
        if (set.size === 0) streams.delete(actor.tenantId)
      })
      stream.send({ type: 'hello' })
    },
    wake: (tenantId) => void pump(tenantId),
    endSession(match) {
      for (const set of streams.values())
        for (const stream of [...set]) if (match(stream.actor)) stream.end({ type: 'signedOut' })
    },
    count: () => [...streams.values()].reduce((sum, set) => sum + set.size, 0),
    stop() {
      clearInterval(poll)
      clearInterval(heartbeat)
      for (const set of streams.values()) for (const stream of [...set]) stream.end()
    },
  }
}

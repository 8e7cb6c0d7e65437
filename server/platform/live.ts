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
/** Proxies commonly cut a line that is silent for 60 s. */
const HEARTBEAT_MS = 20_000
const BEAT = ': \n\n'
const RENEWED_AT_ONCE = 500
/** Many steps in one moment are read together. */
const SHORTEST_PAUSE_MS = 50
/** Transactions commit a little after the instant they write; looking back this far and skipping what was seen loses none. */
const OVERLAP_MS = 10_000

/** What a program that follows the stream waits before it comes back; our pages count for themselves. */
const RETRY_MS = 1_000

/** `frame` is an event as it goes over the wire: written once, sent to everybody whom it concerns. */
type Stream = { actor: Actor; send(frame: string): void; end(farewell?: LiveEvent): void }

export type Live = {
  open(actor: Actor, reply: FastifyReply): void
  wake(tenantId: number): void
  /** Ends the streams of a session (or of a person) at once. */
  endSession(match: (actor: Actor) => boolean): void
  count(): number
  /** Events sent since the start. */
  sent(): number
  /** Sends every page to another process, spread over this time: thousands that come back at once would hurt it. */
  leave(overMs: number): void
  stop(): void
}

export function createLive(deps: {
  db: Database
  sources: readonly ChangeSource[]
  now: () => Date
  log: Log
  /** Looks sessions of one tenant up again, by their ids; those that have ended are missing. */
  renew: (tenantId: number, sessionIds: readonly string[]) => Promise<Map<string, Actor>>
}): Live {
  const streams = new Map<number, Set<Stream>>()
  const seen = new Map<number, Map<string, number>>()
  const busy = new Set<number>()
  const again = new Set<number>()
  let sent = 0
  /** By when every page is to be elsewhere, on the clock of the process. */
  let leaveBy: number | undefined
  const sendAway = (stream: Stream, by: number) =>
    void setTimeout(() => stream.end(), Math.random() * Math.max(0, by - performance.now())).unref()

  async function changesSince(tx: Tx, since: Date): Promise<Change[]> {
    const found: Change[] = []
    for (const source of deps.sources) found.push(...(await source(tx, since)))
    return found
  }

  async function pump(tenantId: number) {
    if (!streams.get(tenantId)?.size) return
    if (busy.has(tenantId)) return void again.add(tenantId)
    busy.add(tenantId)
    try {
      const now = deps.now()
      const since = new Date(now.getTime() - OVERLAP_MS)
      const changes = await deps.db.withTenant(tenantId, (tx) => changesSince(tx, since), { readOnly: true })
      // Whoever listens now: a page may have come while the changes were read, and they are told only once.
      const listeners = streams.get(tenantId) ?? new Set<Stream>()
      const known = seen.get(tenantId) ?? new Map<string, number>()
      for (const change of changes) {
        if (known.has(change.key)) continue
        known.set(change.key, now.getTime())
        const frame = frameOf(change.event)
        for (const stream of listeners) {
          if (!change.concerns(stream.actor)) continue
          stream.send(frame)
          sent += 1
        }
      }
      for (const [key, at] of known) if (at < now.getTime() - 3 * OVERLAP_MS) known.delete(key)
      seen.set(tenantId, known)
    } catch (error) {
      deps.log.warn({ err: error, tenantId }, 'live changes out of reach, trying again')
    } finally {
      setTimeout(() => {
        busy.delete(tenantId)
        if (again.delete(tenantId)) void pump(tenantId)
      }, SHORTEST_PAUSE_MS).unref()
    }
  }

  const poll = setInterval(() => streams.forEach((_, tenantId) => void pump(tenantId)), POLL_MS)
  const heartbeat = setInterval(() => void checkAll(), HEARTBEAT_MS)
  poll.unref()
  heartbeat.unref()

  /** Rights may have changed: streams of ended sessions close, the others go on with today's posts. */
  async function checkAll() {
    for (const [tenantId, set] of streams) {
      for (const some of inParts([...set], RENEWED_AT_ONCE)) {
        const ids = [...new Set(some.map(({ actor }) => actor.sessionId))]
        const renewed = await deps.renew(tenantId, ids).catch(() => undefined) // database away: keep them, ask at the next beat
        for (const stream of some) {
          const actor = renewed ? renewed.get(stream.actor.sessionId) : stream.actor
          if (!actor) stream.end({ type: 'signedOut' })
          else {
            stream.actor = actor
            stream.send(BEAT)
          }
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
        ...(leaveBy !== undefined && { connection: 'close' }),
      })
      raw.write(`retry: ${Math.round(RETRY_MS * (1 + Math.random()))}\n\n`)
      const set = streams.get(actor.tenantId) ?? new Set<Stream>()
      const stream: Stream = {
        actor,
        send: (frame) => void raw.write(frame),
        end(farewell) {
          set.delete(stream)
          raw.end(farewell && frameOf(farewell))
        },
      }
      streams.set(actor.tenantId, set.add(stream))
      raw.on('close', () => {
        set.delete(stream)
        if (set.size === 0) streams.delete(actor.tenantId)
      })
      stream.send(frameOf({ type: 'hello' }))
      // A proxy that has not looked yet led a page back that was just sent away.
      if (leaveBy !== undefined) sendAway(stream, leaveBy)
    },
    wake: (tenantId) => void pump(tenantId),
    endSession(match) {
      for (const set of streams.values())
        for (const stream of [...set]) if (match(stream.actor)) stream.end({ type: 'signedOut' })
    },
    count: () => [...streams.values()].reduce((sum, set) => sum + set.size, 0),
    sent: () => sent,
    leave(overMs) {
      leaveBy = performance.now() + overMs
      for (const set of streams.values()) for (const stream of set) sendAway(stream, leaveBy)
    },
    stop() {
      clearInterval(poll)
      clearInterval(heartbeat)
      for (const set of streams.values()) for (const stream of [...set]) stream.end()
    },
  }
}

const frameOf = (event: LiveEvent) => `data: ${JSON.stringify(event)}\n\n`

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))

/**
 * /health: the process is alive; whoever gets no answer restarts it. /ready: it may be sent work; whoever gets 503 sends it elsewhere.
 *
 * Unready makes only what another process would do better, or what lets nobody report anything: the database silent or not
 * taking writes, or stopping. A full disk, jobs that wait or were given up and an old backup are the same in every process:
 * unready, all of them would leave the proxy at once and reading would end as well. These warn. The door opens only after
 * the migrations, so a process that answers has the shape it needs. Strangers learn only whether it is ready.
 */
import { roomOf, type Room } from './disk.ts'
import type { Database } from './db.ts'
import type { App } from './http.ts'
import type { IsInsider } from './insider.ts'
import type { Leaving } from './leaving.ts'
import type { Readings } from './table-gauges.ts'

/** Photos are refused from 10 % on (files/storage.ts); there should be a day to act before. */
const ROOM_WARNS_BELOW = 0.15
/** A job is due for seconds at most; half a minute means that nobody takes them. */
const OVERDUE_WARNS_AFTER_S = 30
/** A daily backup, and two hours for it to run in. */
export const BACKUP_WARNS_AFTER_MS = 26 * 3_600_000

export type HealthDeps = {
  db: Database
  readings: () => Promise<Readings>
  isInsider: IsInsider
  now: () => Date
  /** Where the files lie; unset where there is no disk to watch. */
  dataDir: string | undefined
  /** When the last good backup was begun: null when there is none; undefined when none is scheduled. */
  lastBackup: () => Date | null | undefined
  leaving: Leaving
}

export function healthRoutes(app: App, deps: HealthDeps) {
  // Kept for a second: strangers may ask as often as they like.
  const state = keptFor(1_000, () => deps.db.state())
  const room = keptFor(5_000, () => roomIfAny(deps.dataDir))

  app.fastify.get('/health', { config: { access: 'anyone' } }, async () => ({ status: 'ok' }))

  app.fastify.get('/ready', { config: { access: 'anyone' } }, async (request, reply) => {
    const { answers, writable } = await state()
    const stopping = deps.leaving.begun()
    const ready = answers && writable && !stopping
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store')
    if (!deps.isInsider(request)) return reply.send({ ready })
    const outbox = answers ? outboxOf(await deps.readings()) : null
    const disk = await room()
    const lastBackupAt = deps.lastBackup()
    return reply.send({
      ready,
      stopping,
      database: { answers, writable, pool: deps.db.pool() },
      outbox,
      disk,
      lastBackupAt,
      warnings: warningsOf({ outbox, disk, lastBackupAt }, deps.now()),
      uptimeSeconds: Math.round(process.uptime()),
    })
  })

  return { room }
}

type OutboxFacts = { waiting: number; dead: number; overdueSeconds: number }

function outboxOf(readings: Readings): OutboxFacts {
  const values = (name: string) => [...(readings.get(name)?.values() ?? [])]
  const sum = (name: string) => values(name).reduce((total, one) => total + one, 0)
  return {
    waiting: sum('linli_outbox_waiting'),
    dead: sum('linli_outbox_dead'),
    overdueSeconds: Math.round(Math.max(0, ...values('linli_outbox_overdue_seconds'))),
  }
}

type Facts = { outbox: OutboxFacts | null; disk: Room | null; lastBackupAt: Date | null | undefined }

export function warningsOf({ outbox, disk, lastBackupAt }: Facts, now: Date): string[] {
  const isOld = lastBackupAt && now.getTime() - lastBackupAt.getTime() > BACKUP_WARNS_AFTER_MS
  return [
    ...(disk && disk.freeShare < ROOM_WARNS_BELOW ? ['disk_room'] : []),
    ...(outbox && outbox.dead > 0 ? ['dead_jobs'] : []),
    ...(outbox && outbox.overdueSeconds > OVERDUE_WARNS_AFTER_S ? ['jobs_wait'] : []),
    ...(lastBackupAt === null || isOld ? ['backup_old'] : []),
  ]
}

const roomIfAny = async (folder: string | undefined): Promise<Room | null> =>
  folder === undefined ? null : roomOf(folder).catch(() => null)

function keptFor<T>(ms: number, look: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; found: Promise<T> } | undefined
  return () => {
    if (!kept || performance.now() - kept.at > ms) kept = { at: performance.now(), found: look() }
    return kept.found
  }
}

/**
 * Backups by themselves, inside the server: the log every few seconds, photos as they come, everything once a day, old ones away. Several
 * processes may do it; the store lets one at a time make a whole backup. What goes wrong is told and tried again; it never
 * stops the product.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { SHANGHAI } from '../calendar/shanghai.ts'
import { CannotStart } from '../cannot-start.ts'
import type { BackupConfig } from '../config.ts'
import { pathOfKey, type Storage } from '../files/storage.ts'
import { BACKUP_WARNS_AFTER_MS } from '../health.ts'
import type { Log } from '../log.ts'
import { allBackups, isPassing, makeBackup, type Source } from './backup.ts'
import { keepFile, type Entry } from './entries.ts'
import { prune } from './retention.ts'
import { openStore, type Store } from './store.ts'
import { carryLog } from './wal.ts'

const CARRY_MS = 5_000
const LOOK_MS = 60_000
const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const REMIND_MS = 3_600_000
/** Another process has just done it, or it was done by hand. */
const RECENT_MS = 3_600_000

export type Backups = {
  /** Null when there is none yet. */
  lastGood(): Date | null
  /** The same storage, of which each new file is carried over within seconds. */
  following(storage: Storage): Storage
  /** Carries what is there, and stops. */
  stop(): Promise<void>
}

export async function startBackups(deps: {
  config: BackupConfig
  source: Source
  passphrase: string | undefined
  now: () => Date
  log: Log
}): Promise<Backups> {
  const { config, source, log, now } = deps
  const store = await openStore(config.to, { passphrase: deps.passphrase, make: true })
  const fresh = new Set<string>()
  let lastGood = await newestIn(store)
  let remindedAt = 0

  async function carry() {
    const segments = source.embedded ? await carryLog(store, join(source.dataDir, 'postgres')) : 0
    if (segments > 0) log.debug({ segments }, 'log carried to the backup')
    await carryFiles(store, source.dataDir, fresh, now)
  }

  async function lookAtClock() {
    lastGood = await newestIn(store)
    const moment = now().getTime()
    if (isDue(moment, config.atMinute, lastGood?.getTime())) {
      const backup = await makeBackup(store, source, { now })
      lastGood = new Date(backup.startedAt)
      log.info({ backup: backup.id, bytes: backup.bytes, ms: Date.parse(backup.endedAt) - Date.parse(backup.startedAt) }, 'backup done') // prettier-ignore
      await prune(store, { days: config.keepDays, weeks: config.keepWeeks })
    }
    const ageMs = moment - (lastGood?.getTime() ?? 0)
    if (ageMs > BACKUP_WARNS_AFTER_MS && moment - remindedAt > REMIND_MS) {
      remindedAt = moment
      log.error({ ageHours: lastGood ? Math.round(ageMs / 3_600_000) : null }, 'the last good backup is too old')
    }
  }

  const carrying = repeat(CARRY_MS, carry, (error) => log.warn({ err: error }, 'log not carried to the backup, trying again')) // prettier-ignore
  const looking = repeat(LOOK_MS, lookAtClock, (error) => {
    if (error instanceof CannotStart) log.warn({ err: error }, 'backup not made, trying again')
    else log.error({ err: error }, 'backup failed')
  })
  return {
    lastGood: () => lastGood,
    following: (storage) => ({
      ...storage,
      async put(key, bytes) {
        await storage.put(key, bytes)
        fresh.add(key)
      },
    }),
    async stop() {
      await looking.stop()
      await carrying.stop()
      await carry().catch((error: unknown) => log.warn({ err: error }, 'log not carried to the backup'))
    },
  }
}

/** Within an hour after its time of day when the last one is older, or at once when a whole day was missed. */
export function isDue(moment: number, atMinute: number, last: number | undefined): boolean {
  if (last !== undefined && moment - last < RECENT_MS) return false
  const minute = Math.floor(moment / MINUTE_MS + SHANGHAI.zoneOffsetMinutes) % DAY_MINUTES
  const isTime = (minute - atMinute + DAY_MINUTES) % DAY_MINUTES < 60
  return isTime || last === undefined || moment - last > BACKUP_WARNS_AFTER_MS
}

const newestIn = async (store: Store) => {
  const newest = (await allBackups(store)).at(-1)
  return newest ? new Date(newest.startedAt) : null
}

async function carryFiles(store: Store, dataDir: string, fresh: Set<string>, now: () => Date) {
  const keys = [...fresh].filter((key) => !isPassing(key))
  fresh.clear()
  if (keys.length === 0) return
  try {
    const entries: Entry[] = []
    for (const key of keys) {
      const path = `files/${pathOfKey(key)}`
      const entry = await keepFile(store, join(dataDir, path), path, { files: 0, bytes: 0, written: 0 })
      if (entry) entries.push(entry)
    }
    const name = `${now().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`
    await store.keep('shipped', name, Buffer.from(JSON.stringify(entries)))
  } catch (error) {
    for (const key of keys) fresh.add(key)
    throw error
  }
}

/** One after the other, never two at once; `stop` waits for the one at work. */
function repeat(everyMs: number, work: () => Promise<void>, onError: (error: unknown) => void) {
  let stopped = false
  let running = Promise.resolve()
  let timer: NodeJS.Timeout
  const again = () => {
    running = work().catch(onError)
    void running.then(() => stopped || (timer = setTimeout(again, everyMs).unref()))
  }
  timer = setTimeout(again, Math.min(everyMs, 1_000)).unref()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

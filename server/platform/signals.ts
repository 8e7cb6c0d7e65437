/**
 * What processes on one database call out to each other: a district has new work or changes, a person's rights have changed.
 * Each is a hint that shortens a wait; whoever misses it finds out by asking (outbox and pages poll, sessions are kept for a
 * second). Source: docs/operations.md, "Two processes".
 */
import { WAKE_CHANNEL, type Database } from './db.ts'

const FORGET = /^forget (\d+) ?([\w-]*)$/

export function createSignals(db: Database) {
  return {
    /** Somebody's rights, access or sessions change: no process may go on with what it has kept. */
    forget(tenantId: number, personId?: string) {
      void db.notify(WAKE_CHANNEL, `forget ${tenantId} ${personId ?? ''}`).catch(() => undefined)
    },
    listen: (hear: { wake(tenantId: number): void; forget(tenantId: number, personId?: string): void }) =>
      db.listen(WAKE_CHANNEL, (payload) => {
        const [, tenantId, personId] = FORGET.exec(payload) ?? []
        if (tenantId) hear.forget(Number(tenantId), personId || undefined)
        else hear.wake(Number(payload))
      }),
  }
}

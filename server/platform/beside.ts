/**
 * Work that waits for other machines: it runs beside the outbox, in no transaction, so that nothing of our own waits with it.
 *
 * A job takes what is to be done (a lease in its row, so that no other process has it too) and starts it here; every result is
 * written in a transaction of its own. Should the process die, the lease ends and another job takes it again.
 */
import type { Log } from './log.ts'

export type Beside = {
  /** False when as much as may is under way: come again later. */
  start(work: () => Promise<void>): boolean
  /** Told between two pieces of work: no further one is begun. */
  stopping(): boolean
  /** When nothing is under way any more: for tests, and for stopping cleanly. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Calls that wait for others cost memory only; more than these at once would be somebody's whole list hanging. */
const MOST = 32

export function createBeside(log: Log): Beside {
  const running = new Set<Promise<void>>()
  let isStopping = false
  const settled = async () => {
    while (running.size > 0) await Promise.all(running)
  }
  return {
    start(work) {
      if (isStopping || running.size >= MOST) return false
      const one = work()
        .catch((error: unknown) => log.error({ err: error }, 'work beside the outbox failed'))
        .finally(() => running.delete(one))
      running.add(one)
      return true
    },
    stopping: () => isStopping,
    settled,
    async stop() {
      isStopping = true
      await settled()
    },
  }
}

/** What other modules keep about people and bring with them, because foundations do not know who stands on them (server/app.ts). */
import type { Retained } from '#contracts/households.ts'
import type { Tx } from '#platform/db.ts'

/** A person who is being erased. Name and number are known one last time, to find them in words that others wrote. */
export type Leaving = { personId: string; name: string; phone: string | null }
/** Lets go of what a module keeps of the person; sums and places stay. */
export type Eraser = (tx: Tx, person: Leaving, now: Date) => Promise<void>

/** What is deleted by the clock: `count` says how many before `now`, `remove` deletes them and says how many. */
export type RetentionStep = {
  what: Retained
  count: (tx: Tx, now: Date) => Promise<number>
  remove: (tx: Tx, now: Date) => Promise<number>
}

export type OwnRequest = { number: string; createdAt: string; title: string; text: string; status: string }

export type Others = {
  erasers: readonly Eraser[]
  retention: readonly RetentionStep[]
  requestsBy: (tx: Tx, personId: string) => Promise<OwnRequest[]>
}

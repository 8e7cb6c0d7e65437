/** Writes to the log what was done to organisations, posts and selections, in the capacity that carries the right. */
import type { Right } from '#contracts/rights.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'

type Done = { what: string; subject: string; subjectPersonId?: string; reason?: string }

export const logAs = (right: Right) => (tx: Tx, actor: Actor, at: Date, done: Done) =>
  record(tx, { ...done, at, actorPersonId: actor.personId, capacity: actingCapacity(actor, right) })

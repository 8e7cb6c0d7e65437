/**
 * Entries of the log: written in the transaction of what they tell about, never changed. The application may only insert
 * and read them. Source: Personal Information Protection Law arts. 51, 55; docs/capabilities/people-and-posts.md, "Log".
 */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type Entry = {
  at: Date
  /** A word: reveal, appoint, endTerm, createPerson, access … */
  what: string
  /** Null: nobody was signed in yet, or the system itself. */
  actorPersonId: string | null
  /** In words: 桂园社区 受理岗. Never a name. */
  capacity: string
  /** What it was done to, in words, persons masked. */
  subject: string
  subjectPersonId?: string | null
  requestId?: string | null
  /** Whose file it was: the household reads it. */
  householdId?: string | null
  /** Which sealed field was opened: phone, name, address, or a kept value of a household. */
  field?: string | null
  reason?: string | null
}

/** Gives the id of the entry. */
export async function record(tx: Tx, entry: Entry): Promise<string> {
  const id = newId()
  await tx.run({
    name: 'audit_record',
    text: `INSERT INTO audit_entry (tenant_id, id, at, what, actor_person_id, capacity, subject, subject_person_id, request_id, field, reason, household_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      tx.tenantId,
      id,
      entry.at,
      entry.what,
      entry.actorPersonId,
      entry.capacity,
      entry.subject,
      entry.subjectPersonId,
      entry.requestId,
      entry.field,
      entry.reason,
      entry.householdId,
    ],
  })
  return id
}

export type AuditRow = {
  id: string
  at: string
  what: string
  actor: string
  subject: string
  reason: string | null
}

/** Newest first, from before `after`. */
export const listEntries = (tx: Tx, { what, after, limit }: { what?: string; after?: string; limit: number }) =>
  tx.many<AuditRow>({
    name: 'audit_list',
    text: `SELECT id, at, what, capacity AS actor, subject, reason FROM audit_entry
            WHERE tenant_id = $1 AND ($2::text IS NULL OR what = $2) AND ($3::uuid IS NULL OR id < $3)
            ORDER BY id DESC LIMIT $4`,
    values: [tx.tenantId, what, after, limit],
  })

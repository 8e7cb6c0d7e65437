/**
 * Who was erased, kept outside the database as well: a restored backup has forgotten its own list. A mark per person, with
 * nothing in it but when and why, lies among the files of the district; when the two differ, whoever is marked is erased again.
 * Source: docs/security.md, "Backups that do not restore"; docs/operations.md, "Restoring".
 */
import { erasedKey, type Storage } from '#platform/files/storage.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import { job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'

type Noted = { personId: string; at: string; reason: string }

/** What enqueues it; its handler needs the shell's storage and is made by noteErasureJob. */
export const noteErasure: Job<Noted> = {
  name: 'households.noteErasure',
  run: () => Promise.reject(new AppError('internal')),
}

export const noteErasureJob = ({ storage }: Pick<Services, 'storage'>): Job<Noted> =>
  job(noteErasure.name, async (tx, { personId, at, reason }) => {
    await storage.put(erasedKey(tx.tenantId, personId), Buffer.from(JSON.stringify({ at, reason })))
  })

/** Marked as erased, and yet here: the database is older than the mark. */
export async function cameBack(tx: Tx, storage: Storage): Promise<string[]> {
  const marked = await storage.listErased(tx.tenantId)
  if (marked.length === 0) return []
  const back = await tx.many<{ id: string }>({
    name: 'erased_came_back',
    text: 'SELECT id FROM person WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND erased_at IS NULL ORDER BY id',
    values: [tx.tenantId, marked],
  })
  return back.map(({ id }) => id)
}

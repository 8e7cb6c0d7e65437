/**
 * Stores the files of the demo's photographs through the same entrance as everybody's, each drawing read once.
 * What is missing is told by the rows themselves, so a start that was cut short is made good by the next.
 */
import type { Database } from '#platform/db.ts'
import { ingestPhoto } from '#platform/files/photo.ts'
import { photoKey, type Storage } from '#platform/files/storage.ts'
import { drawingOf, readDrawn, DRAWN_DIGESTS } from './photos/drawn.ts'

const SIZES = ['full', 'card', 'thumb'] as const

export async function storeDemoPhotos(
  { db, storage }: { db: Database; storage: Storage },
  tenantId: number,
): Promise<void> {
  const photos = await db.withTenant(
    tenantId,
    (tx) =>
      tx.many<{ id: string; digest: string }>({
        name: 'demo_photos',
        text: `SELECT id, encode(sha256, 'hex') AS digest FROM photo WHERE tenant_id = $1 AND sha256 = ANY ($2) ORDER BY created_at DESC`,
        values: [tenantId, DRAWN_DIGESTS.map((digest) => Buffer.from(digest, 'hex'))],
      }),
    { readOnly: true },
  )
  const missing = new Map<string, string[]>()
  for (const { id, digest } of photos) {
    if (!(await storage.stat(photoKey(tenantId, id, 'thumb'))))
      missing.set(digest, [...(missing.get(digest) ?? []), id])
  }
  for (const [digest, ids] of missing) {
    const { sizes } = await ingestPhoto(await readDrawn(drawingOf(digest)))
    for (const id of ids) for (const size of SIZES) await storage.put(photoKey(tenantId, id, size), sizes[size].bytes)
  }
}

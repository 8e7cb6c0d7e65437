/** Photos as they travel: ours as parts of a form, theirs by address through the checked way out. */
import { insertPhoto, storePhoto } from '#modules/requests/index.ts'
import type { Tx } from '#platform/db.ts'
import { photoFrom, MAX_PHOTO_BYTES, type Photo } from '#platform/files/photo.ts'
import { photoKey } from '#platform/files/storage.ts'
import type { Services } from '#platform/services.ts'
import type { FilePart } from './forms.ts'

export async function photoParts(
  { storage }: Services,
  tenantId: number,
  photoIds: readonly string[],
): Promise<FilePart[]> {
  // prettier-ignore
  const parts: FilePart[] = []
  for (const [index, id] of photoIds.entries()) {
    const file = await storage.read(photoKey(tenantId, id, 'full'))
    if (!file) continue
    const bytes: Buffer[] = []
    for await (const part of file.stream) bytes.push(part as Buffer) // a stream of a file gives buffers
    parts.push({
      name: `photo${index + 1}`,
      fileName: `${index + 1}.jpg`,
      type: 'image/jpeg',
      bytes: Buffer.concat(bytes),
    })
  }
  return parts
}

export type KeptPhoto = { id: string; photo: Photo }

/** What cannot be had, or is no picture, costs the picture and nothing else. */
export async function keepTheirPhoto(
  { outgoing, storage }: Services,
  tenantId: number,
  url: string | undefined,
): Promise<KeptPhoto[]> {
  // prettier-ignore
  if (!url) return []
  const answer = await outgoing.fetchSafely({ url, maxBytes: MAX_PHOTO_BYTES })
  const photo = answer.ok && answer.status === 200 ? await photoFrom(answer.body) : undefined
  return photo ? [{ id: await storePhoto(storage, tenantId, photo), photo }] : []
}

export async function enterPhotos(
  tx: Tx,
  uploaderId: string,
  kept: readonly KeptPhoto[],
  now: Date,
): Promise<string[]> {
  for (const { id, photo } of kept) await insertPhoto(tx, uploaderId, id, photo, now)
  return kept.map(({ id }) => id)
}

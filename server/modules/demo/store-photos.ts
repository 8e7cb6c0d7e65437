/** Stores the files of the demo's photographs through the same entrance as everybody's, each drawing read once. */
import { ingestPhoto } from '#platform/files/photo.ts'
import { photoKey, type Storage } from '#platform/files/storage.ts'
import type { FilledPhoto } from './fill.ts'
import { nameOf, readDrawn } from './photos/drawn.ts'

const SIZES = ['full', 'card', 'thumb'] as const

/** May be run again after it was cut short: files that are there already are left alone. */
export async function storeDemoPhotos(
  storage: Storage,
  tenantId: number,
  photos: readonly FilledPhoto[],
): Promise<void> {
  const uses = new Map<string, FilledPhoto[]>()
  for (const one of photos) uses.set(nameOf(one.photo), [...(uses.get(nameOf(one.photo)) ?? []), one])
  for (const group of uses.values()) {
    const [first] = group
    if (!first) continue
    const { sizes } = await ingestPhoto(await readDrawn(first.photo))
    for (const { id } of group)
      for (const size of SIZES)
        if (!(await storage.stat(photoKey(tenantId, id, size))))
          await storage.put(photoKey(tenantId, id, size), sizes[size].bytes)
  }
}

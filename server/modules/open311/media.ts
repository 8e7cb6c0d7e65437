/**
 * Pictures named by address. A data: address holds its own; any other is fetched for keys that may, by the one checked way
 * out. What cannot be had costs the picture, not the report. Source: docs/decisions/0023-outgoing-calls.md.
 */
import { AppError } from '#platform/errors.ts'
import { ingestPhoto, MAX_PHOTO_BYTES, PHOTO_ERRORS, type Photo } from '#platform/files/photo.ts'
import type { Outgoing } from '#platform/outgoing/outgoing.ts'

const TIMEOUT_MS = 5_000
const DATA = /^data:image\/(?:jpeg|png|webp);base64,([A-Za-z0-9+/=]+)$/

export async function fetchMedia(
  urls: readonly string[],
  { outgoing, mayFetch, most }: { outgoing: Outgoing; mayFetch: boolean; most: number },
): Promise<{ photos: Photo[]; missed: number }> {
  const photos: Photo[] = []
  for (const url of urls.slice(0, most)) {
    const bytes = await bytesOf(url, outgoing, mayFetch)
    const photo = bytes && (await ingestPhoto(bytes).catch(onlyRefusals))
    if (photo) photos.push(photo)
  }
  return { photos, missed: urls.length - photos.length }
}

async function bytesOf(url: string, outgoing: Outgoing, mayFetch: boolean): Promise<Buffer | undefined> {
  const inside = DATA.exec(url)?.[1]
  if (inside) return Buffer.from(inside, 'base64')
  if (!mayFetch) return undefined
  const answer = await outgoing.fetchSafely({ url, timeoutMs: TIMEOUT_MS, maxBytes: MAX_PHOTO_BYTES })
  return answer.ok && answer.status === 200 ? answer.body : undefined
}

/** What stands behind an address may be anything; that it is no picture is no bug of ours. */
function onlyRefusals(error: unknown): undefined {
  if (error instanceof AppError && (PHOTO_ERRORS as readonly string[]).includes(error.code)) return undefined
  throw error
}

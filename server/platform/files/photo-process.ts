/**
 * Runs the picture decoder in a process of its own, started with the first photo and ended after a quiet minute.
 *
 * Hostile bytes then meet native code where there is no database connection and no secret; a crash costs one refusal;
 * a decoder that does not come back is killed; and the memory it took (300 MB for the largest pictures) is returned,
 * which the C library would not do inside the server.
 */
import { keptChild } from '#platform/elsewhere/kept.ts'
import { AppError } from '#platform/errors.ts'
import type { ReadPhoto } from './photo-child.ts'

const MAX_SECONDS = 10

const decoder = keptChild<Buffer, ReadPhoto>({
  beside: import.meta.url,
  name: 'photo-child',
  env: { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' }, // glibc told to give freed pictures back at once
  maxSeconds: MAX_SECONDS,
  quietMs: 60_000,
  mostWaiting: 8, // uploads of at most 10 MB; at 0.3–0.9 s a photo the last one waits under ten seconds
  meaningOf({ late, signal }) {
    if (late) return new AppError('photo_too_slow', { maxSeconds: MAX_SECONDS })
    return signal ? new AppError('photo_not_readable', { signal }) : undefined // the file broke the decoder
  },
})

/** Process id of the decoder, while there is one. */
export const decoderProcessId = decoder.pid
/** Photos at the decoder, the one at work included. */
export const photosWaiting = decoder.waiting

/** Decodes and draws a photo, one at a time in the whole server. @throws what the child refuses, photo_too_slow, busy */
export const readElsewhere = (bytes: Buffer): Promise<ReadPhoto> => decoder.ask(bytes)

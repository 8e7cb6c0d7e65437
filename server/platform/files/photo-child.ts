/**
 * The decoder's process (see photo-process.ts): takes the bytes of one photo at a time, answers with what is in it.
 * Ends when the server does.
 */
import process from 'node:process'
import type { ErrorCode } from '#contracts/errors.ts'
import { AppError, type ErrorDetails } from '#platform/errors.ts'
import { drawVariants, readHeader, type Variant, type VariantName } from './photo-drawing.ts'
import { readPhotoFacts, type PhotoFacts } from './photo-facts.ts'

export type ReadPhoto = PhotoFacts & { sizes: Record<VariantName, Variant>; averageColour: string }
export type Reply = { photo: ReadPhoto } | { refusal: ErrorCode; details: ErrorDetails } | { bug: string }

process.on('disconnect', () => process.exit())
process.on('message', (bytes: Buffer) => {
  void answer(bytes).then((reply) => process.send?.(reply))
})

/** Errors cannot cross a process boundary as they are. */
async function answer(bytes: Buffer): Promise<Reply> {
  try {
    const { exif } = await readHeader(bytes)
    return { photo: { ...(await drawVariants(bytes)), ...(await readPhotoFacts(exif)) } }
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.code, details: error.details }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

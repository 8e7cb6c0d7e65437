/**
 * The one way in for photographs, whichever channel they come by: phone, desk, Open311, import.
 *
 * What arrives is decoded and drawn anew; the original is never stored. So comments, thumbnails, trailing bytes, camera
 * names and GPS cannot survive in any variant, and a variant can be served inline. Position and time are handed back as
 * data, because a report needs them (FixMyStreet #1411, #5841: EXIF leaked for years through a second entrance).
 * Limits: OWASP ASVS 5.0, 5.2.1 and 5.2.6.
 */
import { createHash } from 'node:crypto'
import type { ErrorCode } from '#contracts/errors.ts'
import { AppError } from '#platform/errors.ts'
import { cleanFileName } from './file-name.ts'
import type { ReadPhoto } from './photo-child.ts'
import { readElsewhere } from './photo-process.ts'

/** Every refusal of this entrance. */
export const PHOTO_ERRORS = [
  'photo_empty',
  'photo_too_large',
  'photo_kind_not_allowed',
  'photo_heic_not_supported',
  'photo_not_readable',
  'photo_too_many_pixels',
  'photo_too_slow',
  'busy', // too many photos at the same time
] as const satisfies ErrorCode[]

/** Phone cameras of 50 megapixels write 6–9 MB as JPEG. */
export const MAX_PHOTO_BYTES = 10_000_000

/** What is kept of a photograph: three upright JPEGs without metadata, `#rrggbb` to show while they load, and the facts. */
export type Photo = ReadPhoto & {
  mime: 'image/jpeg'
  /** Of the bytes as they arrived, so that the same photo sent twice is recognised. */
  sha256: string
  /** The sender's name for the file, for display only; empty when none was given. */
  displayName: string
}

/**
 * Checks a photograph and draws its variants, one at a time in the whole server, so memory stays flat.
 *
 * @throws every code of PHOTO_ERRORS
 */
export async function ingestPhoto(bytes: Buffer, { displayName = '' } = {}): Promise<Photo> {
  refuseByFirstBytes(bytes)
  const read = await readElsewhere(bytes)
  return {
    ...read,
    mime: 'image/jpeg',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    displayName: cleanFileName(displayName),
  }
}

/** The same for bytes that may be anything: undefined where they are no photograph that we take. */
export async function photoFrom(bytes: Buffer): Promise<Photo | undefined> {
  return ingestPhoto(bytes).catch((error: unknown) => {
    if (error instanceof AppError && (PHOTO_ERRORS as readonly string[]).includes(error.code)) return undefined
    throw error
  })
}

/** Answers what needs no decoder. The name and the declared type are not asked: both are the sender's claim. */
function refuseByFirstBytes(bytes: Buffer) {
  if (bytes.length === 0) throw new AppError('photo_empty')
  if (bytes.length > MAX_PHOTO_BYTES) throw new AppError('photo_too_large', { maxBytes: MAX_PHOTO_BYTES })
  if (isHeic(bytes)) throw new AppError('photo_heic_not_supported')
  if (!isJpeg(bytes) && !isPng(bytes) && !isWebp(bytes)) throw new AppError('photo_kind_not_allowed')
}

const startsWith = (bytes: Buffer, at: number, text: string) => bytes.toString('latin1', at, at + text.length) === text

const isJpeg = (bytes: Buffer) => startsWith(bytes, 0, '\xff\xd8\xff')
const isPng = (bytes: Buffer) => startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')
const isWebp = (bytes: Buffer) => startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')

/** Brands of ISO/IEC 23008-12 (HEIF) that mean HEVC, which iPhones write; our decoder has no HEVC for patent reasons. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']
const isHeic = (bytes: Buffer) =>
  startsWith(bytes, 4, 'ftyp') && HEIC_BRANDS.some((brand) => startsWith(bytes, 8, brand))

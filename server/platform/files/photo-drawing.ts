/**
 * Decodes a photograph and draws its variants with sharp (libvips). Runs in the decoder's process only.
 *
 * The decoder is the part an attacker talks to, so it is kept small: three loaders, one picture at a time, bounded
 * pixels, bounded memory. The only `catch` here turns the decoder's complaint about the bytes into a refusal; drawing
 * from decoded pixels is outside of it, so a bug of ours stays a bug.
 */
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import { AppError } from '#platform/errors.ts'

/** Longest sides in pixels. The thumb is cut square. */
const SIZES = { full: 1600, card: 640, thumb: 160 } as const
export type VariantName = keyof typeof SIZES
export type Variant = { bytes: Buffer; width: number; height: number }

/** The largest sensors in common phones; above it the file is a bomb more often than a photo. */
const MAX_PIXELS = 50_000_000
/** A line is held in memory whole; phone panoramas stay below 20,000 pixels. */
const MAX_SIDE_PIXELS = 30_000
/** What a decoder may hold at once where a format cannot be read line by line (see `heldBytes`). */
const MAX_HELD_BYTES = 160_000_000

/** Compiled-in loaders that may run; all others (SVG, GIF, TIFF, AVIF, PDF, magick, vips, csv …) are blocked. */
const LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: LOADERS })

/** `failOn: 'error'` also refuses truncated files, which would be drawn half grey. */
const INPUT: SharpOptions = { failOn: 'error', limitInputPixels: MAX_PIXELS, autoOrient: true, sequentialRead: true }

/** What the file says about itself, read without decoding. @throws photo_not_readable, photo_too_many_pixels */
export async function readHeader(bytes: Buffer): Promise<Metadata> {
  const header = await readable(() => sharp(bytes, INPUT).metadata())
  const longest = Math.max(header.width, header.height)
  if (longest > MAX_SIDE_PIXELS || heldBytes(header) > MAX_HELD_BYTES) {
    throw new AppError('photo_too_many_pixels', { width: header.width, height: header.height })
  }
  return header
}

/** Decodes once, draws three JPEGs. @throws photo_not_readable */
export async function drawVariants(bytes: Buffer) {
  const { data, info } = await readable(() =>
    within(sharp(bytes, INPUT), SIZES.full)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
  const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const square = { width: SIZES.thumb, height: SIZES.thumb, fit: 'cover', withoutEnlargement: true } as const

  return {
    sizes: {
      full: await asJpeg(pixels()),
      card: await asJpeg(within(pixels(), SIZES.card)),
      thumb: await asJpeg(pixels().resize(square)),
    },
    averageColour: await averageColour(pixels()),
  }
}

const within = (image: Sharp, side: number) =>
  image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })

async function asJpeg(image: Sharp): Promise<Variant> {
  const { data, info } = await image.jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

async function averageColour(image: Sharp) {
  const { channels } = await image.stats()
  const [red, green = red, blue = red] = channels.map(({ mean }) => Math.round(mean)) // grey has one channel
  return '#' + [red, green, blue].map((value = 0) => value.toString(16).padStart(2, '0')).join('')
}

/** Bytes the decoder needs at once: whole pictures for WebP, interlaced PNG and progressive JPEG (2-byte coefficients). */
function heldBytes({ format, width, height, channels, depth, isProgressive, chromaSubsampling }: Metadata) {
  const pixels = width * height
  if (format === 'webp') return pixels * 4
  if (!isProgressive) return 0
  if (format === 'jpeg') return pixels * 2 * (chromaSubsampling === '4:2:0' ? 1.5 : channels)
  return pixels * channels * (depth === 'ushort' ? 2 : 1)
}

/** Runs the decoder; what it cannot read is the sender's file, not our fault. */
async function readable<T>(decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (reason.includes('pixel limit')) throw new AppError('photo_too_many_pixels', { maxPixels: MAX_PIXELS })
    throw new AppError('photo_not_readable')
  }
}

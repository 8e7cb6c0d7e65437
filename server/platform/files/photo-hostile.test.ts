/** Photo intake on files made to hurt: bombs, polyglots, truncated and mutated files, too many at once. */
import { existsSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { AppError } from '#platform/errors.ts'
import { decoderProcessId } from './photo-process.ts'
import { ingestPhoto, MAX_PHOTO_BYTES, PHOTO_ERRORS } from './photo.ts'

const REAL = new URL('../../../../shared/data/uploads/exif/DSCN0010.jpg', import.meta.url)
if (!existsSync(REAL)) console.warn(`Only drawn pictures are mutated: no real photograph at ${REAL.pathname}`)

const MARKER = 'MARKER-7f3a9c-<script>alert(1)</script>'
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  })
const codeOf = (bytes: Buffer) =>
  ingestPhoto(bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test('markers planted in comments, metadata and trailing bytes are gone', async () => {
  const exif = { IFD0: { ImageDescription: MARKER, Copyright: MARKER } }
  const jpeg = await noise(300, 200)
    .withExif(exif)
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${MARKER}</x:xmpmeta>`)
    .jpeg()
    .toBuffer()
  const length = Buffer.alloc(2)
  length.writeUInt16BE(MARKER.length + 2)
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe]), length, Buffer.from(MARKER)])
  const planted = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(`PK\x03\x04${MARKER}`)])
  expect(planted.toString('latin1').split(MARKER).length - 1).toBe(5)

  const photo = await ingestPhoto(planted, { displayName: `../${MARKER}\u202egpj.exe` })
  for (const { bytes } of Object.values(photo.sizes)) expect(bytes.includes('MARKER')).toBe(false)
  expect(photo.displayName).toBe('script>gpj.exe')
})

test('a 31 kB picture of 256 megapixels is refused before it is decoded', async () => {
  const bomb = emptyPng(16_000, 16_000, false)
  expect(bomb.length).toBeLessThan(50_000)
  expect(await codeOf(bomb)).toBe('photo_too_many_pixels') // in 1–3 ms, see bench/photos.ts
})

test('pictures that a decoder would have to hold whole, or lines of it, are refused', async () => {
  expect(await codeOf(emptyPng(7_000, 7_000, true))).toBe('accepted') // 49 MP grey, interlaced: 49 MB
  expect(await codeOf(emptyPng(40_000, 1_000, false))).toBe('photo_too_many_pixels')
  expect(await codeOf(await blank(7_000, 7_000).webp().toBuffer())).toBe('photo_too_many_pixels')
  expect(
    await codeOf(await blank(7_000, 7_000).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer()),
  ).toBe('photo_too_many_pixels')
  expect(await codeOf(await blank(7_000, 7_000).jpeg().toBuffer())).toBe('accepted')
}, 30_000)

test('files of other kinds are refused by name of the reason', async () => {
  const picture = noise(64, 64)
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(400)])
  expect(await codeOf(Buffer.alloc(0))).toBe('photo_empty')
  expect(await codeOf(heic)).toBe('photo_heic_not_supported')
  expect(await codeOf(Buffer.alloc(MAX_PHOTO_BYTES + 1, 0xff))).toBe('photo_too_large')
  for (const other of ['gif', 'tiff', 'avif'] as const) {
    expect(await codeOf(await picture.clone().toFormat(other).toBuffer())).toBe('photo_kind_not_allowed')
  }
  for (const text of ['%PDF-1.7\n', '<html>', 'PK\x03\x04', 'push graphic-context', '\x89PNG', 'RIFF0000AVI ']) {
    expect(await codeOf(Buffer.from(text, 'latin1'))).toBe('photo_kind_not_allowed')
  }
  for (const start of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBP']) {
    const disguised = Buffer.from(`${start}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`, 'latin1')
    expect(await codeOf(disguised)).toBe('photo_not_readable')
  }
})

test('the decoders of all other kinds are shut', async () => {
  const { readHeader } = await import('./photo-drawing.ts')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await expect(readHeader(svg)).rejects.toMatchObject({ code: 'photo_not_readable' })
  for (const other of ['gif', 'tiff', 'avif'] as const) {
    const picture = await noise(64, 64).toFormat(other).toBuffer()
    await expect(readHeader(picture)).rejects.toMatchObject({ code: 'photo_not_readable' })
  }
})

test('a crash of the decoder refuses that photo only', async () => {
  const heavy = await noise(2400, 1800).jpeg().toBuffer()
  await codeOf(heavy)
  const first = decoderProcessId()
  const outcome = codeOf(heavy)
  await new Promise((later) => setTimeout(later, 20))
  process.kill(first ?? NaN, 'SIGSEGV')
  expect(await outcome).toBe('photo_not_readable')
  expect(await codeOf(heavy)).toBe('accepted')
  expect(decoderProcessId()).not.toBe(first)
})

test('a decoder that does not come back is ended after ten seconds', async () => {
  const bytes = await noise(100, 100).png().toBuffer()
  await codeOf(bytes)
  process.kill(decoderProcessId() ?? NaN, 'SIGSTOP')
  expect(await codeOf(bytes)).toBe('photo_too_slow')
  expect(await codeOf(bytes)).toBe('accepted')
}, 20_000)

test('truncated files are refused', async () => {
  for (const whole of [
    await noise(300, 200).jpeg().toBuffer(),
    await noise(300, 200).jpeg({ progressive: true }).toBuffer(),
    await noise(300, 200).png().toBuffer(),
    await noise(300, 200).webp().toBuffer(),
  ]) {
    for (const part of [0.05, 0.3, 0.6, 0.9, 0.99]) {
      expect(await codeOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('photo_not_readable')
    }
  }
})

test('300 mutated files give a picture or a documented refusal, and the decoder lives', async () => {
  const random = mulberry32(20_260_301)
  const seeds = [
    await noise(200, 150).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    await noise(200, 150).jpeg({ progressive: true }).toBuffer(),
    await noise(200, 150).png({ palette: true }).toBuffer(),
    await noise(200, 150).webp().toBuffer(),
    ...(existsSync(REAL) ? [readFileSync(REAL)] : []),
  ]
  const outcomes: Record<string, number> = {}
  await codeOf(seeds[0] ?? Buffer.alloc(0))
  const decoder = decoderProcessId()
  for (let round = 0; round < 300; round += 1) {
    const outcome = await codeOf(mutate(seeds[round % seeds.length] ?? Buffer.alloc(0), random))
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  const refusals: readonly string[] = PHOTO_ERRORS
  expect(Object.keys(outcomes).filter((outcome) => outcome !== 'accepted' && !refusals.includes(outcome))).toEqual([])
  expect(outcomes['accepted']).toBeGreaterThan(0)
  expect(outcomes['photo_not_readable']).toBeGreaterThan(100)
  expect(decoderProcessId()).toBe(decoder) // it never died
}, 60_000)

test('one is drawn at a time, a few wait, the rest are asked to come again', async () => {
  const bytes = await noise(1200, 900).jpeg().toBuffer()
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => codeOf(bytes)))
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(9)
  expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(21)
  expect(await codeOf(bytes)).toBe('accepted')
}, 30_000)

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } })

/** A valid 1-bit grey PNG of any size, made without drawing it. */
function emptyPng(width: number, height: number, interlaced: boolean) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, interlaced ? 1 : 0], 8)
  const rows = interlaced ? adam7Bytes(width, height) : (1 + Math.ceil(width / 8)) * height
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

/** Bytes of the seven passes of PNG interlacing, one filter byte a line (W3C PNG, 8.2). */
function adam7Bytes(width: number, height: number) {
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  const bytes = passes.map(
    ([x, y, dx, dy]) => (1 + Math.ceil(Math.ceil((width - x) / dx) / 8)) * Math.ceil((height - y) / dy),
  )
  return bytes.reduce((sum, count) => sum + count, 0)
}

function chunk(type: string, content: Buffer) {
  const body = Buffer.concat([Buffer.from(type), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function crc32(bytes: Buffer) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  return ~crc >>> 0
}

/** Flips, overwrites, cuts out, doubles or cuts off a few places. */
function mutate(whole: Buffer, random: () => number) {
  let bytes: Buffer = Buffer.from(whole)
  for (let change = 1 + Math.floor(random() * 8); change > 0; change -= 1) {
    const at = 12 + Math.floor(random() ** 2 * (bytes.length - 12)) // more often near the front, where headers are
    const until = at + Math.floor(random() * 64)
    const kind = Math.floor(random() * 5)
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    if (kind === 1) bytes.fill(Math.floor(random() * 256), at, until)
    if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)])
    if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, until), bytes.subarray(at)])
    if (kind === 4 && random() < 0.2) bytes = bytes.subarray(0, Math.max(13, at))
  }
  return bytes
}

/** Small seeded generator (Tommy Ettinger, public domain), so that a failure can be repeated. */
function mulberry32(seed: number) {
  return () => {
    seed = (seed + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

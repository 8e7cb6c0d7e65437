/** Photo intake on real photographs: what is kept, what is drawn, what must be gone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import exifr from 'exifr'
import sharp, { type Color } from 'sharp'
import { describe, expect, test } from 'vitest'
import { ingestPhoto, type Photo } from './photo.ts'

const UPLOADS = new URL('../../../../shared/data/uploads/', import.meta.url)
const present = existsSync(UPLOADS)
if (!present) console.warn(`SKIPPED: real photographs are not at ${UPLOADS.pathname}`)

const filesIn = (folder: string) =>
  present ? readdirSync(new URL(folder, UPLOADS)).map((name) => ({ name, path: new URL(folder + name, UPLOADS) })) : []
const read = (path: string) => readFileSync(new URL(path, UPLOADS))
const pictures = [...filesIn('photos/'), ...filesIn('exif/')].filter(({ path }) => read(path.href)[0] === 0xff)

describe.skipIf(!present)('real photographs', () => {
  test.each(pictures)('$name becomes three clean JPEGs', async ({ path }) => {
    const photo = await ingestPhoto(read(path.href))
    for (const [name, longest] of [
      ['full', 1600],
      ['card', 640],
      ['thumb', 160],
    ] as const) {
      const variant = photo.sizes[name]
      const header = await sharp(variant.bytes).metadata()
      expect(header).toMatchObject({ format: 'jpeg', width: variant.width, height: variant.height })
      expect(Math.max(variant.width, variant.height)).toBeLessThanOrEqual(longest)
    }
    await expectNoMetadata(photo)
    expect(photo.averageColour).toMatch(/^#[0-9a-f]{6}$/)
    expect(photo.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('files without a picture are refused', async () => {
    await expect(ingestPhoto(read('photos/blank.jpeg'))).rejects.toMatchObject({ code: 'photo_empty' })
    await expect(ingestPhoto(read('exif/README'))).rejects.toMatchObject({ code: 'photo_kind_not_allowed' })
  })

  test.each(filesIn('svg/'))('$name is refused', async ({ path }) => {
    await expect(ingestPhoto(read(path.href))).rejects.toMatchObject({ code: 'photo_kind_not_allowed' })
  })

  test('position and time come back as data and are gone from the picture', async () => {
    const photo = await ingestPhoto(read('photos/sample-with-gps-exif.jpg'))
    expect(photo.position?.lat).toBeCloseTo(51.799172, 5)
    expect(photo.position?.lon).toBeCloseTo(-2.478839, 5)
    const dated = await ingestPhoto(read('exif/DSCN0010.jpg'))
    expect(dated.position?.lat).toBeCloseTo(43.467448, 5)
    expect(dated.takenAt).toBe('2008-10-22T08:28:39.000Z') // 16:28:39 without offset, read as UTC+8
  })

  test('a photo taken with the phone turned is drawn upright', async () => {
    const turned = read('photos/sample-rotated-exif.jpg')
    const { width, height } = await sharp(turned).metadata()
    const upright = await ingestPhoto(turned)
    expect([upright.sizes.full.width, upright.sizes.full.height]).toEqual([height, width])
  })
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i shows the red half on top', async (orientation) => {
  // Build the picture that is red above and blue below once the orientation is applied.
  const upright = await redOverBlue()
  const { data, info } = await undo(upright, orientation).raw().toBuffer({ resolveWithObject: true })
  const stored = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const { sizes } = await ingestPhoto(await stored.jpeg().withMetadata({ orientation }).toBuffer())

  expect([sizes.full.width, sizes.full.height]).toEqual([60, 100])
  const { data: drawn } = await sharp(sizes.full.bytes).raw().toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [...drawn.subarray((y * 60 + x) * 3, (y * 60 + x) * 3 + 3)]
  const [topRed = 0, , topBlue = 0] = pixel(30, 10)
  const [lowRed = 0, , lowBlue = 0] = pixel(30, 90)
  expect([topRed > 200, topBlue < 60, lowRed < 60, lowBlue > 200]).toEqual([true, true, true, true])
})

test('transparent, grey and CMYK pictures are drawn on white in sRGB', async () => {
  const transparent = await plain(4, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer()
  expect((await ingestPhoto(transparent)).averageColour).toBe('#ffffff')
  const grey = await plain(3, '#808080').greyscale().png().toBuffer()
  expect((await ingestPhoto(grey)).averageColour).toBe('#808080')
  const cmyk = await plain(3, '#cc2222').toColourspace('cmyk').jpeg().toBuffer()
  const { averageColour } = await ingestPhoto(cmyk)
  expect(parseInt(averageColour.slice(1, 3), 16)).toBeGreaterThan(150)
})

test('every accepted kind gives up its position, and no kind keeps it', async () => {
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const photo = await ingestPhoto(await plain(3, '#336699').withExif(taizhouExif()).toFormat(kind).toBuffer())
    expect(photo.position?.lat, kind).toBeCloseTo(28.676, 3)
    expect(photo.position?.lon, kind).toBeCloseTo(121.431, 3)
    expect(photo.takenAt, kind).toBe('2026-03-01T01:00:00.000Z')
    await expectNoMetadata(photo)
  }
})

test('an implausible position is no position', async () => {
  const implausible: Record<string, string>[] = [
    { GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' },
    { GPSLatitude: '95/1 0/1 0/1' },
    { GPSLatitude: '28/0 0/0 0/0' },
    { GPSMapDatum: 'TOKYO' },
  ]
  for (const wrong of implausible) {
    const exif = taizhouExif(wrong)
    expect((await ingestPhoto(await plain(3, '#336699').withExif(exif).jpeg().toBuffer())).position).toBeNull()
  }
})

test('a small picture is not blown up and the thumb is cut square', async () => {
  const wide = await ingestPhoto(
    await sharp(await plain(3, '#fff').png().toBuffer())
      .resize(400, 200)
      .png()
      .toBuffer(),
  )
  expect(wide.sizes.full).toMatchObject({ width: 400, height: 200 })
  expect(wide.sizes.thumb).toMatchObject({ width: 160, height: 160 })
})

async function expectNoMetadata(photo: Photo) {
  for (const { bytes } of Object.values(photo.sizes)) {
    const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({})
    expect(await exifr.gps(bytes)).toBeUndefined()
    expect(await exifr.parse(bytes, true).then((tags) => tags?.latitude)).toBeUndefined()
  }
}

const plain = (channels: 3 | 4, background: Color) =>
  sharp({ create: { width: 60, height: 100, channels, background } })

function redOverBlue() {
  const half = (background: string) => ({ create: { width: 60, height: 50, channels: 3 as const, background } })
  return plain(3, '#0000ff')
    .composite([{ input: half('#ff0000'), gravity: 'north' }])
    .png()
    .toBuffer()
}

/** The stored pixels that `orientation` (EXIF 3.0, tag 274) turns into the upright picture. */
function undo(upright: Buffer, orientation: number) {
  const image = sharp(upright)
  // prettier-ignore
  switch (orientation) {
    case 2: return image.flop()
    case 3: return image.rotate(180)
    case 4: return image.flip()
    case 5: return sharp(upright).rotate(270).flop()
    case 6: return image.rotate(270)
    case 7: return sharp(upright).rotate(90).flop()
    case 8: return image.rotate(90)
    default: return image
  }
}

function taizhouExif(changes: Record<string, string> = {}) {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '28/1 40/1 3360/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '121/1 25/1 5160/100',
  }
  return {
    IFD2: { DateTimeOriginal: '2026:03:01 09:00:00', OffsetTimeOriginal: '+08:00' },
    IFD3: { ...gps, ...changes },
  }
}

/**
 * What a photograph knows about itself: where and when it was taken. Read from EXIF before the picture is drawn anew
 * without it. A claim by the sender's device, shown for confirmation, never proof.
 * Source: EXIF 3.0 (CIPA DC-008), GPS and Exif tags.
 */
import exifr from 'exifr'
import type { Position } from '#platform/geometry/convert.ts'

export type PhotoFacts = {
  /** WGS-84, or null when absent or not plausible. */
  position: Position | null
  /** Instant, ISO 8601 in UTC, or null. */
  takenAt: string | null
}

const NOTHING: PhotoFacts = { position: null, takenAt: null }
/** EXIF in a JPEG cannot exceed one 64 KiB segment; PNG and WebP could carry more, no camera does. */
const MAX_EXIF_BYTES = 65_536
const TAGS = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef', 'GPSMapDatum', 'DateTimeOriginal']
const OPTIONS = {
  pick: [...TAGS, 'OffsetTimeOriginal'],
  reviveValues: false,
  ifd1: false,
  makerNote: false,
  userComment: false,
  xmp: false,
  icc: false,
  iptc: false,
  jfif: false,
}

/** Reads position and time from an EXIF block. A damaged block counts as none: the picture itself may be fine. */
export async function readPhotoFacts(exif: Buffer | undefined): Promise<PhotoFacts> {
  if (!exif || exif.length > MAX_EXIF_BYTES) return NOTHING
  const prefix = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0 // JPEG wraps the TIFF block, WebP and PNG do not
  // The parser is a foreign system reading hostile bytes; its complaints carry nothing we could act on.
  const tags: Record<string, unknown> = (await exifr.parse(exif.subarray(prefix), OPTIONS).catch(() => undefined)) ?? {}
  return { position: positionOf(tags), takenAt: instantOf(tags) }
}

function positionOf({ latitude: lat, longitude: lon, GPSMapDatum: datum }: Record<string, unknown>): Position | null {
  if (typeof lat !== 'number' || typeof lon !== 'number') return null
  const inRange = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 // also false for NaN
  const unset = lat === 0 && lon === 0 // what a device without a fix writes
  return inRange && !unset && isWgs84(datum) ? { lon, lat } : null
}

/** Absent means WGS-84 in practice; another datum (TOKYO …) would place the report hundreds of metres away. */
const isWgs84 = (datum: unknown) =>
  datum === undefined || /^\s*(WGS[-_ ]?84|WGS[-_ ]?1984)?[\s\0]*$/i.test(String(datum))

/** EXIF time is a wall clock; without an offset it is read as China Standard Time, the country's only zone. */
function instantOf({ DateTimeOriginal: wallClock, OffsetTimeOriginal: offset }: Record<string, unknown>) {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(wallClock)) ?? []
  if (!year || Number(year) < 1990) return null // no digital camera wrote EXIF before 1995; zeros mean "clock not set"
  const [zone] = /^[+-]\d\d:\d\d/.exec(String(offset)) ?? ['+08:00']
  const instant = new Date(`${year}-${month}-${day}T${time}${zone}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

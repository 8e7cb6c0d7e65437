/** Moments as GeoReport writes them: W3C's profile of ISO 8601 with its zone, seconds and no fractions. */
import { GeoReportError } from './errors.ts'

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/
const CHINA_MS = 8 * 3_600_000

/** In the district's zone, which is China's. */
export const wireTime = (instant: string): string =>
  new Date(Math.floor(Date.parse(instant) / 1000) * 1000 + CHINA_MS).toISOString().replace('.000Z', '+08:00')
/** A day ends at its midnight. */
export const wireDay = (day: string): string => `${day}T23:59:59+08:00`

/** @throws GeoReportError for anything else */
export function readTime(name: string, text: string): Date {
  // A plus sign that a client left unescaped in an address arrives as a blank.
  const spelt = text.replace(/ (\d{2}:\d{2})$/, '+$1')
  const read = new Date(spelt)
  const day = new Date(`${spelt.slice(0, 10)}T00:00:00Z`)
  if (!MOMENT.test(spelt) || Number.isNaN(read.getTime()) || !day.toISOString().startsWith(spelt.slice(0, 10)))
    throw new GeoReportError(400, `${name} is no date and time with its zone, as 2026-11-18T10:00:00+08:00`)
  return read
}

const DAY_MS = 86_400_000
export const SPAN_DAYS = 90

/**
 * The window of a list: both ends included to the second, ninety days from or back to the one that is given, the last
 * ninety when none is. A longer span is refused rather than cut, so that nobody thinks they have all.
 *
 * @throws GeoReportError
 */
export function readWindow(start: string | undefined, end: string | undefined, now: Date): { from: Date; to: Date } {
  const from = start === undefined ? undefined : readTime('start_date', start)
  const to = end === undefined ? undefined : readTime('end_date', end)
  const last = to ?? (from ? new Date(Math.min(from.getTime() + SPAN_DAYS * DAY_MS, now.getTime())) : now)
  const first = from ?? new Date(last.getTime() - SPAN_DAYS * DAY_MS)
  if (to && first > to) throw new GeoReportError(400, 'start_date is after end_date')
  if (last.getTime() - first.getTime() > SPAN_DAYS * DAY_MS)
    throw new GeoReportError(400, `start_date and end_date span more than ${SPAN_DAYS} days`)
  return { from: first, to: new Date(last.getTime() + 999) }
}

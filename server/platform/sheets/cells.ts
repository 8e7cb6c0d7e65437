/**
 * What a cell of Excel shows, as text: numbers to Excel's own 15 digits, dates as 2020-06-10 instead of 43992.
 * Source: ECMA-376 part 1, 18.8.30 (number formats) and 18.17.4 (dates); Excel counts 29 February 1900, which never was.
 */

/** Formats of dates that have a number of their own, those of East Asian editions included. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])
const isEastAsianDate = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.has(id) || isEastAsianDate(id)
  const plain = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[ymdhs]/i.test(plain) && !/general|[0#]\.?[0#]/i.test(plain)
}

const SIGNIFICANT = 15 // ECMA-376 part 1, 18.3.1.96: what Excel keeps of a number

export function numberText(written: string): string {
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  const shown = Number(value.toPrecision(SIGNIFICANT))
  return Math.abs(shown) < 1e21 ? String(shown) : written
}

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(1899, 11, 30)
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465

/** 43992 → 2020-06-10, with the time when there is one; undefined when no date has this number. */
export function serialDate(serial: number, { from1904 = false } = {}): string | undefined {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return undefined
  const beforeLeap = !from1904 && serial < 60 ? 1 : 0
  const minutes = Math.round((serial + beforeLeap) * 1440)
  const at = new Date((from1904 ? FIRST_DAY_1904 : FIRST_DAY) + (minutes / 1440) * DAY_MS).toISOString()
  const [day = '', time = ''] = at.split('T')
  if (serial < 1) return time.slice(0, 5)
  return minutes % 1440 === 0 ? day : `${day} ${time.slice(0, 5)}`
}

/** AB → 27, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const at = letter.charCodeAt(0) - 64
    if (at < 1 || at > 26) break
    column = column * 26 + at
  }
  return column - 1
}

/** 27 → AB */
export function columnName(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : columnName((column - rest) / 26 - 1) + letter
}

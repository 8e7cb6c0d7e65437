/** Days as ledgers write them: 2020-01-02, 2020/1/2, 20200102, 2020.1, 2020年1月2日, 二〇二〇年一月二日, or Excel's number of the day. */
import { serialDate } from '#platform/sheets/cells.ts'

const CHINESE = new Map([...'〇零○一二三四五六七八九'].map((sign, at) => [sign, String(Math.max(0, at - 2))]))
/** From 1950 to 2100: other five-digit numbers are no dates of a ledger. Source: ECMA-376 part 1, 18.17.4. */
const SERIALS = { least: 18_264, most: 73_050 }

/** 2020-01-02; undefined when it is no day that there was or will be. A month without a day is its first. */
export function readDay(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}.*$/, '')
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    const serial = Number(plain)
    return serial >= SERIALS.least && serial <= SERIALS.most ? serialDate(Math.floor(serial)) : undefined
  }
  const written = /^[〇零○一二三四五六七八九十]+年/.test(plain) ? digitsOf(plain) : plain
  const [, year, month, day = '1'] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(written) ??
    /^(\d{4})\s*[-/.年\\]\s*(\d{1,2})(?:\s*[-/.月\\]\s*(\d{1,2})?\s*日?)?$/.exec(written) ??
    []
  if (!year || !month) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
  return isDay && iso >= '1900' && iso < '2101' ? iso : undefined
}

/** 二〇二〇年十二月三十一日 → 2020年12月31日 */
function digitsOf(text: string): string {
  const number = (signs: string) => {
    const [tens, ones] = signs.split('十')
    if (ones === undefined) return [...signs].map((sign) => CHINESE.get(sign) ?? sign).join('')
    return String((tens ? Number(CHINESE.get(tens) ?? 0) : 1) * 10 + (ones ? Number(CHINESE.get(ones) ?? 0) : 0))
  }
  return text.replaceAll(/[〇零○一二三四五六七八九十]+/g, number)
}

/** Mobile numbers as people write them: full-width, with spaces and dashes, +86, several in one cell, an extension behind. */

/** Numbers of mobiles. Source: MIIT, telecommunications numbering plan (2017): 13 to 19 and eight more digits. */
const MOBILE = /^1[3-9]\d{9}$/
const BETWEEN = /[;；,，、/|\n]|\s{2,}|或|和/

export type ReadPhones = { phones: string[]; unread: string[] }

export function readPhones(text: string): ReadPhones {
  const phones: string[] = []
  const unread: string[] = []
  const plain = text.normalize('NFKC').trim()
  // 138 0000 1234 is one number; only if that fails are spaces between numbers
  const parts = plain.split(BETWEEN).flatMap((part) => (digitsOf(part).length > 13 ? part.split(/\s+/) : [part]))
  for (const part of parts) {
    const digits = digitsOf(part)
    if (MOBILE.test(digits)) phones.push(digits)
    else if (part.trim()) unread.push(part.trim())
  }
  return { phones: [...new Set(phones)], unread }
}

const digitsOf = (part: string) =>
  part
    .replaceAll(/[\s\-()（）.]/g, '')
    .replace(/^(手机|电话|tel|mobile)[:：]?/i, '')
    .replace(/^(\+?86|0086)(?=1\d{10}$)/, '')

/** Filled in where there is no number: 18999999999, 13800000000, 11111111111. */
export const isPlaceholder = (phone: string): boolean =>
  /^1\d{2}(\d)\1{7}$/.test(phone) || /(\d)\1{7}/.test(phone) || phone.endsWith('12345678')

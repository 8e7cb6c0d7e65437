/**
 * Identity numbers are looked at while a file is read, to find slips of the pen, and let go: nothing of them is stored.
 * Source: GB 11643-1999 (18 digits, ISO 7064 MOD 11-2); PIPL art. 6.
 */
const FORM = /^[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

export const plainIdentity = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s'’-]/g, '')
    .toUpperCase()

/** Has the form of one, whatever its check digit says. */
export const isIdentityNumber = (text: string): boolean => FORM.test(plainIdentity(text))

export function hasRightCheckDigit(text: string): boolean {
  const number = plainIdentity(text)
  if (!FORM.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return number[17] === CHECKS[sum % 11]
}

/** 111111111111111111: written because the cell may not stay empty. */
export const isFiller = (text: string): boolean =>
  /^(\d)\1+$/.test(plainIdentity(text)) || /^(无|没有|暂无|不详|\/|-)+$/.test(text.trim())

/** Shown instead of one, where a file's first lines are shown and kept. */
export const HIDDEN = '＊＊＊＊＊＊'
export const hideIdentity = (text: string): string => (isIdentityNumber(text) ? HIDDEN : text)

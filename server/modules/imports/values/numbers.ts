/** Areas, counts and shares, read digit by digit: a float would make 94.57 of some areas. */

/** Square metres → hundredths of them; undefined when it is no area. More decimals than two are rounded half up. */
export function readArea(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s,]/g, '')
    .replace(/(平方米|平米|㎡|m2|m²|平)$/i, '')
  const [, whole, decimals = ''] = /^(\d{1,7})(?:\.(\d{0,20}))?$/.exec(plain) ?? []
  if (whole === undefined) return undefined
  const [hundredths, next] = [`${decimals}00`.slice(0, 2), Number(decimals[2] ?? 0)]
  const area = Number(whole) * 100 + Number(hundredths) + (next >= 5 ? 1 : 0)
  return area > 0 ? area : undefined
}

/** A whole number, written 33, 33层 or 三十三 by nobody; undefined otherwise. */
export function readWhole(text: string): number | undefined {
  const [, digits] =
    /^(-?\d{1,9})(?:\.0+)?(?:层|户|人|楼|F)?$/i.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** 50%, 1/2 or 0.5 of the whole, in thousandths. */
export function readShare(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const [, part, whole] = /^(\d{1,4})\/(\d{1,4})$/.exec(plain) ?? []
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(plain) ?? []
  const [, fraction] = /^(0?\.\d{1,3}|1(?:\.0+)?)$/.exec(plain) ?? []
  const permille =
    part && whole
      ? (Number(part) * 1000) / Number(whole)
      : percent
        ? Number(percent) * 10
        : fraction
          ? Number(fraction) * 1000
          : NaN
  const rounded = Math.round(permille)
  return rounded >= 1 && rounded <= 1000 ? rounded : undefined
}

/** 是, 有, 1, Y, √: yes; 否, 无, 0: no; undefined otherwise. */
export function readYesNo(text: string): boolean | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^(是|有|1|y|yes|true|√|✓|对|已.*)$/.test(plain)) return true
  if (/^(否|无|没有|0|n|no|false|×|x|不是|未.*)$/.test(plain)) return false
  return undefined
}

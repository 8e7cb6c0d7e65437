/**
 * What a plate may say. It hangs where anybody reads it, so it must not say who lives there: no number to call or write to,
 * no door, not one's own name. Source: docs/capabilities/members.md, "Plates"; Personal Information Protection Law art. 25.
 */
import { AppError } from '#platform/errors.ts'

/** Five digits in a row, however they are spaced or written, are a number to reach somebody by. */
const NUMBER = /(?:\d[\s\-－—.·]*){5}/
const ADDRESS = /@|微信号|wechat\s*id/i
/** 301 室, 3 单元, 8-2-301, room 301 */
const DOOR = /\d{2,4}\s*[室房户]|\d\s*单元|\d+\s*[-－—]\s*\d+\s*[-－—]\s*\d+|\broom\s*\d+/i

/** @throws plate_tells_who */
export function checkPlateWords(words: string, ownName: string): void {
  const plain = words.normalize('NFKC')
  const tells =
    NUMBER.test(plain) || ADDRESS.test(plain) || DOOR.test(plain) || plain.replaceAll(/\s/g, '').includes(ownName)
  if (tells) throw new AppError('plate_tells_who', { field: 'words' })
}

/** One cell by the field that its column is: a value, or what is wrong with it. The identity number is only looked at. */
import type { ImportField, ImportProblem } from '#contracts/imports.ts'
import { problem, type Value } from './types.ts'
import { readDay } from './values/day.ts'
import { hasRightCheckDigit, isFiller } from './values/identity.ts'
import { isNobody, readName } from './values/name.ts'
import { readArea, readShare, readWhole, readYesNo } from './values/numbers.ts'
import { isPlaceholder, readPhones } from './values/phone.ts'
import * as words from './values/words.ts'

type Read = { value?: Value; problem?: ImportProblem }
type Reader = (text: string, column: number) => Read

const LONGEST_WORDS = 200
const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const plainText: Reader = (text) => ({
  value: text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS),
})
const day: Reader = (text, column) => {
  if (isNobody(text)) return {}
  const value = readDay(text)
  return value ? { value } : { problem: problem('date_unreadable', column, { text: shorten(text) }) }
}
const whole =
  (least: number, most: number): Reader =>
  (text, column) => {
    const value = readWhole(text)
    const isWithin = value !== undefined && value >= least && value <= most
    return isWithin
      ? { value }
      : { problem: problem('number_unreadable', column, { text: shorten(text), least, most }) }
  }
const oneOf =
  (list: Parameters<typeof words.readWord>[0]): Reader =>
  (text, column) => {
    const value = words.readWord(list, text)
    return value
      ? { value }
      : { problem: problem('word_unknown', column, { text: shorten(text), words: words.saidOf(list) }) }
  }
/** Said when it is clear; nobody is sent back for a yes or no. */
const yesNo: Reader = (text) => ({ value: readYesNo(text) ?? false })

const READERS: Record<ImportField, Reader> = {
  compound: plainText,
  grid: plainText,
  building: plainText,
  entrance: plainText,
  room: plainText,
  homeWords: plainText,
  floor: (text) => ({ value: readWhole(text) ?? undefined }),
  floors: whole(1, 200),
  households: whole(0, 100_000),
  usedAs: oneOf(words.USES),
  name(text, column) {
    if (isNobody(text)) return {}
    const value = readName(text)
    return value ? { value } : { problem: problem('name_unreadable', column, { text: shorten(text) }) }
  },
  phone(text, column) {
    const { phones, unread } = readPhones(text)
    const [first, further] = phones
    if (!first)
      return isNobody(text)
        ? {}
        : { problem: problem('phone_unreadable', column, { text: shorten(unread.join('；')) }) }
    if (isPlaceholder(first)) return { problem: problem('phone_placeholder', column) }
    const isMore = further !== undefined || unread.length > 0
    return { value: first, ...(isMore && { problem: problem('phone_further', column) }) }
  },
  identity: (text, column) =>
    isFiller(text) || hasRightCheckDigit(text) ? {} : { problem: problem('identity_wrong', column) },
  personRef: plainText,
  personRole: oneOf(words.ROLES),
  holds: oneOf(words.HOLDS),
  occupants: whole(0, 50),
  movedInOn: day,
  gone: yesNo,
  unitCode: plainText,
  unitKind: oneOf(words.UNIT_KINDS),
  area(text, column) {
    if (isNobody(text)) return {}
    const value = readArea(text)
    return value ? { value } : { problem: problem('area_unreadable', column, { text: shorten(text) }) }
  },
  areaSource: oneOf(words.AREA_WORDS),
  share(text, column) {
    const value = readShare(text)
    return value ? { value } : { problem: problem('share_unreadable', column, { text: shorten(text) }) }
  },
  ownedFrom: day,
  organisation: plainText,
  organisationKind: oneOf(words.ORGANISATION_WORDS),
  parent: plainText,
  dutyPhone(text) {
    const value = text.normalize('NFKC').trim()
    return /^[0-9+ -]{3,20}$/.test(value) ? { value } : {}
  },
  foundedOn: day,
  termEndsOn: day,
  duties: plainText,
  postKind: oneOf(words.POST_WORDS),
  postTitle: plainText,
  fromOn: day,
  toOn: day,
  standsAs: oneOf(words.STANDS_AS),
  stage: oneOf(words.STAGES),
  elsewhere: plainText,
  inService: yesNo,
}

/** An empty cell says nothing. */
export const readCell = (field: ImportField, text: string, column: number): Read =>
  text ? READERS[field](text, column) : {}

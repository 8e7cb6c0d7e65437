/**
 * Writes any JSON value in few bytes: instants as differences, ids as a number in a list, words and shapes of objects from
 * tables, whatever came before as a reference. The bytes are made to be deflated. `read-value.ts` is the way back.
 */
import { INSTANT, isInstant, isUuid, LIMIT, shapeKey, TAG, type Tables } from './format.ts'

export class ValueWriter {
  readonly ids: string[]
  private readonly tables: Tables
  private readonly bytes: number[] = []
  private readonly strings = new Map<string, number>()
  private readonly instants = new Map<number, number>()
  private readonly idNumbers = new Map<string, number>()
  private last: number

  /** `ids` stand for their place in the list from the start; `from` is the instant that the first is told by. */
  constructor(tables: Tables, { ids, from }: { ids: readonly string[]; from: string }) {
    this.tables = tables
    this.ids = []
    for (const id of ids) this.idNumber(id)
    this.last = Date.parse(from)
    this.instants.set(this.last, 0)
  }

  finish = (): Buffer => Buffer.from(this.bytes)

  write(value: unknown): void {
    if (value === null || value === undefined) this.bytes.push(TAG.null)
    else if (value === true) this.bytes.push(TAG.true)
    else if (value === false) this.bytes.push(TAG.false)
    else if (typeof value === 'number') this.number(value)
    else if (typeof value === 'string') this.text(value)
    else if (Array.isArray(value)) this.array(value)
    else this.object(value as Record<string, unknown>) // JSON has nothing else
  }

  private array(values: readonly unknown[]) {
    this.bytes.push(TAG.array)
    this.count(values.length)
    for (const value of values) this.write(value)
  }

  private object(value: Record<string, unknown>) {
    const keys = Object.keys(value)
    const shape = this.tables.shapeNumbers.get(shapeKey(keys))
    if (shape === undefined) {
      this.bytes.push(TAG.object)
      this.count(keys.length)
      for (const key of keys) {
        this.text(key)
        this.write(value[key])
      }
      return
    }
    this.bytes.push(TAG.shape)
    this.count(shape)
    for (const key of this.tables.shapes[shape] ?? []) this.write(value[key])
  }

  private text(text: string) {
    const word = this.tables.wordNumbers.get(text)
    if (word !== undefined) this.short(word, LIMIT.words, TAG.words, TAG.word)
    else if (isInstant(text)) this.instant(Date.parse(text))
    else if (isUuid(text)) this.short(this.idNumber(text), LIMIT.ids, TAG.ids, TAG.id)
    else this.newText(text)
  }

  private newText(text: string) {
    const known = this.strings.get(text)
    if (known !== undefined) return this.short(known, LIMIT.strings, TAG.strings, TAG.string)
    this.strings.set(text, this.strings.size)
    const utf8 = Buffer.from(text, 'utf8')
    this.bytes.push(TAG.newString)
    this.count(utf8.length)
    for (const byte of utf8) this.bytes.push(byte)
  }

  private idNumber(id: string): number {
    const known = this.idNumbers.get(id)
    if (known !== undefined) return known
    this.idNumbers.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }

  private instant(at: number) {
    const known = this.instants.get(at)
    if (known !== undefined) return this.short(known, LIMIT.instants, TAG.instants, TAG.instant)
    this.instants.set(at, this.instants.size)
    const since = at - this.last
    this.last = at
    const [unit, tag] = INSTANT.find(([milliseconds]) => since % milliseconds === 0) ?? INSTANT[2]
    this.bytes.push(tag)
    this.signed(since / unit)
  }

  private number(value: number) {
    if (!Number.isSafeInteger(value) || Math.abs(value) > LIMIT.integer || Object.is(value, -0)) {
      const double = Buffer.alloc(8)
      double.writeDoubleBE(value)
      this.bytes.push(TAG.double, ...double)
    } else if (value >= 0 && value < LIMIT.small) this.bytes.push(TAG.small + value)
    else {
      this.bytes.push(TAG.integer)
      this.signed(value)
    }
  }

  /** In the tag itself where the number is small enough. */
  private short(number: number, limit: number, shortTag: number, longTag: number) {
    if (number < limit) this.bytes.push(shortTag + number)
    else {
      this.bytes.push(longTag)
      this.count(number)
    }
  }

  private signed(value: number) {
    this.count(value >= 0 ? value * 2 : -value * 2 - 1)
  }

  /** Seven bits a byte, the lowest first. */
  private count(value: number) {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128)
    this.bytes.push(rest)
  }
}

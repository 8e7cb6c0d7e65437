/** The way back from `write-value.ts`: the same tables, grown in the same order. */
import { INSTANT, TAG, type Tables } from './format.ts'

const UNIT_MS = Object.fromEntries(INSTANT.map(([unit, tag]) => [tag, unit])) as Record<
  (typeof INSTANT)[number][1],
  number
> // each of its rows

export class ValueReader {
  private readonly tables: Tables
  private readonly bytes: Buffer
  private readonly ids: readonly string[]
  private readonly strings: string[] = []
  /** As text, made once: a history says the same few again and again, and making the text is what costs. */
  private readonly instants: string[]
  private at = 0
  private last: number

  constructor(tables: Tables, bytes: Buffer, { ids, from }: { ids: readonly string[]; from: string }) {
    this.tables = tables
    this.bytes = bytes
    this.ids = ids
    this.last = Date.parse(from)
    this.instants = [new Date(this.last).toISOString()]
  }

  read(): unknown {
    const tag = this.byte()
    if (tag >= TAG.words) return known(this.tables.words, tag - TAG.words)
    if (tag >= TAG.strings) return known(this.strings, tag - TAG.strings)
    if (tag >= TAG.instants) return known(this.instants, tag - TAG.instants)
    if (tag >= TAG.ids) return known(this.ids, tag - TAG.ids)
    if (tag >= TAG.small) return tag - TAG.small
    return this.long(tag)
  }

  private long(tag: number): unknown {
    switch (tag) {
      case TAG.minutes:
      case TAG.seconds:
      case TAG.milliseconds:
        return this.newInstant(this.signed() * UNIT_MS[tag])
      case TAG.null:
        return null
      case TAG.false:
        return false
      case TAG.true:
        return true
      case TAG.newString:
        return this.newString()
      case TAG.string:
        return known(this.strings, this.count())
      case TAG.instant:
        return known(this.instants, this.count())
      case TAG.id:
        return known(this.ids, this.count())
      case TAG.word:
        return known(this.tables.words, this.count())
      case TAG.integer:
        return this.signed()
      case TAG.double:
        return this.slice(8).readDoubleBE()
      case TAG.array:
        return this.array(this.count())
      case TAG.object:
        return Object.fromEntries(Array.from({ length: this.count() }, () => [this.read() as string, this.read()])) // a key was written as text
      case TAG.shape:
        return this.shaped(known(this.tables.shapes, this.count()))
      default:
        throw new Error(`no value begins with ${tag}`)
    }
  }

  private newString(): string {
    const text = this.slice(this.count()).toString('utf8')
    this.strings.push(text)
    return text
  }

  private newInstant(since: number): string {
    this.last += since
    const text = new Date(this.last).toISOString()
    this.instants.push(text)
    return text
  }

  private array(length: number): unknown[] {
    const made: unknown[] = []
    for (let nth = 0; nth < length; nth += 1) made.push(this.read())
    return made
  }

  private shaped(keys: readonly string[]): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    for (const key of keys) made[key] = this.read()
    return made
  }

  private signed(): number {
    const folded = this.count()
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2
  }

  private count(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte % 128) * factor
      if (byte < 128) return value
    }
  }

  private byte(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new Error('the packed file ends too early')
    this.at += 1
    return byte
  }

  private slice(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new Error('the packed file ends too early')
    return this.bytes.subarray(this.at, (this.at += length))
  }
}

function known<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`the packed file refers to what it does not hold (${index})`)
  return found
}

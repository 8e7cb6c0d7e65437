/**
 * Which characters the letters of documents have: what is missing is named before anything is printed, never a blank.
 * Reads the font's own list (OpenType `cmap`, subtable format 12) and nothing else of its ten megabytes.
 * Source: ISO/IEC 14496-22 (OpenType) 5.2.1.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { fontFile } from './fonts.ts'

const TABLE_RECORD = 16
const GROUP = 12
type Range = { from: number; to: number }
let ranges: Range[] | undefined

/** Characters of the text that cannot be printed, each once, in their order. */
export function lacking(text: string): string[] {
  ranges ??= readRanges(fontFile('text'))
  const known = ranges
  const missing = [...new Set(text)].filter((one) => !/\s/.test(one) && !has(known, one.codePointAt(0) ?? 0))
  return missing
}

/** The same text without what cannot be printed: for words that nobody looks over before they are shown. */
export const printable = (text: string): string => {
  const missing = new Set(lacking(text))
  return missing.size === 0 ? text : [...text].filter((one) => !missing.has(one)).join('').trim()
} // prettier-ignore

function has(known: readonly Range[], code: number): boolean {
  let low = 0
  let high = known.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = known[middle]
    if (!range) return false
    if (code < range.from) high = middle - 1
    else if (code > range.to) low = middle + 1
    else return true
  }
  return false
}

function readRanges(file: string): Range[] {
  const handle = openSync(file, 'r')
  try {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length)
      readSync(handle, bytes, 0, length, at)
      return bytes
    }
    const tables = read(12, read(4, 2).readUInt16BE(0) * TABLE_RECORD)
    const cmap = tableAt(tables, 'cmap')
    const records = read(cmap.offset + 4, read(cmap.offset + 2, 2).readUInt16BE(0) * 8)
    for (let at = 0; at < records.length; at += 8) {
      const start = cmap.offset + records.readUInt32BE(at + 4)
      if (read(start, 2).readUInt16BE(0) !== 12) continue
      const groups = read(start + 16, read(start + 12, 4).readUInt32BE(0) * GROUP)
      return Array.from({ length: groups.length / GROUP }, (_, nth) => ({
        from: groups.readUInt32BE(nth * GROUP),
        to: groups.readUInt32BE(nth * GROUP + 4),
      }))
    }
    throw new Error(`${file} has no full list of its characters`)
  } finally {
    closeSync(handle)
  }
}

function tableAt(tables: Buffer, tag: string) {
  for (let at = 0; at < tables.length; at += TABLE_RECORD)
    if (tables.toString('latin1', at, at + 4) === tag) return { offset: tables.readUInt32BE(at + 8) }
  throw new Error(`no table ${tag}`)
}

/**
 * An .xlsx is a zip of XML parts. Its list of contents is judged first: what would unpack to too much, hides another
 * archive, is locked or lies about names is refused unopened; yauzl then holds each part to the size that it declared.
 */
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { AppError } from '#platform/errors.ts'
import { SHEET_LIMITS } from './limits.ts'

export type Archive = { has(name: string): boolean; open(name: string): Promise<Readable> }

const ARCHIVES = /\.(zip|xlsx|xlsm|docx|pptx|jar|7z|rar|gz|bz2|xz)$/i
/** What other programs put into their own archives: told apart so that the refusal can say what to do. */
const FOREIGN = [
  { kind: 'numbers', part: /^Index\/.*\.iwa$|^Index\.zip$/ },
  { kind: 'ods', part: /^content\.xml$/ },
  { kind: 'xlsb', part: /^xl\/workbook\.bin$/ },
]
const ENCRYPTED = 0x1 // general purpose bit 0: APPNOTE.TXT 4.4.4

/** @throws sheet_not_readable, sheet_locked, sheet_kind_not_allowed, sheet_unpacks_too_large */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await listing(bytes)
  const entries = await entriesOf(zip)
  refuse([...entries.values()], bytes.length)
  return {
    has: (name) => entries.has(name),
    open: (name) =>
      new Promise((resolve, reject) => {
        const entry = entries.get(name)
        if (!entry) return reject(new AppError('sheet_not_readable', { part: name }))
        zip.openReadStream(entry, (error, stream) => (error ? reject(unreadable(error)) : resolve(stream)))
      }),
  }
}

const unreadable = (error: Error) => new AppError('sheet_not_readable', { problem: error.message.slice(0, 200) })

const listing = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(unreadable(error)) : resolve(zip)))
  })

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > SHEET_LIMITS.entries) throw tooLarge({ entries: zip.entryCount })
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return reject(new AppError('sheet_not_readable', { problem: 'repeated name' }))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', (error: Error) => reject(unreadable(error)))
    zip.readEntry()
  })
}

function refuse(entries: readonly Entry[], packedBytes: number) {
  const foreign = FOREIGN.find(({ part }) => entries.some(({ fileName }) => part.test(fileName)))
  if (foreign) throw new AppError('sheet_kind_not_allowed', { kind: foreign.kind })
  if (entries.some(({ generalPurposeBitFlag }) => generalPurposeBitFlag & ENCRYPTED)) throw new AppError('sheet_locked')
  if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml'))
    throw new AppError('sheet_kind_not_allowed', { kind: 'zip' })
  const nested = entries.find(({ fileName }) => ARCHIVES.test(fileName))
  if (nested) throw tooLarge({ nested: nested.fileName.slice(0, 100) })
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (inflated > SHEET_LIMITS.inflatedBytes) throw tooLarge({ inflatedBytes: inflated })
  if (inflated > packedBytes * SHEET_LIMITS.ratio) throw tooLarge({ ratio: Math.round(inflated / packedBytes) })
}

const tooLarge = (details: Record<string, string | number>) => new AppError('sheet_unpacks_too_large', details)

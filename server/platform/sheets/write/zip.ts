/**
 * A ZIP archive written as it grows: entry by entry, piece by piece, so that a file of any length needs the memory of a
 * piece. Sizes follow each entry (data descriptors), names are UTF-8. Source: PKWARE APPNOTE 6.3.10, 4.3, 4.4.4.
 */
import { createDeflateRaw, type DeflateRaw } from 'node:zlib'

export type ZipEntry = { name: string; text: AsyncIterable<string> | Iterable<string> }

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})
function crcOn(sum: number, bytes: Buffer): number {
  for (const byte of bytes) sum = (sum >>> 8) ^ (CRC[(sum ^ byte) & 255] ?? 0)
  return sum
}

/** 1980-01-01: the same content is the same file. */
const DOS_DATE = 33
const SIZES_FOLLOW = 0x0008
const UTF8_NAME = 0x0800
const DEFLATE = 8
const VERSION = 20

type Written = { name: Buffer; at: number; crc: number; size: number; packed: number }

export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const { name: words, text } of entries) {
    const one: Written = { name: Buffer.from(words), at, crc: -1, size: 0, packed: 0 }
    const head = Buffer.concat([header(0x04034b50, one, false), one.name])
    yield head
    for await (const piece of packed(text, one)) yield piece
    const after = Buffer.alloc(16)
    after.writeUInt32LE(0x08074b50, 0)
    sizes(after, one, 4)
    yield after
    at += head.length + one.packed + after.length
    written.push(one)
  }
  const directory = Buffer.concat(written.flatMap((one) => [header(0x02014b50, one, true), one.name]))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  yield directory
  yield end
}

/** Fixed part of a local header, or of its line in the directory. */
function header(signature: number, one: Written, inDirectory: boolean): Buffer {
  const bytes = Buffer.alloc(inDirectory ? 46 : 30)
  const shift = inDirectory ? 2 : 0
  bytes.writeUInt32LE(signature, 0)
  if (inDirectory) bytes.writeUInt16LE(VERSION, 4)
  bytes.writeUInt16LE(VERSION, 4 + shift)
  bytes.writeUInt16LE(SIZES_FOLLOW | UTF8_NAME, 6 + shift)
  bytes.writeUInt16LE(DEFLATE, 8 + shift)
  bytes.writeUInt16LE(DOS_DATE, 12 + shift)
  if (inDirectory) sizes(bytes, one, 16)
  bytes.writeUInt16LE(one.name.length, 26 + shift)
  if (inDirectory) bytes.writeUInt32LE(one.at, 42)
  return bytes
}

function sizes(bytes: Buffer, { crc, packed: small, size }: Written, at: number) {
  bytes.writeUInt32LE((crc ^ -1) >>> 0, at)
  bytes.writeUInt32LE(small, at + 4)
  bytes.writeUInt32LE(size, at + 8)
}

/** Compression runs in Node's thread pool; here only one piece waits at a time. */
async function* packed(text: ZipEntry['text'], one: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 6 })
  const feeding = feed(deflate, text, one)
  for await (const piece of deflate) {
    one.packed += (piece as Buffer).length // a stream of bytes
    yield piece as Buffer
  }
  await feeding
}

async function feed(deflate: DeflateRaw, text: ZipEntry['text'], one: Written): Promise<void> {
  for await (const words of text) {
    const bytes = Buffer.from(words)
    one.crc = crcOn(one.crc, bytes)
    one.size += bytes.length
    if (!deflate.write(bytes)) await new Promise((resume) => deflate.once('drain', resume))
  }
  deflate.end()
}

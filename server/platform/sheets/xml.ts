/**
 * Reads one XML part as it streams in. A document type, and with it every entity of one's own, is refused: nothing is
 * fetched, nothing multiplies. Source: OWASP ASVS 5.0, 1.5.1 (XXE).
 */
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { AppError } from '#platform/errors.ts'

export type XmlReader = {
  /** Names without their prefix: some programs write `x:row`. */
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** @throws sheet_not_readable, and what the reader throws */
export async function readXml(stream: Readable, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const })
  parser.on('doctype', () => {
    throw new AppError('sheet_not_readable', { problem: 'document type' })
  })
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), attributes))
  if (reader.text) parser.on('text', reader.text)
  if (reader.text) parser.on('cdata', reader.text)
  parser.on('closetag', ({ name }) => reader.close?.(local(name)))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of stream) parser.write(decoder.decode(chunk as Buffer, { stream: true })) // yauzl streams bytes
    parser.write(decoder.decode()).close()
  } catch (error) {
    stream.destroy()
    if (error instanceof AppError) throw error
    throw new AppError('sheet_not_readable', { problem: String(error).slice(0, 200) })
  }
}

const local = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

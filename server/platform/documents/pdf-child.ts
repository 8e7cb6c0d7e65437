/** The process that draws documents (see pdf-process.ts): one at a time, no connection, no secret. Ends when the server does. */
import process from 'node:process'
import type { Document } from './document.ts'
import { writePdf } from './write-pdf.ts'

export type Ask = { document: Document; photos: Map<string, Uint8Array> }
export type Reply = { bytes: Uint8Array; pages: number } | { bug: string }

process.on('disconnect', () => process.exit())
process.on('message', ({ document, photos }: Ask) => {
  void writePdf(document, photos)
    .then(
      (reply): Reply => reply,
      // errors cannot cross a process boundary as they are
      (error: unknown): Reply => ({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .then((reply) => process.send?.(reply))
})

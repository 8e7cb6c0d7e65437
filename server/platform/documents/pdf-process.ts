/**
 * Draws documents in a process of its own, started with the first and ended after a quiet minute: twenty megabytes of letters
 * and the photos of a bulletin are not kept by the server, pages stay quick beside it, and a photo that breaks the drawing
 * breaks nothing else. Source: docs/decisions/0024-documents-and-fonts.md.
 */
import { constants } from 'node:os'
import { keptChild } from '#platform/elsewhere/kept.ts'
import type { Document, Drawn, Photos } from './document.ts'
import type { Ask, Answer } from './pdf-child.ts'

const drawer = keptChild<Ask, Answer>({
  beside: import.meta.url,
  name: 'pdf-child',
  memoryMb: 256,
  priority: constants.priority.PRIORITY_BELOW_NORMAL,
  maxSeconds: 30,
  quietMs: 60_000,
  mostWaiting: 6, // each holds the photos of a bulletin, some five megabytes
})

/** The document as a PDF. Its words must be printable (coverage.ts). @throws busy */
export async function makePdf(document: Document, photos: Photos): Promise<Drawn> {
  const { bytes, pages } = await drawer.ask({ document, photos: new Map(photos) })
  return { bytes: Buffer.from(bytes), pages }
}

/** The process that draws documents (see pdf-process.ts), one at a time. */
import { answerBy } from '#platform/elsewhere/answer.ts'
import type { Document } from './document.ts'
import { writePdf } from './write-pdf.ts'

export type Ask = { document: Document; photos: Map<string, Uint8Array> }
export type Answer = { bytes: Uint8Array; pages: number }

answerBy<Ask, Answer>(({ document, photos }) => writePdf(document, photos))

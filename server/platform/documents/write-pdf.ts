/** A document drawn: parts in order, then the foot of every page. What must fit one page loses photos from its end until it does. */
import type { Document, Drawn, Part, Photos } from './document.ts'
import { drawBars } from './draw/bars.ts'
import { drawCode } from './draw/code.ts'
import { drawPairs } from './draw/pairs.ts'
import { createPen, INK, type Pen, type Style } from './draw/pen.ts'
import { drawTable } from './draw/table.ts'
import { drawTiles } from './draw/tiles.ts'
import { drawHeading, drawNote, drawText, drawTitle } from './draw/words.ts'

export async function writePdf(document: Document, photos: Photos): Promise<Drawn> {
  const pen = createPen(document)
  const collected = collect(pen)
  for (const part of document.parts) drawPart(pen, part, photos)
  const { count: pages } = pen.doc.bufferedPageRange()
  const shorter = document.onePage && pages > 1 ? withoutLastPair(document) : undefined
  if (!shorter) drawFeet(pen, document, pages)
  pen.root.end()
  pen.doc.end()
  const bytes = await collected
  return shorter ? writePdf(shorter, photos) : { bytes, pages }
}

function drawPart(pen: Pen, part: Part, photos: Photos) {
  switch (part.part) {
    case 'title':
      return drawTitle(pen, part)
    case 'heading':
      return drawHeading(pen, part)
    case 'text':
      return drawText(pen, part)
    case 'note':
      return drawNote(pen, part)
    case 'tiles':
      return drawTiles(pen, part)
    case 'table':
      return drawTable(pen, part)
    case 'bars':
      return drawBars(pen, part)
    case 'pairs':
      return drawPairs(pen, part, photos)
    case 'code':
      return drawCode(pen, part)
  }
}

/** Undefined when nothing is left that could be left off. */
function withoutLastPair(document: Document): Document | undefined {
  const at = document.parts.findLastIndex((one) => one.part === 'pairs' && one.pairs.length > 0)
  const part = document.parts[at]
  if (part?.part !== 'pairs') return undefined
  return { ...document, parts: document.parts.with(at, { ...part, pairs: part.pairs.slice(0, -1) }) }
}

function drawFeet(pen: Pen, { foot, pageWords }: Document, pages: number) {
  const style: Style = { size: pen.size.small, colour: INK.faint }
  const { doc, left, width, size } = pen
  for (let page = 0; page < pages; page += 1) {
    doc.switchToPage(page)
    const top = doc.page.height - size.margin - size.small * 0.6
    doc.markContent('Artifact', { type: 'Pagination' })
    pen.plainAt(foot, { x: left, top, room: width, style })
    const number = pageWords.replace('{page}', String(page + 1)).replace('{pages}', String(pages))
    pen.plainAt(number, { x: left, top, room: width, style: { ...style, align: 'right' } })
    doc.endMarkedContent()
  }
}

function collect({ doc }: Pen): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

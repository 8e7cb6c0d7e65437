/** A document drawn: parts in order, then the foot of every page. What must fit one page is made shorter until it does. */
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
  const shorter = document.onePage && pages > 1 ? shortened(document) : undefined
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

/** Photos first, down to one pair, then rows of tables, then the last pair with its heading. Undefined when that is gone too. */
function shortened(document: Document): Document | undefined {
  const pairsAt = document.parts.findLastIndex((one) => one.part === 'pairs')
  const pairs = document.parts[pairsAt]
  if (pairs?.part === 'pairs' && pairs.pairs.length > 1)
    return { ...document, parts: document.parts.with(pairsAt, { ...pairs, pairs: pairs.pairs.slice(0, -1) }) }
  const tableAt = document.parts.findLastIndex((one) => one.part === 'table' && one.rows.length > LEAST_ROWS)
  const table = document.parts[tableAt]
  if (table?.part === 'table')
    return { ...document, parts: document.parts.with(tableAt, { ...table, rows: table.rows.slice(0, -1) }) }
  if (pairsAt < 0) return undefined
  const from = document.parts[pairsAt - 1]?.part === 'heading' ? pairsAt - 1 : pairsAt
  return { ...document, parts: document.parts.toSpliced(from, pairsAt - from + 1) }
}
const LEAST_ROWS = 2

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

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

/** Photos beyond two, then the large one, then rows of tables, then what is spare, then the last photos. Undefined at the end. */
function shortened(document: Document): Document | undefined {
  const { parts } = document
  const pairsAt = parts.findLastIndex((one) => one.part === 'pairs')
  const pairs = parts[pairsAt]
  if (pairs?.part === 'pairs' && pairs.pairs.length > LEAST)
    return { ...document, parts: parts.with(pairsAt, { ...pairs, pairs: pairs.pairs.slice(0, -1) }) }
  if (pairs?.part === 'pairs' && pairs.largeFirst && pairs.pairs.length > 1)
    return { ...document, parts: parts.with(pairsAt, { ...pairs, largeFirst: false }) }
  const tableAt = parts.findLastIndex((one) => one.part === 'table' && one.rows.length > LEAST)
  const table = parts[tableAt]
  if (table?.part === 'table')
    return { ...document, parts: parts.with(tableAt, { ...table, rows: table.rows.slice(0, -1) }) }
  const at = [parts.findLastIndex((one) => one.part === 'text' && one.spare), pairsAt].find((one) => one >= 0)
  if (at === undefined) return undefined
  const from = parts[at - 1]?.part === 'heading' ? at - 1 : at
  return { ...document, parts: parts.toSpliced(from, at - from + 1) }
}
const LEAST = 2

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

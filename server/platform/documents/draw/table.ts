/** A table whose head comes again on every page, with hairlines between rows and nothing else around it. */
import type { Column, Part } from '../document.ts'
import { INK, type Pen, type Style } from './pen.ts'

type Table = Extract<Part, { part: 'table' }>
type Cell = { x: number; room: number; column: Column }

export function drawTable(pen: Pen, { columns, rows, under }: Table) {
  const { size } = pen
  const gap = size.text
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = pen.width - gap * (columns.length - 1)
  const cells: Cell[] = []
  let x = pen.left
  for (const column of columns) {
    const room = (free * column.share) / shares
    cells.push({ x, room, column })
    x += room + gap
  }
  const table = pen.element('Table')
  const head = columns.map(({ name }) => name)
  const headStyle: Style = { size: size.small, colour: INK.faint }
  const rowStyle: Style = { size: size.text, leading: 1.45 }
  const heightOf = (words: readonly string[], style: Style) =>
    Math.max(...cells.map(({ room }, at) => pen.heightOf(words[at] ?? '', room, style))) + size.text * 0.7

  const drawRow = (words: readonly string[], tag: 'TH' | 'TD', style: Style) => {
    const height = heightOf(words, style)
    const top = pen.y
    const row = pen.element('TR', table)
    for (const [at, { x: start, room, column }] of cells.entries()) {
      const cell = pen.element(tag, row)
      const own: Style = column.number ? { ...style, align: 'right' } : style
      pen.wordsAt(words[at] ?? '', { x: start, top: top + size.text * 0.35, room, style: own, element: cell })
      cell.end()
    }
    row.end()
    pen.ornament(() => pen.doc.moveTo(pen.left, top + height).lineTo(pen.left + pen.width, top + height).lineWidth(0.5).strokeColor(INK.line).stroke()) // prettier-ignore
    pen.down(height)
  }

  const headHeight = heightOf(head, headStyle)
  const first = rows[0]
  pen.need(headHeight + (first ? heightOf(first, rowStyle) : 0))
  drawRow(head, 'TH', headStyle)
  for (const row of rows) {
    const before = pen.y
    pen.need(heightOf(row, rowStyle))
    if (pen.y < before) drawRow(head, 'TH', headStyle)
    drawRow(row, 'TD', rowStyle)
  }
  table.end()
  if (under) {
    pen.down(size.small * 0.5)
    pen.words(under, 'Caption', { size: size.small, colour: INK.faint })
  }
  pen.down(size.text * 0.6)
}

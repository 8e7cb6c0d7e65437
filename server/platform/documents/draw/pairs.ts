/** Before and after of what was put right, two pairs in a row on a page of text, photos cut to the same shape. */
import type { Part, Photos, Picture } from '../document.ts'
import { INK, type Pen, type Style } from './pen.ts'

type Pairs = Extract<Part, { part: 'pairs' }>
const SHAPE = 3 / 4
/** Over the whole width a photo is cut wider, so that words still find room. */
const LARGE_SHAPE = 9 / 16

export function drawPairs(pen: Pen, { pairs, marks, largeFirst }: Pairs, photos: Photos) {
  const across = 2
  const gap = pen.size.text * 1.4
  const narrow = (pen.width - gap * (across - 1)) / across
  let at = 0
  while (at < pairs.length) {
    const large = largeFirst && at === 0
    const wide = large ? pen.width : narrow
    const row = pairs.slice(at, at + (large ? 1 : across))
    const height = Math.max(...row.map((one) => heightOf(pen, one, wide)))
    pen.need(height)
    for (const [nth, one] of row.entries())
      drawPair(pen, one, { x: pen.left + nth * (wide + gap), wide, marks, photos })
    pen.down(height + gap * 0.5)
    at += row.length
  }
}

const titleStyle = (pen: Pen): Style => ({ size: pen.size.text, weight: 'bold', leading: 1.4 })
const underStyle = (pen: Pen): Style => ({ size: pen.size.small, colour: INK.faint, leading: 1.45 })
const photoHeight = (pen: Pen, wide: number) =>
  ((wide - pen.size.text * 0.4) / 2) * (wide < pen.width ? SHAPE : LARGE_SHAPE)

const heightOf = (pen: Pen, { title, under }: Pairs['pairs'][number], wide: number) =>
  photoHeight(pen, wide) + pen.size.text * 0.5 + pen.heightOf(title, wide, titleStyle(pen)) + pen.heightOf(under, wide, underStyle(pen)) // prettier-ignore

type At = { x: number; wide: number; marks: Pairs['marks']; photos: Photos }
function drawPair(pen: Pen, { title, under, before, after }: Pairs['pairs'][number], { x, wide, marks, photos }: At) {
  const seam = pen.size.text * 0.4
  const half = (wide - seam) / 2
  const high = photoHeight(pen, wide)
  const top = pen.y
  for (const [at, picture] of [before, after].entries()) {
    const start = x + at * (half + seam)
    drawPhoto(pen, picture, { x: start, top, wide: half, high, photos })
    drawMark(pen, marks[at] ?? '', start, top + high)
  }
  const words = pen.element('P')
  let down = top + high + pen.size.text * 0.5
  down += pen.wordsAt(title, { x, top: down, room: wide, style: titleStyle(pen), element: words })
  pen.wordsAt(under, { x, top: down, room: wide, style: underStyle(pen), element: words })
  words.end()
}

type Frame = { x: number; top: number; wide: number; high: number; photos: Photos }
function drawPhoto({ doc, element, root, size }: Pen, { key, ground, words }: Picture, { x, top, wide, high, photos }: Frame) {
  const figure = element('Figure', root, { alt: words })
  const bytes = photos.get(key)
  figure.add(() => {
    doc.save()
    doc.roundedRect(x, top, wide, high, size.text * 0.4).clip()
    doc.rect(x, top, wide, high).fill(ground)
    if (bytes) doc.image(Buffer.from(bytes), x, top, { cover: [wide, high], align: 'center', valign: 'center' })
    doc.restore()
  })
  figure.end()
} // prettier-ignore

function drawMark(pen: Pen, text: string, x: number, bottom: number) {
  const style: Style = { size: pen.size.small, colour: '#ffffff', leading: 1.5 }
  const [line] = pen.linesOf(text, pen.width, style)
  const pad = pen.size.small * 0.5
  const high = pen.leadOf(style)
  pen.ornament(() =>
    pen.doc.roundedRect(x + pad, bottom - high - pad, (line?.width ?? 0) + 2 * pad, high, pad).fillOpacity(0.72).fill(INK.text).fillOpacity(1),
  ) // prettier-ignore
  const label = pen.element('Lbl')
  pen.wordsAt(text, { x: x + 2 * pad, top: bottom - high - pad, room: pen.width, style, element: label })
  label.end()
}

/**
 * The pen: where on which page the next thing stands. Breaks pages, sets lines, and says of everything what it is (tagged
 * PDF), so that a screen reader reads the document in order.
 */
import PdfDocument from 'pdfkit'
import { fontFile, type Weight } from '../fonts.ts'
import { sizesOf, type Document, type Sizes } from '../document.ts'
import { breakLines, type Line } from '../typeset.ts'

/** As the pages are coloured (web/styles/tokens.css), in ink on paper. */
export const INK = {
  text: '#14212a',
  soft: '#42525d',
  faint: '#5c6c77',
  line: '#cbd4d9',
  ground: '#f2f5f6',
  accent: '#0a678a',
  accentSoft: '#e2f0f5',
  series: ['#0a678a', '#4d9a78', '#c9923a'],
} as const
const LEADING = 1.6 // clreq 2.2: half an em and more between lines of text
/** How far letters hang below the line's middle: ascent of Noto Sans SC is 1.16 em of 1.448. */
const FONT_HEIGHT = 1.448

export type Tag = 'H1' | 'H2' | 'P' | 'Caption' | 'TH' | 'TD' | 'Note' | 'Lbl'
export type Style = { size: number; weight?: Weight; colour?: string; leading?: number; even?: boolean; align?: 'left' | 'right' | 'center' } // prettier-ignore
type Structure = PDFKit.PDFStructureElement

export type Pen = ReturnType<typeof createPen>

export function createPen(document: Document) {
  const { title, subject, author, language, paper } = document
  const size: Sizes = sizesOf(document)
  const doc = new PdfDocument({
    size: paper,
    margin: 0,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: language,
    pdfVersion: '1.7',
    info: { Title: title, Subject: subject, Author: author, Creator: 'Linli', Producer: 'Linli' },
  })
  doc.registerFont('text', fontFile('text'))
  doc.registerFont('bold', fontFile('bold'))
  const root: Structure = doc.struct('Document')
  doc.addStructure(root)
  const left = size.margin
  const width = doc.page.width - 2 * size.margin
  const bottom = doc.page.height - size.margin - size.small * LEADING
  let y: number = size.margin

  const measureAt = ({ size: points, weight = 'text' }: Style) => {
    doc.font(weight).fontSize(points)
    return (text: string) => doc.widthOfString(text)
  }
  const linesOf = (text: string, room: number, style: Style): Line[] =>
    text
      .split('\n')
      .flatMap((paragraph) =>
        breakLines(paragraph, { width: room, size: style.size, measure: measureAt(style), even: style.even ?? false }),
      )
  const leadOf = ({ size: points, leading = LEADING }: Style) => points * leading

  /** Sets one line with its top at `top`. */
  function setLine(line: Line, x: number, top: number, room: number, style: Style) {
    const { size: points, weight = 'text', colour = INK.text, align = 'left' } = style
    const start = align === 'right' ? x + room - line.width : align === 'center' ? x + (room - line.width) / 2 : x
    const baseline = top + (leadOf(style) - points * FONT_HEIGHT) / 2
    doc.font(weight).fontSize(points).fillColor(colour)
    for (const { text, x: offset } of line.pieces)
      doc.text(text, start + offset, baseline, { lineBreak: false, characterSpacing: line.spread })
  }

  const pen = {
    doc,
    size,
    left,
    width,
    root,
    linesOf,
    leadOf,
    get y() {
      return y
    },
    get rest() {
      return bottom - y
    },
    /** Room before the next thing; none at the top of a page. */
    space(points: number) {
      if (y > size.margin) y += points
    },
    down(points: number) {
      y += points
    },
    /** Begins a new page unless this much fits on the present one. */
    need(points: number) {
      if (y + points <= bottom || y === size.margin) return
      doc.addPage()
      y = size.margin
    },
    /** A tagged element; `draw` may be called several times for it, once a page. */
    element(tag: string, parent: Structure = root, options: { alt?: string } = {}): Structure {
      const one = doc.struct(tag, options)
      parent.add(one)
      return one
    },
    /** What is only there to look at. */
    ornament(draw: () => void) {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    /** Words at a place that was worked out before: no page is begun. Gives the height. */
    wordsAt(text: string, { x, top, room, style, element }: { x: number; top: number; room: number; style: Style; element: Structure }): number {
      const lines = linesOf(text, room, style)
      if (lines.length > 0) element.add(() => lines.forEach((line, at) => setLine(line, x, top + at * leadOf(style), room, style)))
      return lines.length * leadOf(style)
    },
    /** As wordsAt, of what is no part of the text: feet of pages. */
    plainAt(text: string, { x, top, room, style }: { x: number; top: number; room: number; style: Style }) {
      linesOf(text, room, style).forEach((line, at) => setLine(line, x, top + at * leadOf(style), room, style))
    },
    /** Words that flow over pages. */
    words(text: string, tag: Tag, style: Style, { x = left, room = width } = {}) {
      const element = pen.element(tag)
      for (const line of linesOf(text, room, style)) {
        pen.need(leadOf(style))
        const top = y
        element.add(() => setLine(line, x, top, room, style))
        y += leadOf(style)
      }
      element.end()
    },
    heightOf: (text: string, room: number, style: Style) => linesOf(text, room, style).length * leadOf(style),
  } // prettier-ignore
  return pen
}

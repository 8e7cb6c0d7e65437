/** Title, headings, paragraphs, and what is set apart. Title and headings are bookmarks too. */
import { INK, type Pen, type Style } from './pen.ts'

export function drawTitle(pen: Pen, { text, under }: { text: string; under: string }) {
  const style: Style = { size: pen.size.title, weight: 'bold', leading: 1.3 }
  pen.doc.outline.addItem(text)
  pen.words(text, 'H1', style)
  pen.down(pen.size.small * 0.3)
  pen.words(under, 'P', { size: pen.size.small, colour: INK.faint })
  pen.down(pen.size.small * 0.6)
  const { doc, left, width, y } = pen
  pen.ornament(() => doc.moveTo(left, y).lineTo(left + width, y).lineWidth(1.5).strokeColor(INK.accent).stroke()) // prettier-ignore
  pen.down(pen.size.text)
}

export function drawHeading(pen: Pen, { text }: { text: string }) {
  pen.space(pen.size.text * 0.9)
  const style: Style = { size: pen.size.heading, weight: 'bold', leading: 1.4 }
  // A heading never stands alone at the foot of a page.
  pen.need(pen.leadOf(style) + pen.size.text * 5)
  pen.doc.outline.addItem(text)
  pen.words(text, 'H2', style)
  pen.down(pen.size.text * 0.35)
}

export function drawText(pen: Pen, { text }: { text: string }) {
  for (const paragraph of text.split('\n').filter(Boolean)) {
    pen.words(paragraph, 'P', { size: pen.size.text, even: true })
    pen.down(pen.size.text * 0.35)
  }
}

export function drawNote(pen: Pen, { text }: { text: string }) {
  const { doc, left, width, size } = pen
  const style: Style = { size: size.text, colour: INK.text }
  const pad = size.text
  const height = pen.heightOf(text, width - 2 * pad, style) + 1.4 * pad
  pen.space(size.text * 0.3)
  pen.need(height)
  const top = pen.y
  pen.ornament(() => doc.roundedRect(left, top, width, height, size.text * 0.6).fill(INK.accentSoft))
  const element = pen.element('Note')
  pen.wordsAt(text, { x: left + pad, top: top + 0.7 * pad, room: width - 2 * pad, style, element })
  element.end()
  pen.down(height + size.text * 0.8)
}

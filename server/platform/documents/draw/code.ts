/** A QR code, its title and where it leads, set apart as one thing. */
import type { Part } from '../document.ts'
import { qrModules } from '../qr.ts'
import { INK, type Pen, type Style } from './pen.ts'

const QUIET = 4 // ISO/IEC 18004 clause 6.3.8
const WIDE_EMS = 5.5

export function drawCode(pen: Pen, { address, title, under }: Extract<Part, { part: 'code' }>) {
  const { doc, left, width, size } = pen
  const wide = WIDE_EMS * size.text
  pen.space(size.text * 0.6)
  pen.need(wide)
  const top = pen.y
  const modules = qrModules(address)
  const module = wide / (modules.length + 2 * QUIET)
  pen.ornament(() => doc.roundedRect(left, top, width, wide, size.text * 0.6).fill(INK.ground))
  const figure = pen.element('Figure', pen.root, { alt: `${title} ${address}` })
  figure.add(() => {
    doc.roundedRect(left, top, wide, wide, size.text * 0.6).fill('#ffffff')
    for (const [y, row] of modules.entries())
      for (const [x, dark] of row.entries())
        if (dark) doc.rect(left + (x + QUIET) * module, top + (y + QUIET) * module, module, module)
    doc.fill('#000000')
    doc.link(left, top, wide, wide, address)
  })
  figure.end()
  const room = width - wide - 2 * size.text
  const strong: Style = { size: size.heading, weight: 'bold', leading: 1.4 }
  const soft: Style = { size: size.small, colour: INK.soft, leading: 1.5 }
  const high = pen.heightOf(title, room, strong) + pen.heightOf(under, room, soft)
  const words = pen.element('P')
  const start = top + (wide - high) / 2
  const x = left + wide + size.text
  const down = pen.wordsAt(title, { x, top: start, room, style: strong, element: words })
  pen.wordsAt(under, { x, top: start + down, room, style: soft, element: words })
  words.end()
  pen.down(wide + size.text * 0.6)
}

/** Bars by day or week, drawn as shapes; every group carries its numbers, and the whole is told in words for those who do not see it. */
import type { Part } from '../document.ts'
import { INK, type Pen, type Style } from './pen.ts'

type Bars = Extract<Part, { part: 'bars' }>
const HEIGHT_EMS = 11
/** More groups than this and their numbers would touch. */
const NUMBERED = 16

export function drawBars(pen: Pen, { series, points, words }: Bars) {
  const { doc, size, left, width } = pen
  const small: Style = { size: size.small, colour: INK.faint, leading: 1.4 }
  const line = pen.leadOf(small)
  const tall = HEIGHT_EMS * size.text
  const height = line * 1.6 + tall + line * 2.4
  pen.need(height)
  const figure = pen.element('Figure', pen.root, { alt: words })
  const top = pen.y
  let x = left
  for (const [at, name] of series.entries()) {
    const mark = size.small
    figure.add(() => void doc.roundedRect(x, top + (line - mark) / 2, mark, mark, mark * 0.25).fill(INK.series[at] ?? INK.faint)) // prettier-ignore
    const [measured] = pen.linesOf(name, width, small)
    pen.wordsAt(name, { x: x + mark * 1.5, top, room: width, style: small, element: figure })
    x += mark * 3 + (measured?.width ?? 0)
  }
  const most = Math.max(1, ...points.flatMap(({ values }) => values))
  const base = top + line * 2.6 + tall
  const slot = width / Math.max(1, points.length)
  const bar = Math.min(slot / (series.length + 1), size.text * 2)
  figure.add(
    () =>
      void doc
        .moveTo(left, base)
        .lineTo(left + width, base)
        .lineWidth(0.5)
        .strokeColor(INK.line)
        .stroke(),
  )
  for (const [nth, { name, values }] of points.entries()) {
    const start = left + nth * slot + (slot - bar * values.length) / 2
    for (const [at, value] of values.entries()) {
      const high = (value / most) * tall
      if (high > 0) figure.add(() => void doc.roundedRect(start + at * bar + bar * 0.08, base - high, bar * 0.84, high, Math.min(bar * 0.15, high / 2)).fill(INK.series[at] ?? INK.faint)) // prettier-ignore
      if (points.length <= NUMBERED && value > 0)
        pen.wordsAt(String(value), { x: start + at * bar - bar, top: base - high - line, room: bar * 3, style: { ...small, align: 'center' }, element: figure }) // prettier-ignore
    }
    // Of many days every few are named, so that names do not touch.
    const every = Math.ceil((points.length * size.small * 3) / width)
    if (nth % every === 0)
      pen.wordsAt(name, { x: left + nth * slot - slot * every * 0.5 + slot * 0.5, top: base + line * 0.2, room: slot * every, style: { ...small, align: 'center' }, element: figure }) // prettier-ignore
  }
  figure.end()
  pen.down(height + size.text * 0.4)
}

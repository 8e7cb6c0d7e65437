/** A few large numbers beside each other, at most four in a row, each with its name and how it was counted. */
import type { Part } from '../document.ts'
import { INK, type Pen, type Style } from './pen.ts'

const IN_A_ROW = 4
type Tiles = Extract<Part, { part: 'tiles' }>['tiles']

export function drawTiles(pen: Pen, { tiles }: { tiles: Tiles }) {
  const across = Math.min(IN_A_ROW, tiles.length % IN_A_ROW === 1 ? 3 : tiles.length)
  for (let at = 0; at < tiles.length; at += across) drawRow(pen, tiles.slice(at, at + across), across)
  pen.down(pen.size.text * 0.4)
}

function drawRow(pen: Pen, tiles: Tiles, across: number) {
  const { doc, left, width, size } = pen
  const gap = size.text * 0.7
  const pad = size.text * 0.8
  const wide = (width - gap * (across - 1)) / across
  const room = wide - 2 * pad
  const name: Style = { size: size.small, colour: INK.soft }
  const value: Style = { size: size.figure, weight: 'bold', colour: INK.accent, leading: 1.25 }
  const under: Style = { size: size.small, colour: INK.faint, leading: 1.45 }
  const heightOf = (one: Tiles[number]) =>
    pen.heightOf(one.name, room, name) + pen.leadOf(value) + pen.heightOf(one.under, room, under) + 1.5 * pad
  const height = Math.max(...tiles.map(heightOf))
  pen.need(height)
  for (const [at, one] of tiles.entries()) {
    const x = left + at * (wide + gap)
    const top = pen.y
    pen.ornament(() => doc.roundedRect(x, top, wide, height, size.text * 0.6).fill(INK.ground))
    const element = pen.element('P')
    let down = top + 0.75 * pad
    down += pen.wordsAt(one.name, { x: x + pad, top: down, room, style: name, element })
    pen.wordsAt(one.value, { x: x + pad, top: down, room: room + pad, style: value, element })
    down += pen.leadOf(value)
    pen.wordsAt(one.under, { x: x + pad, top: down, room, style: under, element })
    element.end()
  }
  pen.down(height + gap)
}

/** Where the words of the latest lamps stand: beside their lamp, and none over another or off the sheet. */
import type { Point } from '#web/components/map-view.ts'
import { CITY } from './city-plan.ts'

export type Callout = { key: string; lamp: Point; title: string; note: string; at: Point; side: 'start' | 'end' }
type Wanted = { key: string; lamp: Point; title: string; note: string }

const LINE = 20
const LETTER = 17
/** Kept free for the headline above and the figures below. */
const FREE = { left: 30, right: CITY.width - 60, top: 300, bottom: CITY.height - 175 }
// prettier-ignore
const AROUND: readonly Point[] = [[36, -72], [-36, -72], [60, -30], [-60, -30], [44, 60], [-44, 60], [90, -110], [-90, -110]]

export function placeCallouts(wanted: readonly Wanted[], most: number): Callout[] {
  const placed: (Callout & { box: Box })[] = []
  for (const one of wanted) {
    if (placed.length === most) break
    const width = LETTER * Math.max(widthOf(one.title), widthOf(one.note) * 0.85)
    const found = AROUND.map(([dx, dy]): { at: Point; side: Callout['side']; box: Box } => {
      const at: Point = [one.lamp[0] + dx, one.lamp[1] + dy]
      const side = dx > 0 ? 'start' : 'end'
      const left = side === 'start' ? at[0] : at[0] - width
      return { at, side, box: { left, right: left + width, top: at[1] - LINE, bottom: at[1] + LINE * 1.4 } }
    }).find(({ box }) => inside(box) && placed.every((other) => apart(box, other.box)))
    if (found) placed.push({ ...one, ...found })
  }
  return placed.map(({ box: _box, ...callout }) => callout)
}

type Box = { left: number; right: number; top: number; bottom: number }
const inside = ({ left, right, top, bottom }: Box) =>
  left >= FREE.left && right <= FREE.right && top >= FREE.top && bottom <= FREE.bottom
const GAP = 14
const apart = (a: Box, b: Box) =>
  a.right + GAP < b.left || b.right + GAP < a.left || a.bottom + GAP < b.top || b.bottom + GAP < a.top
/** In Chinese letters: Latin ones and figures take about half. */
const widthOf = (words: string) => [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.56 : 1), 0)

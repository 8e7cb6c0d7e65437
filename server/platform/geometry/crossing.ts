/** Do sides of rings cross each other? Only sides whose boxes meet are compared, so that 20,000 points take a moment. */
import Flatbush from 'flatbush'
import type { Spot } from './flat.ts'

type Side = [from: Spot, to: Spot]

export function crosses(rings: readonly (readonly Spot[])[]): boolean {
  const sides = rings.flatMap((ring) => ring.slice(1).map((to, at): Side => [ring[at] ?? to, to]))
  if (sides.length === 0) return false
  const index = new Flatbush(sides.length)
  const boxes = sides.map(
    ([[ax, ay], [bx, by]]) => [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const,
  )
  for (const box of boxes) index.add(...box)
  index.finish()
  return sides.some((side, at) =>
    index.search(...(boxes[at] ?? [0, 0, 0, 0])).some((other) => other > at && doCross(side, sides[other])),
  )
}

/** Each ends on another side of the other; a common corner or a touch is no crossing. */
function doCross([a, b]: Side, other: Side | undefined): boolean {
  if (!other) return false
  const [c, d] = other
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** Square metres, to within rounding to the centimetre. */
const turn = ([ax, ay]: Spot, [bx, by]: Spot, [cx, cy]: Spot) => {
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  return Math.abs(area) < 0.02 * Math.hypot(bx - ax, by - ay) ? 0 : area
}

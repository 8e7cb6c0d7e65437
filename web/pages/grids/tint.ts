/** Five tints say which area, never which state. From the sixth on each takes one that nothing beside it has. */
import type { Area } from '#contracts/grids.ts'

export type Tint = 1 | 2 | 3 | 4 | 5
const TINTS: readonly Tint[] = [1, 2, 3, 4, 5]

export function tintsOf(outlines: readonly (Area | null)[]): Tint[] {
  const boxes = outlines.map((outline) => outline && boxOf(outline))
  const tints: Tint[] = []
  for (const [at, box] of boxes.entries()) {
    const beside = new Set(tints.filter((_, other) => touches(box, boxes[other])))
    const free = at < TINTS.length ? TINTS[at] : TINTS.find((tint) => !beside.has(tint))
    tints.push(free ?? TINTS[at % TINTS.length] ?? 1)
  }
  return tints
}

type Box = { west: number; south: number; east: number; north: number }

function boxOf({ coordinates }: Area): Box {
  const points = (coordinates as unknown[]).flat(Infinity) as number[] // pairs of numbers, however deep
  const lons = points.filter((_, at) => at % 2 === 0)
  const lats = points.filter((_, at) => at % 2 === 1)
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
}

const touches = (a: Box | null | undefined, b: Box | null | undefined) =>
  a && b && a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

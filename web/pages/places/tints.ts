/** Which of the five tints an area has: the same on the map and in the table beside it. */
import type { MapShape } from '#contracts/places.ts'

const TINTS = [1, 2, 3, 4, 5] as const

/** By the order of areas on the map, whatever else is drawn. */
export function tintOf(shapes: readonly MapShape[], placeId: string | null): (typeof TINTS)[number] {
  const grids = shapes.filter(({ kind }) => kind === 'grid').map((shape) => shape.placeId)
  return TINTS[grids.indexOf(placeId) % TINTS.length] ?? 1
}

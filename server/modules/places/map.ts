/**
 * What the map draws of a place: outlines one or two levels below it, so that a district does not send every house.
 * Source: docs/capabilities/places.md, "Map".
 */
import type { MapShape, PlaceLevel } from '#contracts/places.ts'
import { boxAround, boxOf, type Box } from '#platform/geometry/convert.ts'
import { covers } from './path.ts'
import { isValid, lineOf, type Place, type Tree } from './tree.ts'

type Drawn = Exclude<MapShape['kind'], 'road' | 'green' | 'water'>

// prettier-ignore
const SHOWN: Record<Drawn, readonly PlaceLevel[]> = {
  district:    ['district', 'subdistrict', 'community', 'grid'],
  subdistrict: ['subdistrict', 'community', 'compound', 'grid'],
  community:   ['community', 'compound', 'grid', 'building'],
  compound:    ['compound', 'grid', 'building'],
  grid:        ['grid', 'building'],
  building:    ['building'],
}
/** Around a place without an outline. */
const AROUND_POINT_M = 200

/** Entrances and homes are shown as their building. */
export const drawnPlace = (tree: Tree, path: string): Place | undefined => lineOf(tree, path).at(-1)

export function outlinesBelow(tree: Tree, top: Place, on: string): MapShape[] {
  return tree.all.flatMap((place) => {
    const { id, level, name, outline } = place
    if (level === 'entrance' || level === 'home' || top.level === 'entrance' || top.level === 'home') return []
    if (!outline || !covers(top.path, place.path) || !SHOWN[top.level].includes(level) || !isValid(place, on)) return []
    return [{ placeId: id, kind: level, name, geometry: outline }]
  })
}

/** Box of the place, of what is drawn below it, or around its point. */
export function boundsOf({ outline, lon, lat }: Place, shapes: readonly MapShape[], tree: Tree): Box {
  if (outline) return boxOf(outline)
  const boxes = shapes.flatMap(({ placeId }) => {
    const below = placeId && tree.byId.get(placeId)?.outline
    return below ? [boxOf(below)] : []
  })
  if (boxes.length > 0) return boxes.reduce(together)
  return boxAround({ lon: lon ?? 0, lat: lat ?? 0 }, AROUND_POINT_M)
}

const together = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
})

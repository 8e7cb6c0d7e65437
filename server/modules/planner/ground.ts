/** Where places are, in metres round the middle of what is planned: near enough to flat for a community. */
import { lineOf, type Place, type Tree } from '#modules/places/index.ts'
import { METRES_PER_DEGREE, polygonsOf, type Position } from '#platform/geometry/convert.ts'

export type Flat = { x: number; y: number }

/** Gives metres east and north of `middle`. */
export function flatRound(middle: Position) {
  const east = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180)
  return ({ lon, lat }: Position): Flat => ({
    x: Math.round((lon - middle.lon) * east * 10) / 10,
    y: Math.round((lat - middle.lat) * METRES_PER_DEGREE * 10) / 10,
  })
}

/** The middle of the places that have one; none when nobody has drawn anything yet. */
export function middleOf(places: readonly Place[]): Position | undefined {
  const known = places.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [{ lon, lat }]))
  if (known.length === 0) return undefined
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
  return { lon: mean(known.map(({ lon }) => lon)), lat: mean(known.map(({ lat }) => lat)) }
}

/** Its own point, or that of what it lies in, or the middle. */
export function pointOf(tree: Tree, place: Place, middle: Position): Position {
  const known = [place, ...lineOf(tree, place.path).toReversed()].find(({ lon, lat }) => lon !== null && lat !== null)
  return { lon: known?.lon ?? middle.lon, lat: known?.lat ?? middle.lat }
}

/** The outer ring of its largest part, for what stands between two buildings. */
export function ringOf({ outline }: Place, flat: (at: Position) => Flat): [number, number][] {
  const rings = outline ? polygonsOf(outline).flatMap(([outer]) => (outer ? [outer] : [])) : []
  const [largest = []] = rings.toSorted((a, b) => b.length - a.length)
  return largest.map(([lon = 0, lat = 0]) => {
    const { x, y } = flat({ lon, lat })
    return [x, y]
  })
}

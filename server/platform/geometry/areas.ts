/**
 * Which places hold a point: districts, communities, grids with a shape on the map. Answers from memory in microseconds,
 * so a report finds its grid while the resident still types; the database needs no geometry.
 *
 * The index is built from rows and thrown away when a shape changes. On a border every touching area answers, in an
 * order that depends only on the areas, never on the order they were given in.
 */
import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import { boxAround, boxOf, METRES_PER_DEGREE, polygonsOf, type Outline } from './convert.ts'

export type Area = {
  id: string
  /** Depth in the place tree: the deeper, the more specific. */
  level: number
  outline: Outline
  /** Dates `YYYY-MM-DD`; from this day on, until the day before. Null: open. */
  validFrom: string | null
  validTo: string | null
}

export type NearArea = { id: string; level: number; metres: number }

export type AreaIndex = {
  /** Ids of the areas holding the point on that day: most specific first, then inside before border, then by id. */
  find(lon: number, lat: number, on: string): string[]
  /** Areas within `maxMetres` of the point (0 when inside): nearest first, then most specific, then by id. */
  nearest(lon: number, lat: number, maxMetres: number, on: string): NearArea[]
}

type Point = number[]
type Polygon = { area: Area; rings: Point[][] }

/** @throws Error when an outline is empty or a number in it is not finite */
export function buildAreaIndex(areas: readonly Area[]): AreaIndex {
  const polygons = areas.flatMap((area) =>
    polygonsOf(area.outline).map((rings) => ({ area, rings: rings.map(closed) })),
  )
  const tree = treeOf(polygons)

  const polygonsAt = (west: number, south: number, east: number, north: number, on: string) =>
    (tree?.search(west, south, east, north) ?? [])
      .map((position) => polygons[position])
      .filter((polygon) => polygon !== undefined)
      .filter(({ area }) => isValid(area, on))

  return {
    find(lon, lat, on) {
      const hits = new Map<Area, boolean>() // area → strictly inside
      for (const { area, rings } of polygonsAt(lon, lat, lon, lat, on)) {
        const answer = pointInPolygon([lon, lat], rings)
        if (answer !== false) hits.set(area, hits.get(area) === true || answer === true)
      }
      return [...hits]
        .sort(([a, aInside], [b, bInside]) => b.level - a.level || Number(bInside) - Number(aInside) || byId(a, b))
        .map(([area]) => area.id)
    },
    nearest(lon, lat, maxMetres, on) {
      const { west, south, east, north } = boxAround({ lon, lat }, maxMetres)
      const near = new Map<Area, number>()
      for (const { area, rings } of polygonsAt(west, south, east, north, on)) {
        const metres = metresTo([lon, lat], rings)
        if (metres <= maxMetres) near.set(area, Math.min(metres, near.get(area) ?? Infinity))
      }
      return [...near]
        .map(([{ id, level }, metres]) => ({ id, level, metres }))
        .sort((a, b) => a.metres - b.metres || b.level - a.level || byId(a, b))
    },
  }
}

function treeOf(polygons: readonly Polygon[]): Flatbush | undefined {
  if (polygons.length === 0) return undefined // flatbush refuses to index nothing
  const tree = new Flatbush(polygons.length)
  for (const { area, rings } of polygons) {
    const { west, south, east, north } = boxOf({ type: 'Polygon', coordinates: rings })
    if (![west, south, east, north].every(Number.isFinite)) throw new Error(`Area ${area.id} has no usable outline`)
    tree.add(west, south, east, north)
  }
  tree.finish()
  return tree
}

const isValid = ({ validFrom, validTo }: Area, on: string) =>
  (validFrom === null || validFrom <= on) && (validTo === null || on < validTo)

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** RFC 7946 asks for closed rings; drawn or imported ones sometimes are not. */
function closed(ring: Point[]): Point[] {
  const first = ring[0]
  const last = ring.at(-1)
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring
}

/** Metres from a point to a polygon, 0 inside or on its border. Flat around the point: exact to 0.1 % within 10 km. */
function metresTo(point: Point, rings: Point[][]) {
  if (pointInPolygon(point, rings) !== false) return 0
  const [lon = NaN, lat = NaN] = point
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const flat = ([x = NaN, y = NaN]: Point): Point => [(x - lon) * east, (y - lat) * METRES_PER_DEGREE]
  let nearest = Infinity
  for (const ring of rings.map((points) => points.map(flat))) {
    for (const [at, end] of ring.entries()) nearest = Math.min(nearest, metresToSegment(ring[at - 1] ?? end, end))
  }
  return nearest
}

/** Distance of the origin to the segment a–b. */
function metresToSegment([ax = NaN, ay = NaN]: Point, [bx = NaN, by = NaN]: Point) {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

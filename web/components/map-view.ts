/**
 * The geometry of our map: degrees to metres on a flat sheet round a middle, which is exact enough for a district, and the
 * paths that its shapes are drawn with. y grows downwards, as on paper.
 */
import type { MapShape } from '#contracts/places.ts'

export type Point = readonly [x: number, y: number]
export type Sheet = { lon: number; lat: number; metresPerLon: number }
/** What is seen: the middle in metres, and how many metres one pixel is. */
export type View = { x: number; y: number; scale: number }

const METRES_PER_LAT = 111_320 // one degree of latitude on the sphere of WGS-84's mean radius, to 0.5 %

export function sheetFor([west, south, east, north]: readonly number[]): Sheet {
  const lat = ((south ?? 0) + (north ?? 0)) / 2
  return { lon: ((west ?? 0) + (east ?? 0)) / 2, lat, metresPerLon: METRES_PER_LAT * Math.cos((lat * Math.PI) / 180) }
}

export const toSheet = (sheet: Sheet, lon: number, lat: number): Point => [
  (lon - sheet.lon) * sheet.metresPerLon,
  (sheet.lat - lat) * METRES_PER_LAT,
]

export const fromSheet = (sheet: Sheet, [x, y]: Point) => ({
  lon: sheet.lon + x / sheet.metresPerLon,
  lat: sheet.lat - y / METRES_PER_LAT,
})

/** The view that shows all of the bounds in so many pixels. */
export function viewOf(
  sheet: Sheet,
  [west, south, east, north]: readonly number[],
  width: number,
  height: number,
): View {
  const [left, bottom] = toSheet(sheet, west ?? 0, south ?? 0)
  const [right, top] = toSheet(sheet, east ?? 0, north ?? 0)
  const scale = Math.max((right - left) / width, (bottom - top) / height) * 1.04 || 1
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale }
}

/** West, south, east and north of these shapes; nothing of none. */
export function boundsOf(shapes: readonly MapShape[]): readonly number[] | undefined {
  const points = shapes.flatMap(ringsOf).flat()
  if (points.length === 0) return undefined
  const side = (at: 0 | 1, most: boolean) =>
    points.reduce((found, point) => (most ? Math.max(found, point[at]) : Math.min(found, point[at])), most ? -180 : 180)
  return [side(0, false), side(1, false), side(0, true), side(1, true)]
}

/** The rings (or the line) of a shape in metres; outer and inner rings alike. */
export const linesOf = (sheet: Sheet, shape: MapShape): Point[][] =>
  ringsOf(shape).map((ring) => ring.map(([lon, lat]) => toSheet(sheet, lon, lat)))

function ringsOf({ geometry }: MapShape): [number, number][][] {
  const coordinates = geometry.coordinates as never[] // GeoJSON: nested by type, told apart just below
  return geometry.type === 'Polygon'
    ? coordinates
    : geometry.type === 'MultiPolygon'
      ? coordinates.flat()
      : [coordinates]
}

export const pathOf = (lines: readonly (readonly Point[])[], closed = true): string =>
  lines.map((line) => `M${line.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'Z' : ''}`).join('')

/** The side of a block that stands `by` metres high on paper: the ring swept along the shadow's direction. */
export function sidePathOf(ring: readonly Point[], by: number): string {
  const quads = ring.slice(1).map((end, at): Point[] => {
    const start = ring[at] ?? end
    return [start, end, [end[0] + by * 0.85, end[1] + by], [start[0] + by * 0.85, start[1] + by]]
  })
  // every quad turned the same way round, else overlapping ones would cut holes
  return pathOf(quads.map((quad) => (areaOf(quad) < 0 ? quad.reverse() : quad)))
}

export function middleOf(ring: readonly Point[]): Point {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}

export const widthOf = (ring: readonly Point[]): number =>
  Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x))

const areaOf = (ring: readonly Point[]) =>
  ring.reduce(
    (sum, [x, y], at) =>
      sum + x * (ring[(at + 1) % ring.length]?.[1] ?? 0) - y * (ring[(at + 1) % ring.length]?.[0] ?? 0),
    0,
  )
const round = (metres: number) => Math.round(metres * 100) / 100

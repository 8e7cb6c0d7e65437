/**
 * Positions and the three coordinate systems of Chinese maps. Inside the system everything is WGS-84; what comes from or
 * goes to AMap, Tencent (GCJ-02) or Baidu (BD-09) is converted here, at the edge, with its source named. Taking one for
 * the other moves a point by 300–700 m, which is another community.
 */
import gcoord from 'gcoord'

export type CoordinateSystem = 'wgs84' | 'gcj02' | 'bd09'
/** Degrees, WGS-84 unless a coordinate system is named beside it. */
export type Position = { lon: number; lat: number }
type Ring = number[][]
/** GeoJSON (RFC 7946); every point is [longitude, latitude]. */
export type Outline = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
export type Box = { west: number; south: number; east: number; north: number }

const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** Outside China GCJ-02 equals WGS-84, as its providers define it. */
export const toWgs84 = (position: Position, from: CoordinateSystem) => convert(position, from, 'wgs84')

export const fromWgs84 = (position: Position, to: CoordinateSystem) => convert(position, 'wgs84', to)

/** A converted copy; the outline given is left as it is. */
export const outlineToWgs84 = (outline: Outline, from: CoordinateSystem) => convertOutline(outline, from, 'wgs84')

export const outlineFromWgs84 = (outline: Outline, to: CoordinateSystem) => convertOutline(outline, 'wgs84', to)

function convertOutline(outline: Outline, from: CoordinateSystem, to: CoordinateSystem): Outline {
  if (from === to) return outline
  const convertRing = (ring: Ring) => ring.map((point) => convertPoint(point, from, to))
  return outline.type === 'Polygon'
    ? { type: 'Polygon', coordinates: outline.coordinates.map(convertRing) }
    : { type: 'MultiPolygon', coordinates: outline.coordinates.map((rings) => rings.map(convertRing)) }
}

/** Great-circle distance (haversine), good to 0.5 % because the earth is no sphere. */
export function distanceMetres(a: Position, b: Position): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const chord = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon)
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The polygons of an outline, each as [outer ring, ...holes]. */
export const polygonsOf = (outline: Outline): Ring[][] =>
  outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates

export function boxOf(outline: Outline): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [lon = NaN, lat = NaN] of polygonsOf(outline).flat(2)) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

/** The smallest box holding every point within `metres`; not for the poles or the date line. */
export function boxAround({ lon, lat }: Position, metres: number): Box {
  const north = metres / METRES_PER_DEGREE
  const east = north / Math.cos(radians(Math.abs(lat) + north))
  return { west: lon - east, south: lat - north, east: lon + east, north: lat + north }
}

export const boxHolds = (box: Box, { lon, lat }: Position) =>
  lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north

/** Mean earth radius, IUGG 1980. */
const EARTH_RADIUS_METRES = 6_371_008.8
export const METRES_PER_DEGREE = (EARTH_RADIUS_METRES * Math.PI) / 180
const radians = (degrees: number) => (degrees * Math.PI) / 180

function convert({ lon, lat }: Position, from: CoordinateSystem, to: CoordinateSystem): Position {
  const [newLon = NaN, newLat = NaN] = convertPoint([lon, lat], from, to)
  return { lon: newLon, lat: newLat }
}

function convertPoint([lon = NaN, lat = NaN]: number[], from: CoordinateSystem, to: CoordinateSystem): number[] {
  return gcoord.transform([lon, lat], SYSTEMS[from], SYSTEMS[to])
}

/** Metres between two points and the box round one, on a flat sheet: exact enough within a compound. */
export type Point = { lon: number; lat: number }

const METRES_PER_DEGREE = 111_320 // one degree of latitude on the sphere of WGS-84's mean radius, to 0.5 %
const metresPerLon = (lat: number) => METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)

export const metresBetween = (one: Point, other: Point): number =>
  Math.hypot((one.lon - other.lon) * metresPerLon(one.lat), (one.lat - other.lat) * METRES_PER_DEGREE)

/** west, south, east, north. */
export function boxAround({ lon, lat }: Point, metres: number): number[] {
  const [byLon, byLat] = [metres / metresPerLon(lat), metres / METRES_PER_DEGREE]
  return [lon - byLon, lat - byLat, lon + byLon, lat + byLat]
}

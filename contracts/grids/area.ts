/** Ground on the map: as it is sent to the web, and as somebody sends it in. */
import Type, { type Static } from 'typebox'

export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const

const AREA = {
  type: 'object',
  properties: {
    type: { type: 'string', enum: ['Polygon', 'MultiPolygon'] },
    coordinates: { type: 'array', items: {} },
  },
  required: ['type', 'coordinates'],
  additionalProperties: false,
}
/** GeoJSON (RFC 7946) in WGS-84: a polygon, or several where a grid lies in parts. */
export const Area = Type.Unsafe<
  { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] }
>(AREA)
export type Area = Static<typeof Area>
/** Longitude, latitude, and a height that nobody reads: RFC 7946, 3.1.1. */
const POINT = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 }
const RINGS = { type: 'array', items: { type: 'array', items: POINT } }
/** The same as somebody sends it: depth and numbers are looked at. A condition, so that nullable() can add its null. */
export const SentArea = Type.Unsafe<Area>({
  ...AREA,
  examples: [{ type: 'Polygon', coordinates: [[[120.15, 30.28], [120.151, 30.28], [120.151, 30.281], [120.15, 30.28]]] }], // prettier-ignore
  if: { properties: { type: { const: 'Polygon' } } },
  then: { properties: { coordinates: RINGS } },
  else: { properties: { coordinates: { type: 'array', items: RINGS } } },
})

/** The place tree, finding a place in it, and what the map draws. */
import Type, { type Static } from 'typebox'
import { Count, endpoint, Id, Latitude, Longitude, nullable, oneOf, shape, Words } from '../endpoint.ts'

export const PLACE_LEVELS = [
  'district',
  'subdistrict',
  'community',
  'compound',
  'grid',
  'building',
  'entrance',
  'home',
] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

/** What a building or a home is there for; only homes count as households. */
export const USED_AS = ['homes', 'shops', 'offices', 'service', 'parking', 'other'] as const
export type UsedAs = (typeof USED_AS)[number]

/** What keeps a place from being removed. */
export const PLACE_REFERENCES = [
  'place',
  'gridHistory',
  'request',
  'person',
  'organisation',
  'post',
  'venue',
  'household',
  'owner',
  'member',
  'import',
  'plan',
  'connection',
  'bulletin',
  'export',
] as const
export type PlaceReference = (typeof PLACE_REFERENCES)[number]

export const PlaceView = shape({
  id: Id,
  parentId: nullable(Id),
  level: oneOf(PLACE_LEVELS),
  name: Type.String(),
  /** 1 gathers compounds, 2 is the grid of some 400 households, 3 an area 片区 within it; null for what is no grid. */
  gridLevel: nullable(Type.Integer({ minimum: 1, maximum: 3 })),
  code: nullable(Type.String()),
  households: nullable(Count),
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
})
export type PlaceView = Static<typeof PlaceView>

/** GeoJSON geometry in WGS-84; drawn, never edited here. */
const Geometry = Type.Unsafe<{ type: 'Polygon' | 'MultiPolygon' | 'LineString'; coordinates: unknown }>({
  type: 'object',
  properties: { type: { type: 'string' }, coordinates: { type: 'array', items: {} } },
  required: ['type', 'coordinates'],
})

export const MapShape = shape({
  /** Place of the tree, or null for ground that only helps the eye: road, green, water. */
  placeId: nullable(Id),
  kind: oneOf(['district', 'subdistrict', 'community', 'compound', 'grid', 'building', 'road', 'green', 'water']),
  name: Type.String(),
  geometry: Geometry,
})
export type MapShape = Static<typeof MapShape>

export const listPlaces = endpoint({
  method: 'GET',
  path: '/api/places',
  access: 'signedIn',
  key: 'places.read',
  summary: 'Children of a place, or the top of the tree',
  query: shape({ parentId: Type.Optional(Id) }),
  reply: Type.Array(PlaceView),
})

export const findPlace = endpoint({
  method: 'GET',
  path: '/api/places/at',
  access: 'signedIn',
  key: 'places.read',
  summary: 'The places that hold a point, largest first; found by geometry',
  query: shape({ lon: Longitude, lat: Latitude, system: Type.Optional(oneOf(['wgs84', 'gcj02', 'bd09'])) }),
  reply: Type.Array(PlaceView),
})

export const searchPlaces = endpoint({
  method: 'GET',
  path: '/api/places/search',
  access: 'signedIn',
  key: 'places.read',
  summary: 'Places by name or code within my district, with their path in words',
  query: shape({ q: Words(40), level: Type.Optional(oneOf(PLACE_LEVELS)) }),
  reply: Type.Array(shape({ ...PlaceView.properties, pathName: Type.String() })),
})

export const mapShapes = endpoint({
  method: 'GET',
  path: '/api/places/:id/map',
  access: 'signedIn',
  key: 'places.read',
  summary: 'Everything the map draws for a place: outlines below it, buildings, roads, green, water',
  params: shape({ id: Id }),
  reply: shape({
    place: PlaceView,
    bounds: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'west, south, east, north' }),
    shapes: Type.Array(MapShape),
  }),
})

/** The place tree (district → … → home), its outlines, and the shapes the map draws. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, endpoint, Id, Latitude, Longitude, nullable, oneOf, shape, Words } from './endpoint.ts'

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
  summary: 'Children of a place, or the top of the tree',
  query: Type.Object({ parentId: Type.Optional(Id) }, { additionalProperties: false }),
  reply: Type.Array(PlaceView),
})

export const findPlace = endpoint({
  method: 'GET',
  path: '/api/places/at',
  access: 'signedIn',
  summary: 'The places that hold a point, largest first; found by geometry',
  query: Type.Object(
    { lon: Longitude, lat: Latitude, system: Type.Optional(oneOf(['wgs84', 'gcj02', 'bd09'])) },
    { additionalProperties: false },
  ),
  reply: Type.Array(PlaceView),
})

export const searchPlaces = endpoint({
  method: 'GET',
  path: '/api/places/search',
  access: 'signedIn',
  summary: 'Places by name or code within my district, with their path in words',
  query: Type.Object({ q: Words(40), level: Type.Optional(oneOf(PLACE_LEVELS)) }, { additionalProperties: false }),
  reply: Type.Array(Type.Object({ ...PlaceView.properties, pathName: Type.String() }, { additionalProperties: false })),
})

export const mapShapes = endpoint({
  method: 'GET',
  path: '/api/places/:id/map',
  access: 'signedIn',
  summary: 'Everything the map draws for a place: outlines below it, buildings, roads, green, water',
  params: shape({ id: Id }),
  reply: shape({
    place: PlaceView,
    bounds: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'west, south, east, north' }),
    shapes: Type.Array(MapShape),
  }),
})

// The register ------------------------------------------------------------------------------------------------------

/** A place as the register keeps it; `children` are the places directly in it. */
export const RegisterPlace = shape({
  ...PlaceView.properties,
  fullName: Type.String(),
  residents: nullable(Count),
  /** Storeys of a building; the storey of a home. */
  floors: nullable(Type.Integer()),
  usedAs: oneOf(USED_AS),
  drawn: Type.Boolean(),
  children: Count,
})
export type RegisterPlace = Static<typeof RegisterPlace>

export const listRegister = endpoint({
  method: 'GET',
  path: '/api/register',
  access: 'registers.view',
  summary: 'What lies directly in a place; without one, the largest places that I answer for',
  query: Type.Object({ parentId: Type.Optional(Id) }, { additionalProperties: false }),
  reply: Type.Array(RegisterPlace),
})

export const readRegister = endpoint({
  method: 'GET',
  path: '/api/register/:id',
  access: 'registers.view',
  summary: 'A place with the line above it and how much of each level lies in it',
  params: ById,
  reply: shape({
    place: RegisterPlace,
    /** From the district down, without the place itself. */
    line: Type.Array(shape({ id: Id, level: oneOf(PLACE_LEVELS), name: Type.String() })),
    counts: shape({
      communities: Count,
      compounds: Count,
      basicGrids: Count,
      areas: Count,
      buildings: Count,
      /** Buildings without an outline on the map. */
      undrawn: Count,
      /** Buildings that lie in no grid of some 400 households. */
      ungridded: Count,
      /** Single homes entered; null where only the figures of buildings are looked at. */
      homes: nullable(Count),
    }),
    mayManage: Type.Boolean(),
  }),
})

export const readFirstSteps = endpoint({
  method: 'GET',
  path: '/api/register/first-steps',
  access: 'places.manage',
  summary: 'How far a new installation has come with its places: communities, and the compound that is being entered',
  reply: shape({
    topId: Id,
    /** The first hundred. */
    communities: Type.Array(shape({ id: Id, name: Type.String() })),
    compounds: Count,
    /** The compound, when there is exactly one. */
    compoundId: nullable(Id),
  }),
})

export const readHomes = endpoint({
  method: 'GET',
  path: '/api/register/:id/homes',
  access: 'registers.view',
  summary: 'The homes of a building by entrance and storey',
  params: ById,
  reply: shape({
    entrances: Type.Array(shape({ id: Id, name: Type.String() })),
    homes: Type.Array(
      shape({
        id: Id,
        /** Null for a home that opens from the building itself. */
        entranceId: nullable(Id),
        name: Type.String(),
        code: nullable(Type.String()),
        floor: nullable(Type.Integer()),
        usedAs: oneOf(USED_AS),
      }),
    ),
  }),
})

/** Grids are cut and drawn by calls of their own: contracts/grids.ts. */
const MADE_BY_HAND = ['subdistrict', 'community', 'compound', 'building', 'entrance', 'home'] as const

const Editable = changes({
  name: Words(60),
  code: nullable(Words(40)),
  floors: nullable(Type.Integer({ minimum: -9, maximum: 200 })),
  households: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  residents: nullable(Type.Integer({ minimum: 0, maximum: 5_000_000 })),
  usedAs: oneOf(USED_AS),
  lon: nullable(Longitude),
  lat: nullable(Latitude),
})

export const addPlace = endpoint({
  method: 'POST',
  path: '/api/register',
  access: 'places.manage',
  creates: true,
  summary: 'Enter a place inside another',
  body: Type.Object(
    {
      ...Editable.properties,
      name: Words(60),
      parentId: Id,
      level: oneOf(MADE_BY_HAND),
    },
    { additionalProperties: false },
  ),
  reply: RegisterPlace,
})

export const changePlace = endpoint({
  method: 'PATCH',
  path: '/api/register/:id',
  access: 'places.manage',
  summary: 'Correct what is kept of a place; a new name goes into the addresses of all that lies in it',
  params: ById,
  body: Editable,
  reply: RegisterPlace,
})

export const removePlace = endpoint({
  method: 'DELETE',
  path: '/api/register/:id',
  access: 'places.manage',
  summary: 'Take out a place entered by mistake, with all that lies in it; refused while anything refers to it',
  params: ById,
  reply: shape({ removed: Count }),
})

// Many at once ------------------------------------------------------------------------------------------------------

/** 101 on the first floor, 0101, or one running number through the stairwell. */
export const ROOM_NUMBERS = ['floorRoom', 'padded', 'running'] as const
export const BUILDING_WORDS = ['栋', '号楼', '幢', '座'] as const

export const BulkPlaces = shape({
  /** 1-19, 21 or 1-3,A,B. */
  buildings: Words(200),
  buildingWord: oneOf(BUILDING_WORDS),
  /** 0: homes open from the building itself. */
  entrances: Type.Integer({ minimum: 0, maximum: 20 }),
  floors: Type.Integer({ minimum: 1, maximum: 99 }),
  firstFloor: Type.Integer({ minimum: 1, maximum: 9 }),
  homesPerFloor: Type.Integer({ minimum: 1, maximum: 40 }),
  numbers: oneOf(ROOM_NUMBERS),
  /** Storeys that are not counted, as 4,13,14 in some towers. */
  withoutFloors: Words(60, 0),
})
export type BulkPlaces = Static<typeof BulkPlaces>

const BulkReply = shape({
  buildings: Count,
  entrances: Count,
  homes: Count,
  /** Names of buildings that are there with homes in them: nothing is added to those. */
  skipped: Type.Array(Type.String()),
  /** Addresses of the first homes and of the last. */
  examples: Type.Array(Type.String()),
})
export type BulkReply = Static<typeof BulkReply>

export const previewBulk = endpoint({
  method: 'POST',
  path: '/api/register/:id/bulk/preview',
  access: 'places.manage',
  writes: false,
  summary: 'What a bulk entry would make, before it is made',
  params: ById,
  body: BulkPlaces,
  reply: BulkReply,
})

export const addBulk = endpoint({
  method: 'POST',
  path: '/api/register/:id/bulk',
  access: 'places.manage',
  creates: true,
  summary: 'Enter buildings with their entrances and homes at once',
  params: ById,
  body: BulkPlaces,
  reply: BulkReply,
})

// Divisions of the country ------------------------------------------------------------------------------------------

export const DIVISION_LEVELS = ['province', 'city', 'district', 'subdistrict', 'community'] as const
const DivisionCode = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$' })
export const DivisionView = shape({
  code: DivisionCode,
  name: Type.String(),
  level: oneOf(DIVISION_LEVELS),
  /** What it lies in, largest first, for telling homonyms apart. */
  above: Type.Array(Type.String()),
  /** Already in my district's tree. */
  taken: Type.Boolean(),
})
export type DivisionView = Static<typeof DivisionView>

export const searchDivisions = endpoint({
  method: 'GET',
  path: '/api/divisions',
  access: 'places.manage',
  summary: 'Divisions by name or code (further words say in what), or those that lie in one',
  query: Type.Object(
    { q: Type.Optional(Words(60)), within: Type.Optional(DivisionCode) },
    { additionalProperties: false },
  ),
  reply: shape({ rows: Type.Array(DivisionView), more: Type.Boolean() }),
})

export const takeDivisions = endpoint({
  method: 'POST',
  path: '/api/divisions/take',
  access: 'places.manage',
  creates: true,
  summary: 'Enter subdistricts and communities from the list of divisions, with what they lie in up to my district',
  body: shape({ codes: Type.Array(DivisionCode, { minItems: 1, maxItems: 400 }) }),
  reply: shape({ added: Count, placeIds: Type.Array(Id) }),
})

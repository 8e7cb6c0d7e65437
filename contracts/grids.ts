/**
 * Grids of three levels: who lies in which, redrawing them from a day on, their outlines, and reading reports as then or as
 * now. Source: docs/capabilities/grids.md.
 */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { PLACE_LEVELS } from './places.ts'

export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const
export const GRID_CHANGE_KINDS = ['create', 'split', 'merge', 'move', 'redraw', 'rename', 'end', 'plan'] as const
export type GridChangeKind = (typeof GRID_CHANGE_KINDS)[number]

/** 1 gathers compounds of a community, 2 is the grid of some 400 households, 3 an area 片区 within it. */
export const GridLevel = Type.Unsafe<1 | 2 | 3>({ type: 'integer', enum: [1, 2, 3] })

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
const SentArea = Type.Unsafe<Area>({
  ...AREA,
  examples: [{ type: 'Polygon', coordinates: [[[120.15, 30.28], [120.151, 30.28], [120.151, 30.281], [120.15, 30.28]]] }], // prettier-ignore
  if: { properties: { type: { const: 'Polygon' } } },
  then: { properties: { coordinates: RINGS } },
  else: { properties: { coordinates: { type: 'array', items: RINGS } } },
})

/** A community has a few hundred buildings; nobody draws more at once. */
const MOST_BUILDINGS = 2_000
const MOST_GRIDS = 100
const BuildingIds = Type.Array(Id, { maxItems: MOST_BUILDINGS })

// Who lies in which ---------------------------------------------------------------------------------------------------

export const GridView = shape({
  id: Id,
  name: Type.String(),
  code: nullable(Type.String()),
  buildingIds: Type.Array(Id),
  households: Count,
  outline: nullable(Area),
  /** Of its outline; null while nobody has drawn it. */
  areaM2: nullable(Type.Number()),
})
export type GridView = Static<typeof GridView>

export const GridBuilding = shape({
  id: Id,
  name: Type.String(),
  /** The compound that it lies in, where grids gather compounds. */
  groupId: nullable(Id),
  groupName: nullable(Type.String()),
  households: Count,
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
})
export type GridBuilding = Static<typeof GridBuilding>

export const GridsView = shape({
  scope: shape({ id: Id, name: Type.String(), level: oneOf(PLACE_LEVELS), gridLevel: nullable(Type.Integer()) }),
  gridLevel: GridLevel,
  /** Levels that can be drawn in this place. */
  levels: Type.Array(GridLevel),
  on: DayDate,
  today: DayDate,
  /** What a grid of this level should hold: households with a tolerance, or how many areas; null where nothing is said. */
  target: nullable(
    shape({
      households: nullable(Count),
      tolerancePercent: nullable(Count),
      fewest: nullable(Count),
      most: nullable(Count),
    }),
  ),
  buildings: Type.Array(GridBuilding),
  grids: Type.Array(GridView),
  /** What this scope's outline is, for drawing inside it. */
  outline: nullable(Area),
  /** Grids of the level above: areas lie within one of them. */
  above: Type.Array(shape({ id: Id, name: Type.String(), buildingIds: Type.Array(Id) })),
  mayChange: Type.Boolean(),
})
export type GridsView = Static<typeof GridsView>

export const readGrids = endpoint({
  method: 'GET',
  path: '/api/grids/:scopeId',
  access: 'registers.view',
  key: 'places.read',
  summary: 'The grids of one level in a place with their buildings and households, as they were on a day',
  params: shape({ scopeId: Id }),
  query: Type.Object({ level: GridLevel, on: Type.Optional(DayDate) }, { additionalProperties: false }),
  reply: GridsView,
})

// Redrawing -----------------------------------------------------------------------------------------------------------

export const WantedGrid = Type.Object(
  {
    gridId: Type.Optional(Id),
    name: Words(40),
    code: Type.Optional(nullable(Words(30))),
    buildingIds: BuildingIds,
    /** Left out: worked out from the buildings where they change. */
    outline: Type.Optional(nullable(SentArea)),
  },
  { additionalProperties: false },
)
export type WantedGrid = Static<typeof WantedGrid>

export const changeGrids = endpoint({
  method: 'POST',
  path: '/api/grids/:scopeId',
  access: 'places.manage',
  creates: true,
  summary: 'Cut a place into these grids from a day on; what was keeps its records',
  params: shape({ scopeId: Id }),
  body: Type.Object(
    {
      gridLevel: GridLevel,
      grids: Type.Array(WantedGrid, { maxItems: MOST_GRIDS }),
      kind: oneOf(GRID_CHANGE_KINDS),
      effectiveOn: DayDate,
      reason: Words(200),
      /** The drawer has seen which ground lies in no grid. */
      holesSaid: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: shape({
    changeId: Id,
    gridIds: Type.Array(Id),
    /** False: it waits for its day. */
    applied: Type.Boolean(),
    /** Grids that are no more; posts over them want another place. */
    ended: Type.Array(shape({ id: Id, name: Type.String() })),
  }),
})

export const lookOverGrids = endpoint({
  method: 'POST',
  path: '/api/grids/:scopeId/look',
  access: 'registers.view',
  writes: false,
  summary: 'Outlines for grids that somebody is drawing, and where they overlap or leave ground uncovered',
  params: shape({ scopeId: Id }),
  body: shape({
    gridLevel: GridLevel,
    grids: Type.Array(
      Type.Object(
        { buildingIds: BuildingIds, outline: Type.Optional(nullable(SentArea)) },
        { additionalProperties: false },
      ),
      { maxItems: MOST_GRIDS },
    ),
  }),
  reply: shape({
    grids: Type.Array(shape({ outline: nullable(Area), areaM2: nullable(Type.Number()) })),
    overlaps: Type.Array(shape({ first: Count, second: Count, areaM2: Type.Number() })),
    holes: Type.Array(shape({ outline: Area, areaM2: Type.Number() })),
    /** Buildings that stand outside the outline of their grid. */
    outside: Type.Array(Id),
  }),
})

export const GridChangeView = shape({
  id: Id,
  kind: oneOf(GRID_CHANGE_KINDS),
  gridLevel: GridLevel,
  effectiveOn: DayDate,
  at: Instant,
  capacity: Type.String(),
  reason: Type.String(),
  state: oneOf(['applied', 'waiting', 'cancelled', 'refused']),
  /** Names of the grids that come, go, and of those whose buildings change with how many come and go. */
  begun: Type.Array(Type.String()),
  ended: Type.Array(Type.String()),
  renamed: Type.Array(shape({ from: Type.String(), to: Type.String() })),
  moved: Type.Array(shape({ building: Type.String(), from: nullable(Type.String()), to: nullable(Type.String()) })),
})
export type GridChangeView = Static<typeof GridChangeView>

export const listGridChanges = endpoint({
  method: 'GET',
  path: '/api/grids/:scopeId/changes',
  access: 'registers.view',
  summary: 'What was changed about the grids of a place, newest first, with what waits for its day',
  params: shape({ scopeId: Id }),
  query: Type.Object({ level: GridLevel }, { additionalProperties: false }),
  reply: Type.Array(GridChangeView),
})

export const cancelGridChange = endpoint({
  method: 'POST',
  path: '/api/grid-changes/:id/cancel',
  access: 'places.manage',
  summary: 'Take back a change whose day has not come',
  params: ById,
  reply: Done,
})

// Reports -------------------------------------------------------------------------------------------------------------

export const reportGrids = endpoint({
  method: 'GET',
  path: '/api/grids/:scopeId/report',
  access: 'registers.view',
  summary: 'Requests and households by grid over some days, by the grids of then or of now',
  params: shape({ scopeId: Id }),
  query: Type.Object(
    { level: GridLevel, from: DayDate, to: DayDate, read: oneOf(['then', 'now']) },
    { additionalProperties: false },
  ),
  reply: shape({
    rows: Type.Array(
      shape({
        /** Null: what lay in no grid. */
        gridId: nullable(Id),
        name: nullable(Type.String()),
        /** The grid is no more. */
        ended: Type.Boolean(),
        households: Count,
        takenIn: Count,
        closed: Count,
        open: Count,
      }),
    ),
  }),
})

// Outlines ------------------------------------------------------------------------------------------------------------

export const drawOutline = endpoint({
  method: 'PATCH',
  path: '/api/places/:id/outline',
  access: 'places.manage',
  summary: 'Draw the outline of a compound or a building by hand',
  params: ById,
  body: shape({ outline: nullable(SentArea) }),
  reply: Done,
})

export const OUTLINE_FATES = ['placed', 'replaced', 'same', 'unknown', 'twice', 'refused'] as const
const OutlineFate = shape({
  /** Place in the file, from 1. */
  number: Count,
  name: Type.String(),
  fate: oneOf(OUTLINE_FATES),
  placeId: nullable(Id),
  placeName: nullable(Type.String()),
  /** Why it is refused: a code of contracts/errors.ts. */
  problem: nullable(Type.String()),
  outline: nullable(Area),
})

/** Multipart with one field `file`: GeoJSON up to 5 MB. `system` says in which it is; nothing is kept unless `apply` is asked for. */
export const importOutlines = endpoint({
  method: 'POST',
  path: '/api/places/:id/outlines',
  access: 'places.manage',
  summary: 'Outlines from a GeoJSON file: what becomes of each, and, once looked over, into the places',
  params: ById,
  query: Type.Object(
    { system: oneOf(COORDINATE_SYSTEMS), apply: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  reply: shape({ features: Type.Array(OutlineFate), applied: Type.Boolean() }),
})

export const exportOutlines = endpoint({
  method: 'GET',
  path: '/api/places/:id/outlines',
  access: 'registers.view',
  summary: 'The outlines of a place and what lies in it as GeoJSON in one of three coordinate systems',
  params: ById,
  query: Type.Object({ system: oneOf(COORDINATE_SYSTEMS) }, { additionalProperties: false }),
  reply: Type.Object(
    {
      type: Type.Literal('FeatureCollection'),
      /** Not of RFC 7946, which knows WGS-84 only: said, so that nobody mistakes one system for another. */
      coordinateSystem: oneOf(COORDINATE_SYSTEMS),
      features: Type.Array(
        shape({
          type: Type.Literal('Feature'),
          id: Id,
          properties: shape({
            level: oneOf(PLACE_LEVELS),
            gridLevel: nullable(Type.Integer()),
            name: Type.String(),
            fullName: Type.String(),
            code: nullable(Type.String()),
            households: nullable(Count),
            outlineFrom: nullable(Type.String()),
            outlineSystem: nullable(Type.String()),
          }),
          geometry: Area,
        }),
      ),
    },
    { additionalProperties: false },
  ),
})

/** Who lies in which grid on a day, and what was counted there over some days, by the grids of then or of now. */
import Type, { type Static } from 'typebox'
import { Count, DayDate, endpoint, Id, nullable, oneOf, shape } from '../endpoint.ts'
import { PLACE_LEVELS } from '../places.ts'
import { Area } from './area.ts'

/** 1 gathers compounds of a community, 2 is the grid of some 400 households, 3 an area 片区 within it. */
export const GridLevel = Type.Unsafe<1 | 2 | 3>({ type: 'integer', enum: [1, 2, 3] })

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
  query: shape({ level: GridLevel, on: Type.Optional(DayDate) }),
  reply: GridsView,
})

export const reportGrids = endpoint({
  method: 'GET',
  path: '/api/grids/:scopeId/report',
  access: 'registers.view',
  summary: 'Requests and households by grid over some days, by the grids of then or of now',
  params: shape({ scopeId: Id }),
  query: shape({ level: GridLevel, from: DayDate, to: DayDate, read: oneOf(['then', 'now']) }),
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

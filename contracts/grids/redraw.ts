/** Redrawing grids from a day on: looked over while drawing, changed, listed, taken back before its day. */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { Area, SentArea } from './area.ts'
import { GridLevel } from './view.ts'

export const GRID_CHANGE_KINDS = ['create', 'split', 'merge', 'move', 'redraw', 'rename', 'end', 'plan'] as const
export type GridChangeKind = (typeof GRID_CHANGE_KINDS)[number]

/** A community has a few hundred buildings; nobody draws more at once. */
const MOST_BUILDINGS = 2_000
const MOST_GRIDS = 100
const BuildingIds = Type.Array(Id, { maxItems: MOST_BUILDINGS })

export const WantedGrid = shape({
  gridId: Type.Optional(Id),
  name: Words(40),
  code: Type.Optional(nullable(Words(30))),
  buildingIds: BuildingIds,
  /** Left out: worked out from the buildings where they change. */
  outline: Type.Optional(nullable(SentArea)),
})
export type WantedGrid = Static<typeof WantedGrid>

export const changeGrids = endpoint({
  method: 'POST',
  path: '/api/grids/:scopeId',
  access: 'places.manage',
  creates: true,
  summary: 'Cut a place into these grids from a day on; what was keeps its records',
  params: shape({ scopeId: Id }),
  body: shape({
    gridLevel: GridLevel,
    grids: Type.Array(WantedGrid, { maxItems: MOST_GRIDS }),
    kind: oneOf(GRID_CHANGE_KINDS),
    effectiveOn: DayDate,
    reason: Words(200),
    /** The drawer has seen which ground lies in no grid. */
    holesSaid: Type.Optional(Type.Boolean()),
  }),
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
    grids: Type.Array(shape({ buildingIds: BuildingIds, outline: Type.Optional(nullable(SentArea)) }), {
      maxItems: MOST_GRIDS,
    }),
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
  query: shape({ level: GridLevel }),
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

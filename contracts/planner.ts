/**
 * The planner: cuts a place into grids of even households, and pairs members with households. What it finds are proposals
 * with figures beside today's, changed by hand, then applied. Source: docs/capabilities/planner.md.
 */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { PLACE_LEVELS } from './places.ts'

export const PLAN_KINDS = ['grids', 'pairings'] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

export const PLAN_STATUSES = ['waiting', 'solving', 'solved', 'infeasible', 'failed', 'applied', 'dropped'] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]

export const PLAN_ACTIONS = ['edit', 'apply', 'drop', 'again'] as const
export type PlanAction = (typeof PLAN_ACTIONS)[number]

/** 0 not, 1 somewhat, 2 much. */
const Weight = Type.Integer({ minimum: 0, maximum: 2 })
export const Weigh = shape({ even: Weight, near: Weight, stay: Weight })
export type Weigh = Static<typeof Weigh>

const Pair = Type.Array(Type.Integer({ minimum: 0, maximum: 100_000 }), { minItems: 2, maxItems: 2 })

export const GridsWish = shape({
  /** 1 gathers compounds, 2 is the grid of some 400 households, 3 an area 片区 within it. */
  level: Type.Integer({ minimum: 1, maximum: 3 }),
  count: Type.Integer({ minimum: 1, maximum: 40 }),
  /** Households of a grid: from, to; left out when evenness alone counts. */
  band: Type.Optional(Pair),
  weigh: Weigh,
})
export type GridsWish = Static<typeof GridsWish>

export const PairsWish = shape({
  /** Households of a member: from, to. */
  bounds: Type.Array(Type.Integer({ minimum: 0, maximum: 50 }), { minItems: 2, maxItems: 2 }),
  /** Pairs that a member has accepted stay as they are. */
  keep: Type.Boolean(),
  /** Households may remain without a member; members may stay below the lower bound. */
  partly: Type.Boolean(),
  weigh: Weigh,
})
export type PairsWish = Static<typeof PairsWish>

export const PlanWish = Type.Object(
  { grids: Type.Optional(GridsWish), pairings: Type.Optional(PairsWish) },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)
export type PlanWish = Static<typeof PlanWish>

// Proposals -------------------------------------------------------------------------------------------------------------

/** Metres east and north of the place's own middle. */
const Metres = Type.Number()

/** What is never split: a building, or a whole compound where compounds are gathered. */
export const PlanUnit = shape({
  id: Id,
  name: Type.String(),
  households: Count,
  x: Metres,
  y: Metres,
  today: nullable(Type.String({ description: 'id of today’s grid' })),
  grid: Type.String({ description: 'key of the proposed grid' }),
})
export type PlanUnit = Static<typeof PlanUnit>

export const GridPlanProposal = shape({
  /** The key of a grid that stands today is its id; of a new one, new-1, new-2 … */
  grids: Type.Array(shape({ key: Type.String(), name: Type.String(), isNew: Type.Boolean() })),
  units: Type.Array(PlanUnit),
  /** Which units are neighbours, by their position in `units`. */
  links: Type.Array(Type.Array(Count, { minItems: 2, maxItems: 2 })),
})
export type GridPlanProposal = Static<typeof GridPlanProposal>

const spot = { x: Metres, y: Metres, building: Type.String(), entrance: nullable(Type.String()) }

export const PairPlanProposal = shape({
  bounds: Type.Array(Count, { minItems: 2, maxItems: 2 }),
  members: Type.Array(
    shape({
      personId: Id,
      name: Type.String({ description: 'masked' }),
      buildingName: Type.String(),
      homePlaceId: Id,
      /** Households outside this plan that the member keeps. */
      kept: Count,
      ...spot,
    }),
  ),
  homes: Type.Array(
    shape({
      homePlaceId: Id,
      name: Type.String(),
      ...spot,
      /** Position in `members`: proposed, and today’s. */
      member: nullable(Count),
      was: nullable(Count),
    }),
  ),
})
export type PairPlanProposal = Static<typeof PairPlanProposal>

// Figures ---------------------------------------------------------------------------------------------------------------

export const GridFigures = shape({
  grids: Type.Array(shape({ key: Type.String(), units: Count, households: Count, pieces: Count, metres: Count })),
  mean: Count,
  /** Households of the largest grid less those of the smallest. */
  spread: Count,
  farthestOff: Count,
  /** From a household to the middle of its grid, on average. */
  metres: Count,
  movedUnits: Count,
  movedHouseholds: Count,
  inNone: Count,
})
export type GridFigures = Static<typeof GridFigures>

export const PairFigures = shape({
  homes: Count,
  paired: Count,
  unpaired: Count,
  /** loads[n]: how many members have n households. */
  loads: Type.Array(Count),
  below: Count,
  above: Count,
  metresMean: Count,
  metresMost: Count,
  handovers: Count,
})
export type PairFigures = Static<typeof PairFigures>

/** How far the solver got: the optimum proven, or how far from it at most. */
export const SolverNote = shape({
  optimal: Type.Boolean(),
  /** At most so much worse than the best there can be, 0.03 is 3 %; null when no bound is known. */
  gap: nullable(Type.Number()),
  seconds: Type.Number(),
  rounds: Count,
  /** Changed by hand since: what the solver proved is no longer said of it. */
  edited: Type.Boolean(),
})
export type SolverNote = Static<typeof SolverNote>

export const PLAN_REASONS = [
  'tooManyGrids',
  'gridsTooSmall',
  'gridsTooLarge',
  'buildingTooLarge',
  'bandNotMet',
  'tooFewMembers',
  'tooManyMembers',
  'homesLeft',
  'membersLeft',
  'stopped',
] as const
export const PLAN_RELAXATIONS = ['count', 'band', 'noBand', 'upperBound', 'lowerBound', 'partly', 'addMembers'] as const

const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export const PlanFailure = shape({
  reasons: Type.Array(shape({ code: oneOf(PLAN_REASONS), facts: Facts })),
  /** What would make it possible; with `wanted`, one step starts that plan. */
  relaxations: Type.Array(shape({ code: oneOf(PLAN_RELAXATIONS), facts: Facts, wanted: Type.Optional(PlanWish) })),
})
export type PlanFailure = Static<typeof PlanFailure>

const planRow = {
  id: Id,
  kind: oneOf(PLAN_KINDS),
  place: shape({ id: Id, name: Type.String(), level: oneOf(PLACE_LEVELS) }),
  wanted: PlanWish,
  status: oneOf(PLAN_STATUSES),
  createdAt: Instant,
  solvedAt: nullable(Instant),
  appliedAt: nullable(Instant),
}
export const PlanRow = shape(planRow)
export type PlanRow = Static<typeof PlanRow>

export const PlanView = shape({
  ...planRow,
  seq: Count,
  allowedActions: Type.Array(oneOf(PLAN_ACTIONS)),
  progress: Type.Optional(shape({ seconds: Count, rounds: Count, gap: nullable(Type.Number()) })),
  solver: Type.Optional(SolverNote),
  failure: Type.Optional(PlanFailure),
  grids: Type.Optional(shape({ proposal: GridPlanProposal, figures: GridFigures, today: GridFigures })),
  pairings: Type.Optional(shape({ proposal: PairPlanProposal, figures: PairFigures, today: PairFigures })),
})
export type PlanView = Static<typeof PlanView>

// Calls -----------------------------------------------------------------------------------------------------------------

export const listPlans = endpoint({
  method: 'GET',
  path: '/api/plans',
  access: 'plans.make',
  summary: 'Plans within my reach, the newest first',
  query: shape({ placeId: Type.Optional(Id), after: Type.Optional(Words(200, 0)) }),
  reply: shape({ rows: Type.Array(PlanRow), next: nullable(Type.String()) }),
})

export const planStart = endpoint({
  method: 'GET',
  path: '/api/plans/start',
  access: 'plans.make',
  summary: 'What is there to plan with in a place: households, buildings, members, and what is proposed to wish for',
  query: shape({ placeId: Id }),
  reply: shape({
    place: shape({ id: Id, name: Type.String(), level: oneOf(PLACE_LEVELS) }),
    households: Count,
    buildings: Count,
    homes: Count,
    members: Count,
    gridsToday: Count,
    paired: Count,
    /** What the place can be cut into, with a first wish each; none for what cannot be cut. */
    grids: Type.Array(GridsWish),
    /** Left out when the reader may not know who the members are. */
    pairings: Type.Optional(PairsWish),
  }),
})

export const createPlan = endpoint({
  method: 'POST',
  path: '/api/plans',
  access: 'plans.make',
  creates: true,
  summary: 'Have a plan worked out; the reply comes at once, the proposal when it is solved',
  body: shape({ placeId: Id, wanted: PlanWish }),
  reply: PlanView,
})

export const readPlan = endpoint({
  method: 'GET',
  path: '/api/plans/:id',
  access: 'plans.make',
  summary: 'A plan with its proposal, figures beside today’s, and how good the solver says it is',
  params: ById,
  reply: PlanView,
})

export const editPlan = endpoint({
  method: 'PATCH',
  path: '/api/plans/:id',
  access: 'plans.make',
  summary: 'Change the proposal by hand: a building to another grid, another member for a household, or a grid’s name',
  params: ById,
  body: shape({
    seq: Count,
    moves: Type.Optional(Type.Array(shape({ unitId: Id, key: Words(40) }), { maxItems: 500 })),
    names: Type.Optional(Type.Array(shape({ key: Words(40), name: Words(40) }), { maxItems: 40 })),
    pairs: Type.Optional(Type.Array(shape({ homePlaceId: Id, personId: nullable(Id) }), { maxItems: 500 })),
  }),
  reply: PlanView,
})

export const applyPlan = endpoint({
  method: 'POST',
  path: '/api/plans/:id/apply',
  access: 'plans.make',
  creates: true,
  summary: 'Make the proposal real: grids from a day on; of pairings, the members are asked',
  params: ById,
  body: shape({ seq: Count, effectiveOn: Type.Optional(DayDate), reason: Words(200) }),
  reply: PlanView,
})

export const dropPlan = endpoint({
  method: 'POST',
  path: '/api/plans/:id/drop',
  access: 'plans.make',
  summary: 'Stop solving, or let a proposal go',
  params: ById,
  reply: PlanView,
})

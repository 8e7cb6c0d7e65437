/**
 * Counts of a period: in all, over time, along the way of a request, and side by side. Two places or two periods beside each
 * other are `figuresOverview` asked twice.
 */
import Type from 'typebox'
import { Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape } from '../endpoint.ts'
import { look } from './look.ts'
import { Counts, MEASURES, STAGES, TABLE_BY, TIMED_STAGES } from './measures.ts'

const PlaceSeen = shape({ id: Id, name: Type.String(), level: Type.String(), households: nullable(Count) })
const Standing = shape({ openNow: Count, overdueNow: Count })

/** @throws place_not_found, not_permitted, figures_period (to before from, more than three years, before 2000), figures_one_cut */
export const figuresOverview = endpoint({
  method: 'GET',
  path: '/api/figures/overview',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Counts of a place and period, those of the period of equal length before, and what stands open now',
  query: look({}),
  reply: shape({
    place: PlaceSeen,
    from: DayDate,
    to: DayDate,
    asOf: Instant,
    counts: Counts,
    /** Null where that period's days are too old to be kept for a cut or a small place; its whole months where only those are left. */
    before: nullable(shape({ from: DayDate, to: DayDate, counts: Counts })),
    standing: Standing,
  }),
})

export const figuresTrend = endpoint({
  method: 'GET',
  path: '/api/figures/trend',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Counts by day, week (from Monday) or month; the last one may be unfinished',
  query: look({ by: oneOf(['day', 'week', 'month']) }),
  reply: shape({
    points: Type.Array(shape({ from: DayDate, to: DayDate, counts: Counts }), { maxItems: 1100 }),
  }),
})

export const figuresFunnel = endpoint({
  method: 'GET',
  path: '/api/figures/funnel',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'How far what was received has come, and how long each step took',
  query: look({}),
  reply: shape({
    stages: Type.Array(shape({ stage: oneOf(STAGES), n: Count })),
    /** Minutes from the stage before, known to ±12 %; null when nothing came so far. Empty for a cut, of which no times are kept. */
    times: Type.Array(
      shape({
        stage: oneOf(TIMED_STAGES),
        n: Count,
        medianMinutes: nullable(Type.Number()),
        ninetyMinutes: nullable(Type.Number()),
      }),
    ),
  }),
})

/** By place: the children of the place that the reader may see; `level` looks deeper (every grid of a district). */
export const figuresTable = endpoint({
  method: 'GET',
  path: '/api/figures/table',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Counts by place, category, channel or organisation, and what stands open now',
  query: look({
    by: oneOf(TABLE_BY),
    level: Type.Optional(oneOf(['subdistrict', 'community', 'compound', 'grid'])),
    /** The only count that is wanted; of a thousand grids that is a fraction of the work. */
    only: Type.Optional(oneOf(MEASURES)),
  }),
  reply: shape({
    rows: Type.Array(
      shape({
        /** Id of the place or organisation, code of the category or channel; empty: none yet. */
        key: Type.String(),
        name: Type.String(),
        households: nullable(Count),
        counts: Counts,
        /** Null where one count alone is asked for. */
        standing: nullable(Standing),
      }),
    ),
  }),
})

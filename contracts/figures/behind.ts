/** What lies behind the figures: the requests that were counted, what is told apart, and the nightly recount. */
import Type from 'typebox'
import { Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { Page } from '../requests/views.ts'
import { look } from './look.ts'
import { MEASURES, STANDING_MEASURES, STUCK_AT } from './measures.ts'

/** The rows behind a figure, newest first: as many as it counts. */
export const listBehind = endpoint({
  method: 'GET',
  path: '/api/figures/rows',
  access: 'figures.view',
  summary: 'The requests that a figure counted',
  query: look({
    measure: oneOf([...MEASURES, ...STANDING_MEASURES]),
    /** A cell of `figuresStuck` instead of the whole measure: the step, and the name of who has it as it is told there. */
    stuckAt: Type.Optional(oneOf(STUCK_AT)),
    heldBy: Type.Optional(Words(200)),
    after: Type.Optional(Words(200, 0)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Page,
})

/** Silent closings and approved exemptions, counted apart and told with their reason. */
export const listSetApart = endpoint({
  method: 'GET',
  path: '/api/figures/set-apart',
  access: 'figures.view',
  summary: 'Closings by silence, and extensions, pauses and shelvings that were approved, each with its reason',
  query: look({ kind: oneOf(['silence', 'exemption']), after: Type.Optional(Words(200, 0)) }),
  reply: shape({
    rows: Type.Array(
      shape({
        id: Id,
        number: Type.String(),
        title: Type.String(),
        placeName: Type.String(),
        handlerName: nullable(Type.String()),
        at: Instant,
        exemption: nullable(oneOf(['time', 'pause', 'shelve'])),
        reason: nullable(Type.String()),
        by: nullable(Type.String()),
        until: nullable(Type.String()),
      }),
    ),
    next: nullable(Type.String()),
  }),
})

/** What the nightly recount found; differences are repaired by a rebuild of the day and stay in the list. */
export const figuresChecks = endpoint({
  method: 'GET',
  path: '/api/figures/checks',
  access: 'figures.view',
  summary: 'Recounts of the figures from the requests and their history, newest first',
  reply: shape({
    rows: Type.Array(
      shape({
        at: Instant,
        day: DayDate,
        counted: Count,
        differences: Type.Array(Type.String()),
        repaired: Type.Boolean(),
      }),
    ),
  }),
})

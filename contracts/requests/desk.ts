/** Endpoints of the desk: work list, map, handlers, bulk steps, supervision, wall display. */
import Type from 'typebox'
import { ById, Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { CHANNELS, REQUEST_KINDS } from './words.ts'
import { StepBody } from './steps.ts'
import { Page, RequestRow } from './views.ts'

/** Views of the work list that say how many wait in them. */
export const COUNTED_VIEWS = [
  'mine',
  'open',
  'late',
  'soon',
  'whistles',
  'followUp',
  'ladder',
  'supervised',
  'asks',
  'urgent',
  'shelved',
] as const

/** The work list: filters are allow-listed, sorted by clock (nearest due first) or newest. */
export const listWork = endpoint({
  method: 'GET',
  path: '/api/requests/work',
  access: 'requests.work',
  key: 'requests.read',
  summary: 'The desk’s list within one’s own area or organisation',
  query: shape({
    /** Comma list of statuses; open ones when left out. */
    status: Type.Optional(Words(200, 0)),
    view: Type.Optional(oneOf([...COUNTED_VIEWS, 'closed'])),
    placeId: Type.Optional(Id),
    gridId: Type.Optional(Id),
    categoryCode: Type.Optional(Words(60, 0)),
    kind: Type.Optional(oneOf(REQUEST_KINDS)),
    channel: Type.Optional(oneOf(CHANNELS)),
    organisationId: Type.Optional(Id),
    q: Type.Optional(Words(60)),
    sort: Type.Optional(oneOf(['due', 'newest'])),
    after: Type.Optional(Words(200, 0)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Page,
})

export const countWork = endpoint({
  method: 'GET',
  path: '/api/requests/work/counts',
  access: 'requests.work',
  key: 'requests.read',
  summary: 'How many wait in each view of the work list',
  reply: shape({
    mine: Count,
    open: Count,
    late: Count,
    soon: Count,
    whistles: Count,
    followUp: Count,
    ladder: Count,
    supervised: Count,
    asks: Count,
    urgent: Count,
    shelved: Count,
  }),
})

export const mapWork = endpoint({
  method: 'GET',
  path: '/api/requests/map',
  access: 'requests.work',
  key: 'requests.read',
  summary: 'Open requests with a position, for the map',
  query: shape({ placeId: Type.Optional(Id) }),
  reply: shape({
    rows: Type.Array(RequestRow),
    cut: Type.Boolean({ description: 'more than 500: only the most urgent are shown' }),
  }),
})

export const bulkDispatch = endpoint({
  method: 'POST',
  path: '/api/requests/bulk',
  access: 'requests.bulk',
  creates: true,
  summary: 'Take the same step on many requests; runs in the background, each one by its own rules',
  body: shape({ requestIds: Type.Array(Id, { minItems: 1, maxItems: 200 }), step: StepBody }),
  reply: shape({ bulkId: Id }),
})

export const bulkProgress = endpoint({
  method: 'GET',
  path: '/api/requests/bulk/:id',
  access: 'requests.bulk',
  summary: 'How far a bulk step has come, and which were refused and why',
  params: ById,
  reply: shape({
    total: Count,
    done: Count,
    refused: Type.Array(shape({ requestId: Id, number: Type.String(), code: Type.String() })),
    finishedAt: nullable(Instant),
  }),
})

/** To whom a request may be sent from here: teams, companies, departments and posts that answer for the place, with their load. */
export const listHandlers = endpoint({
  method: 'GET',
  path: '/api/requests/:id/handlers',
  access: 'requests.work',
  summary: 'Possible handlers, the likely one first, each with what it has in hand',
  params: ById,
  reply: Type.Array(
    shape({
      organisationId: nullable(Id),
      postId: nullable(Id),
      name: Type.String(),
      kind: Type.String(),
      openCount: Count,
      sameKindDone: Count,
      suggested: Type.Boolean(),
    }),
  ),
})

export const superviseBoard = endpoint({
  method: 'GET',
  path: '/api/requests/supervise',
  access: 'requests.supervise',
  summary: 'What sticks where and with whom: late, returned, disputed, silent, by handler and by grid',
  reply: shape({
    byHandler: Type.Array(
      shape({
        name: Type.String(),
        organisationId: nullable(Id),
        open: Count,
        late: Count,
        oldestDueAt: nullable(Instant),
      }),
    ),
    byGrid: Type.Array(shape({ gridId: Id, name: Type.String(), open: Count, late: Count })),
    stuck: Type.Array(RequestRow),
    supervised: Type.Array(RequestRow),
  }),
})

export const screenBoard = endpoint({
  method: 'GET',
  path: '/api/screen',
  access: 'screen.view',
  summary: 'The wall display: live counts and map, no personal data',
  reply: shape({
    at: Instant,
    /** The area shown: that of the reader's highest post. */
    placeId: Id,
    placeName: Type.String(),
    gridCount: Count,
    today: shape({ solved: Count, open: Count, late: Count, submitted: Count, medianHours: nullable(Type.Number()) }),
    monthSolved: Count,
    /** The last thirty days: the three rates with what they rest on, and day by day. */
    month: shape({
      rates: Type.Array(shape({ code: oneOf(['response', 'solved', 'satisfied']), of: Count, n: Count })),
      days: Type.Array(shape({ on: DayDate, received: Count, confirmed: Count })),
    }),
    grids: Type.Array(shape({ id: Id, name: Type.String(), solvedToday: Count, open: Count })),
    lamps: Type.Array(shape({ lon: Type.Number(), lat: Type.Number(), title: Type.String(), closedAt: Instant })),
    latest: Type.Array(RequestRow),
  }),
})

/** What pages receive of a request: row, page, clocks, events, photos. No personal data by habit. */
import Type, { type Static } from 'typebox'
import { Count, DayDate, Id, Instant, nullable, oneOf, shape } from '../endpoint.ts'
import {
  CHANNELS,
  CLOCK_KINDS,
  CONFIRMED_BY,
  LADDER,
  OUTCOMES,
  REQUEST_ACTIONS,
  REQUEST_KINDS,
  REQUEST_STATUSES,
} from './words.ts'

export const PhotoView = shape({
  id: Id,
  role: oneOf(['before', 'after', 'progress']),
  width: Type.Integer(),
  height: Type.Integer(),
  averageColour: Type.String(),
  /** Path of the image; add `?size=thumb|card|full`. */
  url: Type.String(),
})
export type PhotoView = Static<typeof PhotoView>

export const ClockView = shape({
  kind: oneOf(CLOCK_KINDS),
  standing: oneOf(['running', 'amber', 'late', 'paused', 'met', 'missed', 'cancelled']),
  startedAt: Instant,
  amberAt: Instant,
  dueAt: Instant,
  stoppedAt: nullable(Instant),
})

export const AllowedAction = shape({
  action: oneOf(REQUEST_ACTIONS),
  /** Fields of the step that must be filled in. */
  needs: Type.Array(Type.String()),
  /** Drawn, but not now: the sentence of this code says why, `until` when it opens. */
  blocked: nullable(Type.String()),
  until: nullable(Instant),
})
export type AllowedAction = Static<typeof AllowedAction>

export const EventView = shape({
  seq: Count,
  at: Instant,
  action: oneOf(['submit', 'join', 'merged', ...REQUEST_ACTIONS]),
  /** In what capacity, as it was then: 居民, 桂园物业工程班, 受理岗. Never a resident’s name. */
  capacity: Type.String(),
  /** The reader did it. */
  mine: Type.Boolean(),
  round: Count,
  internal: Type.Boolean(),
  /** The words as they were written. */
  note: nullable(Type.String()),
  status: oneOf(REQUEST_STATUSES),
  /** Plain facts of the step for its sentence: handler names, reason, until, level … as they read then. */
  facts: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())]),
  ),
  photos: Type.Array(PhotoView),
})
export type EventView = Static<typeof EventView>

/** A row of any list: no personal data in it. */
export const RequestRow = shape({
  id: Id,
  number: Type.String({ description: '2026-000123' }),
  kind: oneOf(REQUEST_KINDS),
  channel: oneOf(CHANNELS),
  status: oneOf(REQUEST_STATUSES),
  outcome: nullable(oneOf(OUTCOMES)),
  confirmedBy: nullable(oneOf(CONFIRMED_BY)),
  title: Type.String(),
  round: Count,
  seq: Count,
  urgent: Type.Boolean(),
  limited: Type.Boolean(),
  categoryCode: nullable(Type.String()),
  categoryName: nullable(Type.String()),
  placeName: Type.String(),
  gridId: nullable(Id),
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
  handlerName: nullable(Type.String()),
  level: nullable(oneOf(LADDER)),
  supervised: Type.Boolean(),
  ask: nullable(oneOf(['time', 'pause', 'shelve'])),
  joinerCount: Count,
  urgeCount: Count,
  dueKind: nullable(oneOf(CLOCK_KINDS)),
  dueAt: nullable(Instant),
  amberAt: nullable(Instant),
  paused: Type.Boolean(),
  reviewOn: nullable(DayDate),
  createdAt: Instant,
  updatedAt: Instant,
  finishedAt: nullable(Instant),
  closedAt: nullable(Instant),
  before: nullable(PhotoView),
  after: nullable(PhotoView),
})
export type RequestRow = Static<typeof RequestRow>

export const AssignmentView = shape({
  id: Id,
  part: oneOf(['lead', 'co']),
  name: Type.String(),
  organisationId: nullable(Id),
  postId: nullable(Id),
  task: nullable(Type.String()),
  state: oneOf(['called', 'reportedIn', 'partDone', 'ended']),
  dueAt: nullable(Instant),
  reportedInAt: nullable(Instant),
  mine: Type.Boolean(),
})

export const RequestView = shape({
  ...RequestRow.properties,
  text: Type.String(),
  locationWords: nullable(Type.String()),
  locationSource: nullable(Type.String()),
  answers: Type.Array(shape({ question: Type.String(), answer: Type.String() })),
  /** How the reader stands to it: reporter, handler, coordinator, neighbour … */
  relations: Type.Array(Type.String()),
  allowedActions: Type.Array(AllowedAction),
  clocks: Type.Array(ClockView),
  events: Type.Array(EventView),
  assignments: Type.Array(AssignmentView),
  /** For those who work on it: masked; opened by POST /api/requests/:id/reveals. */
  reporter: nullable(
    shape({ personId: Id, name: Type.String(), phone: nullable(Type.String()), address: nullable(Type.String()) }),
  ),
  helperCapacity: nullable(Type.String()),
  categoryProposals: Type.Array(shape({ code: Type.String(), name: Type.String(), confidence: Type.Number() })),
  mergedInto: nullable(shape({ id: Id, number: Type.String(), title: Type.String() })),
  duplicates: Type.Array(shape({ id: Id, number: Type.String(), title: Type.String() })),
  /** The same place in the last 90 days. */
  earlierHere: Type.Array(
    shape({
      id: Id,
      title: Type.String(),
      createdAt: Instant,
      status: oneOf(REQUEST_STATUSES),
      outcome: nullable(oneOf(OUTCOMES)),
    }),
  ),
  supervision: nullable(
    shape({ dueAt: Instant, reason: Type.String(), by: Type.String(), answeredAt: nullable(Instant) }),
  ),
  askDetail: nullable(
    shape({
      kind: oneOf(['time', 'pause', 'shelve']),
      until: Type.String(),
      reason: Type.String(),
      by: Type.String(),
    }),
  ),
  ratings: Type.Array(
    shape({
      round: Count,
      by: oneOf(['reporter', 'joiner', 'callBack']),
      solved: nullable(Type.Boolean()),
      satisfied: nullable(Type.Boolean()),
      stars: nullable(Type.Integer()),
      note: nullable(Type.String()),
      at: Instant,
      mine: Type.Boolean(),
    }),
  ),
  joined: Type.Boolean(),
})
export type RequestView = Static<typeof RequestView>

/** A page of a list; `next` goes into `after` for the following one. */
export const Page = shape({
  rows: Type.Array(RequestRow),
  next: nullable(Type.String()),
  total: nullable(Count),
})

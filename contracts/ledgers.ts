/** The loop ledger 闭环台账: a line per request with the day of every step, in the order in which communities hand it in. */
import Type, { type Static } from 'typebox'
import { Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { CHANNELS, CONFIRMED_BY, OUTCOMES, REQUEST_KINDS, REQUEST_STATUSES } from './requests.ts'

export const LoopLine = shape({
  id: Id,
  number: Type.String(),
  receivedAt: Instant,
  channel: oneOf(CHANNELS),
  kind: oneOf(REQUEST_KINDS),
  placeName: Type.String(),
  categoryName: nullable(Type.String()),
  title: Type.String(),
  limited: Type.Boolean(),
  status: oneOf(REQUEST_STATUSES),
  sentTo: nullable(Type.String()),
  sentAt: nullable(Instant),
  takenOnAt: nullable(Instant),
  contactedAt: nullable(Instant),
  doneAt: nullable(Instant),
  outcome: nullable(oneOf(OUTCOMES)),
  confirmedBy: nullable(oneOf(CONFIRMED_BY)),
  /** What the reporter said last, by rating or call-back; null: nothing yet. */
  saidSolved: nullable(Type.Boolean()),
  saidSatisfied: nullable(Type.Boolean()),
  closedAt: nullable(Instant),
  dueAt: nullable(Instant),
  /** Past a limit: its handling ran over, or is running over now. */
  late: Type.Boolean(),
  lon: nullable(Type.Number()),
  lat: nullable(Type.Number()),
})
export type LoopLine = Static<typeof LoopLine>

export const listLoop = endpoint({
  method: 'GET',
  path: '/api/ledgers/loop',
  access: 'requests.work',
  summary: 'The loop ledger of a place and period, in the order of receipt; within one’s own area or organisation',
  query: shape({
    placeId: Type.Optional(Id),
    from: DayDate,
    to: DayDate,
    kind: Type.Optional(oneOf(REQUEST_KINDS)),
    after: Type.Optional(Words(200, 0)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: shape({ rows: Type.Array(LoopLine), next: nullable(Type.String()), total: nullable(Count) }),
})

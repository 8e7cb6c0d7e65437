/** Endpoints around one person: home page, own requests, the pool, what is done nearby. */
import Type, { type Static } from 'typebox'
import { Count, endpoint, Instant, Latitude, Longitude, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { REQUEST_ACTIONS } from './words.ts'
import { Page, RequestRow } from './views.ts'

export const listMine = endpoint({
  method: 'GET',
  path: '/api/requests/mine',
  access: 'signedIn',
  summary: 'What I reported, joined or took on',
  query: shape({
    role: Type.Optional(oneOf(['reported', 'joined', 'handling', 'helped'])),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: Page,
})

export const listPool = endpoint({
  method: 'GET',
  path: '/api/requests/pool',
  access: 'requests.claim',
  summary: 'What waits to be claimed near me, urgent first, then near; and whistles that call me',
  query: shape({ lon: Type.Optional(Longitude), lat: Type.Optional(Latitude) }),
  reply: shape({
    offered: Type.Array(shape({ ...RequestRow.properties, metres: nullable(Type.Number()) })),
    whistles: Type.Array(
      shape({
        ...RequestRow.properties,
        task: Type.String(),
        calledName: Type.String(),
        /** Reported in already. */
        here: Type.Boolean(),
        callDueAt: nullable(Instant),
        calledCount: Count,
        reportedInCount: Count,
      }),
    ),
    mine: Type.Array(RequestRow),
    /** What I finished and residents confirmed as solved: this month, and since the year began. */
    monthSolved: Count,
    yearSolved: Count,
  }),
})

export const listNearby = endpoint({
  method: 'GET',
  path: '/api/requests/nearby',
  access: 'signedIn',
  summary: 'What was solved, and what is open, around where I live; no personal data',
  query: shape({
    solved: Type.Optional(Type.Boolean()),
    categoryCode: Type.Optional(Words(60)),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: shape({ ...Page.properties, weekCount: Count }),
})

/** A card of the home page asks one question and carries its own answer buttons. */
export const Waiting = shape({
  key: Type.String(),
  question: oneOf([
    'confirmDone',
    'rateJoined',
    'answerQuestion',
    'takeOn',
    'reportIn',
    'handleNow',
    'decideAsk',
    'dispatchNew',
    'ruleReturn',
    'callBack',
    'urgentCall',
    'answerSupervision',
    'reviewShelved',
  ]),
  request: RequestRow,
  /** The words that the card shows under its question: what the handler said, what is asked. */
  words: nullable(Type.String()),
  actions: Type.Array(oneOf(REQUEST_ACTIONS)),
})
export type Waiting = Static<typeof Waiting>

export const home = endpoint({
  method: 'GET',
  path: '/api/home',
  access: 'signedIn',
  summary: 'What waits for me, most urgent first; what was done nearby',
  reply: shape({
    waiting: Type.Array(Waiting),
    waitingTotal: Count,
    nearby: Type.Array(RequestRow),
    nearbyWeekCount: Count,
    unread: Count,
  }),
})

export type ReplyOfPool = Static<(typeof listPool)['reply']>

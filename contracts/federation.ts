/** Other GeoReport servers that requests are exchanged with, and what went and came. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'

/** What a word of theirs means for our loop. Source: docs/capabilities/federation.md, "Writing". */
export const PEER_MEANINGS = ['said', 'working', 'solved', 'explained', 'givenBack'] as const
export type PeerMeaning = (typeof PEER_MEANINGS)[number]

/** Done there and not confirmed yet, in CitySDK's word: GeoReport itself calls it open. */
export const PROCESSED = 'processed'
/** They gave a token; the number comes later. */
export const NUMBER_PENDING = 'numberPending'

const Pairs = Type.Array(shape({ theirs: Words(100), ours: Words(60) }), { maxItems: 200 })
const Meanings = Type.Record(Words(60), oneOf(PEER_MEANINGS))

export const PeerView = shape({
  id: Id,
  name: Type.String(),
  url: Type.String(),
  jurisdiction: nullable(Type.String()),
  hasKey: Type.Boolean(),
  organisationId: Id,
  organisationName: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  pulls: Type.Boolean(),
  pushes: Type.Boolean(),
  photos: Type.Boolean(),
  services: Pairs,
  meanings: Meanings,
  createdAt: Instant,
  lastOkAt: nullable(Instant),
  failingSince: nullable(Instant),
  /** Why nothing comes through: a word of server/platform/outgoing, or their HTTP status. */
  fault: nullable(Type.String()),
  pausedAt: nullable(Instant),
  pauseReason: nullable(oneOf(['person', 'failing'])),
  waiting: Count,
  dead: Count,
  pairs: Count,
})
export type PeerView = Static<typeof PeerView>

/** Whom it stands for, and of which place, is settled when it is made. */
const Changeable = {
  name: Words(40, 2),
  url: Words(500, 8),
  jurisdiction: nullable(Words(100)),
  pulls: Type.Boolean(),
  pushes: Type.Boolean(),
  photos: Type.Boolean(),
  services: Pairs,
  meanings: Meanings,
}
/** Kept sealed and never shown again; left out: stays as it is, which only an unchanged address may. */
const Key = Words(500)

export const listPeers = endpoint({
  method: 'GET',
  path: '/api/peers',
  access: 'connections.view',
  summary: 'GeoReport servers that requests are exchanged with',
  reply: Type.Array(PeerView),
})

export const makePeer = endpoint({
  method: 'POST',
  path: '/api/peers',
  access: 'connections.manage',
  creates: true,
  summary: 'Begin to exchange requests with another GeoReport server',
  body: shape({ ...Changeable, organisationId: Id, placeId: Id, key: Type.Optional(Key) }),
  reply: PeerView,
})

export const changePeer = endpoint({
  method: 'PATCH',
  path: '/api/peers/:id',
  access: 'connections.manage',
  summary: 'Change a connection, pause it, or let it go on; another address needs its key entered with it',
  params: ById,
  body: changes({ ...Changeable, key: Key, paused: Type.Boolean() }),
  reply: PeerView,
})

export const removePeer = endpoint({
  method: 'DELETE',
  path: '/api/peers/:id',
  access: 'connections.manage',
  summary: 'End the exchange; what was exchanged stays',
  params: ById,
  reply: Done,
})

export const givePeerKey = endpoint({
  method: 'POST',
  path: '/api/peers/:id/keys',
  access: 'connections.manage',
  summary:
    'Give the server a key of ours: it files here and says what became of what we filed there; the key before stops',
  params: ById,
  reply: shape({ secret: Type.String({ description: 'told in this answer and never again' }) }),
})

export const syncPeer = endpoint({
  method: 'POST',
  path: '/api/peers/:id/syncs',
  access: 'connections.manage',
  summary: 'Read theirs now, and try at once what waits',
  params: ById,
  reply: Done,
})

export const retryExchange = endpoint({
  method: 'POST',
  path: '/api/peers/:id/retries',
  access: 'connections.manage',
  summary: 'Try once more what was given up: one item, or all of them',
  params: ById,
  body: shape({ itemId: Type.Optional(Id) }),
  reply: shape({ count: Count }),
})

export const EXCHANGE_STATES = ['waiting', 'done', 'noted', 'dead'] as const
export const ExchangeItem = shape({
  id: Id,
  peerId: Id,
  peerName: Type.String(),
  way: oneOf(['out', 'in']),
  kind: oneOf(['request', 'update']),
  /** Our step, or their word for the status. */
  what: Type.String(),
  state: oneOf(EXCHANGE_STATES),
  requestId: Id,
  ourNumber: Type.String(),
  theirNumber: nullable(Type.String()),
  attempts: Count,
  at: Instant,
  doneAt: nullable(Instant),
  dueAt: Instant,
  statusCode: nullable(Type.Integer()),
  fault: nullable(Type.String()),
})
export type ExchangeItem = Static<typeof ExchangeItem>

export const listExchange = endpoint({
  method: 'GET',
  path: '/api/exchange',
  access: 'connections.view',
  summary: 'What went to other servers and what came, newest first',
  query: shape({
    peerId: Type.Optional(Id),
    way: Type.Optional(oneOf(['out', 'in'])),
    state: Type.Optional(oneOf(EXCHANGE_STATES)),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: shape({ rows: Type.Array(ExchangeItem), next: nullable(Type.String()) }),
})

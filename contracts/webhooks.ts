/** Webhooks: other systems are told what happens to requests. No personal data is sent, and no words that people wrote. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'

export const WEBHOOK_EVENTS = [
  'request.received',
  'request.accepted',
  'request.offered',
  'request.dispatched',
  'request.takenOn',
  'request.returned',
  'request.waiting',
  'request.escalated',
  'request.finished',
  'request.closed',
  'request.reopened',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const

export const WebhookView = shape({
  id: Id,
  name: Type.String(),
  url: Type.String(),
  events: Type.Array(oneOf(WEBHOOK_EVENTS)),
  placeId: Id,
  placeName: Type.String(),
  createdAt: Instant,
  lastOkAt: nullable(Instant),
  failingSince: nullable(Instant),
  pausedAt: nullable(Instant),
  /** A person paused it, it failed for days, or the other side said that it is gone for good. */
  pauseReason: nullable(oneOf(['person', 'failing', 'gone'])),
  waiting: Count,
  dead: Count,
})
export type WebhookView = Static<typeof WebhookView>

export const DeliveryView = shape({
  id: Id,
  event: Type.String(),
  requestId: nullable(Id),
  requestNumber: nullable(Type.String()),
  state: oneOf(DELIVERY_STATES),
  attempts: Count,
  createdAt: Instant,
  triedAt: nullable(Instant),
  /** When it is tried again. */
  dueAt: Instant,
  statusCode: nullable(Type.Integer()),
  /** Why there was no answer: a word of server/platform/outgoing. */
  fault: nullable(Type.String()),
})
export type DeliveryView = Static<typeof DeliveryView>

const Url = Words(500, 8)
const Events = Type.Array(oneOf(WEBHOOK_EVENTS), { minItems: 1, maxItems: WEBHOOK_EVENTS.length, uniqueItems: true })

export const listWebhooks = endpoint({
  method: 'GET',
  path: '/api/webhooks',
  access: 'connections.view',
  summary: 'Webhooks, newest first, with what waits and what could not be delivered',
  reply: Type.Array(WebhookView),
})

/** The only answers that ever hold the secret. */
const NewWebhook = shape({ webhook: WebhookView, secret: Type.String() })

export const makeWebhook = endpoint({
  method: 'POST',
  path: '/api/webhooks',
  access: 'connections.manage',
  summary: 'Tell another system of requests; the secret of its signature is told in this answer and never again',
  body: shape({ name: Words(40, 2), url: Url, events: Events, placeId: Type.Optional(Id) }),
  reply: NewWebhook,
})

export const changeWebhook = endpoint({
  method: 'PATCH',
  path: '/api/webhooks/:id',
  access: 'connections.manage',
  summary: 'Change what it is told and where, pause it, or let it go on; another address is given another secret',
  params: ById,
  body: changes({ name: Words(40, 2), url: Url, events: Events, paused: Type.Boolean() }),
  reply: shape({
    webhook: WebhookView,
    secret: nullable(Type.String({ description: 'of the new address; null while the address stays, and its secret' })),
  }),
})

export const renewWebhookSecret = endpoint({
  method: 'POST',
  path: '/api/webhooks/:id/secrets',
  access: 'connections.manage',
  summary: 'A new secret; the old one signs nothing from now on',
  params: ById,
  reply: NewWebhook,
})

export const removeWebhook = endpoint({
  method: 'DELETE',
  path: '/api/webhooks/:id',
  access: 'connections.manage',
  summary: 'Tell it nothing any more; what waits is not sent',
  params: ById,
  reply: Done,
})

export const pingWebhook = endpoint({
  method: 'POST',
  path: '/api/webhooks/:id/pings',
  access: 'connections.manage',
  summary: 'Send a test that tells of no request',
  params: ById,
  reply: Done,
})

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/webhooks/:id/deliveries',
  access: 'connections.view',
  summary: 'What was sent, newest first; kept for thirty days',
  params: ById,
  query: shape({ state: Type.Optional(oneOf(DELIVERY_STATES)), after: Type.Optional(Words(200, 0)) }),
  reply: shape({ rows: Type.Array(DeliveryView), next: nullable(Type.String()) }),
})

export const retryDeliveries = endpoint({
  method: 'POST',
  path: '/api/webhooks/:id/retries',
  access: 'connections.manage',
  summary: 'Try once more what could not be delivered: one message, or all of them',
  params: ById,
  body: shape({ deliveryId: Type.Optional(Id) }),
  reply: shape({ count: Count }),
})

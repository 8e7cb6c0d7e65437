/** Keys of other systems: made, renewed and revoked at the desk. The secret is told once, when it is made. */
import Type, { type Static } from 'typebox'
import { ById, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { KEY_SCOPES } from './key-scopes.ts'

/** Calls in ten seconds: what a key gets unless told otherwise, and the most that one may get. */
export const KEY_CALLS = { usual: 50, most: 1_000 }

export const KeyView = shape({
  id: Id,
  name: Type.String({ description: 'the other system, as history shows it: 12345 热线' }),
  holder: nullable(Type.String({ description: 'who answers for it there: an organisation, no person' })),
  prefix: Type.String({ description: 'how the secret begins, to tell keys apart' }),
  scopes: Type.Array(oneOf(KEY_SCOPES)),
  placeId: Id,
  placeName: Type.String({ description: 'nothing outside this place is read or filed' }),
  callsInTenSeconds: Type.Integer(),
  expiresOn: nullable(DayDate),
  lastUsedOn: nullable(DayDate),
  createdAt: Instant,
  revokedAt: nullable(Instant),
  state: oneOf(['working', 'expired', 'revoked']),
})
export type KeyView = Static<typeof KeyView>

/** The only answer that ever holds the secret. */
export const NewKey = shape({ key: KeyView, secret: Type.String() })

export const listKeys = endpoint({
  method: 'GET',
  path: '/api/keys',
  access: 'connections.view',
  summary: 'Keys of other systems, newest first',
  reply: Type.Array(KeyView),
})

export const makeKey = endpoint({
  method: 'POST',
  path: '/api/keys',
  access: 'connections.manage',
  summary: 'Make a key; its secret is told in this answer and never again',
  body: shape({
    name: Words(40, 2),
    holder: Type.Optional(Words(80)),
    scopes: Type.Array(oneOf(KEY_SCOPES), { minItems: 1, maxItems: KEY_SCOPES.length, uniqueItems: true }),
    placeId: Type.Optional(Id),
    callsInTenSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: KEY_CALLS.most })),
    expiresOn: Type.Optional(DayDate),
  }),
  reply: NewKey,
})

export const renewKey = endpoint({
  method: 'POST',
  path: '/api/keys/:id/renewals',
  access: 'connections.manage',
  summary: 'Give a key a new secret and, if wanted, another last day; the old secret stops at once',
  params: ById,
  body: shape({ expiresOn: Type.Optional(DayDate) }),
  reply: NewKey,
})

export const revokeKey = endpoint({
  method: 'DELETE',
  path: '/api/keys/:id',
  access: 'connections.manage',
  summary: 'Revoke a key for good; it stops at once, what it filed stays',
  params: ById,
  reply: Done,
})

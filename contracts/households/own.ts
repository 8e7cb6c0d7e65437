/** The glass file: one's own household as it is written, why, until when, who opened it; and every right over it. */
import Type, { type Static } from 'typebox'
import { DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words, Count } from '../endpoint.ts'
import { AskLine } from './asks.ts'
import { ASK_KINDS, BASES, CONSENT_PURPOSES, FIELD_KEYS, GIVEN_BY, KEEPS, PURPOSES, VALUE_FIELDS } from './words.ts'

export const OwnLine = shape({
  field: oneOf(FIELD_KEYS),
  value: Type.String(),
  purpose: oneOf(PURPOSES),
  basis: oneOf(BASES),
  keep: oneOf(KEEPS),
  consent: nullable(oneOf(CONSENT_PURPOSES)),
  /** Kept under a consent of one’s own: withdrawing empties it. */
  updatedAt: nullable(Instant),
})
export type OwnLine = Static<typeof OwnLine>

export const OwnFile = shape({
  homeName: nullable(Type.String()),
  lines: Type.Array(OwnLine),
  /** Who else lives there by the file; masked, as everywhere. */
  others: Type.Array(Type.String()),
  consents: Type.Array(
    shape({
      purpose: oneOf(CONSENT_PURPOSES),
      currentVersion: Count,
      given: nullable(shape({ at: Instant, version: Count, by: oneOf(GIVEN_BY) })),
    }),
  ),
  opened: Type.Array(
    shape({
      id: Id,
      at: Instant,
      capacity: Type.String(),
      /** Masked: me, or another of the household. */
      subject: Type.String(),
      field: nullable(Type.String()),
      reason: nullable(Type.String()),
    }),
  ),
  asks: Type.Array(AskLine),
})
export type OwnFile = Static<typeof OwnFile>

export const ownFile = endpoint({
  method: 'GET',
  path: '/api/household',
  access: 'signedIn',
  summary: 'My own file: what is written, why, until when, and who opened it',
  reply: OwnFile,
})

export const giveConsent = endpoint({
  method: 'POST',
  path: '/api/household/consents',
  access: 'signedIn',
  summary: 'I agree to one purpose, in the words of this version of its notice',
  body: shape({ purpose: oneOf(CONSENT_PURPOSES), noticeVersion: Type.Integer({ minimum: 1, maximum: 1000 }) }),
  reply: OwnFile,
})

export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/api/household/consents/withdrawn',
  access: 'signedIn',
  summary: 'I take a consent back; what rested on it is emptied at once',
  body: shape({ purpose: oneOf(CONSENT_PURPOSES) }),
  reply: OwnFile,
})

export const keepOwnValue = endpoint({
  method: 'POST',
  path: '/api/household/values',
  access: 'signedIn',
  summary: 'Write or empty a value about myself, under my own consent',
  body: shape({ field: oneOf(VALUE_FIELDS), value: nullable(Words(120)) }),
  reply: OwnFile,
})

export const askAboutFile = endpoint({
  method: 'POST',
  path: '/api/household/asks',
  access: 'signedIn',
  creates: true,
  summary: 'Ask to correct, erase, explain, or object; answered within 15 working days',
  body: shape({ kind: oneOf(ASK_KINDS), field: Type.Optional(oneOf(FIELD_KEYS)), words: Words(500, 2) }),
  reply: OwnFile,
})

export const exportOwn = endpoint({
  method: 'GET',
  path: '/api/household/export',
  access: 'signedIn',
  summary: 'A copy of everything kept about me, to take along: PIPL art. 45',
  reply: shape({
    madeAt: Instant,
    district: Type.String(),
    lines: Type.Array(OwnLine),
    consents: Type.Array(shape({ purpose: oneOf(CONSENT_PURPOSES), givenAt: Instant, withdrawnAt: nullable(Instant), by: oneOf(GIVEN_BY), noticeVersion: Count })), // prettier-ignore
    opened: OwnFile.properties.opened,
    asks: Type.Array(AskLine),
    requests: Type.Array(shape({ number: Type.String(), createdAt: Instant, title: Type.String(), text: Type.String(), status: Type.String() })), // prettier-ignore
    owned: Type.Array(shape({ code: Type.String(), areaCenti: nullable(Count), fromOn: DayDate, toOn: nullable(DayDate) })), // prettier-ignore
  }),
})

export const eraseMe = endpoint({
  method: 'POST',
  path: '/api/household/erased',
  access: 'signedIn',
  summary: 'Delete my account and data; sums and places of my requests stay, I do not',
  body: shape({ confirm: Type.Literal(true) }),
  reply: Done,
})

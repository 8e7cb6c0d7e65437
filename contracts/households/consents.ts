/** Consent given or taken back at the door, noted by whoever stands there. */
import Type from 'typebox'
import { Count, endpoint, Id, oneOf, shape } from '../endpoint.ts'
import { ByHome, HouseholdFile } from './file.ts'
import { CONSENT_PURPOSES } from './words.ts'

const Version = Type.Integer({ minimum: 1, maximum: 1000 })

export const sendConsentCode = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/consent-codes',
  access: 'households.manage',
  summary: 'After the notice was shown at the door: a code to the resident’s own phone, which they say if they agree',
  params: ByHome,
  body: shape({ personId: Id, purpose: oneOf(CONSENT_PURPOSES) }),
  reply: shape({ attemptId: Id, phoneMasked: Type.String(), validSeconds: Count }),
})

export const recordConsent = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/consents',
  access: 'households.manage',
  creates: true,
  summary: 'Record consent given at the door by code, on paper with a photo of it, or by a guardian on paper',
  params: ByHome,
  body: shape({
    personId: Id,
    purpose: oneOf(CONSENT_PURPOSES),
    noticeVersion: Version,
    by: oneOf(['code', 'paper', 'guardian']),
    attemptId: Type.Optional(Id),
    code: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    photoId: Type.Optional(Id),
  }),
  reply: HouseholdFile,
})

export const withdrawForSomebody = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/consents/:id/withdrawn',
  access: 'households.manage',
  summary: 'Somebody who lives here takes a consent back by word of mouth; what rested on it is emptied at once',
  params: shape({ homePlaceId: Id, id: Id }),
  reply: HouseholdFile,
})

/** Households at the desk: lists that never unmask, the file of one home, and every opening of a value with its reason. */
import Type, { type Static } from 'typebox'
import { Phone } from '../accounts.ts'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import {
  ASK_KINDS,
  BASES,
  CONSENT_PURPOSES,
  FIELD_KEYS,
  GIVEN_BY,
  KEEPS,
  LEVELS,
  PURPOSES,
  READERS,
  REVEAL_REASONS,
  RETAINED,
  REVEALABLE,
  VALUE_FIELDS,
} from './words.ts'

const HOLDS = ['owner', 'tenant', 'unknown'] as const
const ByHome = shape({ homePlaceId: Id })
const Version = Type.Integer({ minimum: 1, maximum: 1000 })

export const HouseholdLine = shape({
  homePlaceId: Id,
  buildingName: Type.String(),
  /** Entrance and room; null for those who may know the building only. */
  door: nullable(Type.String()),
  householdId: nullable(Id),
  contactName: nullable(Type.String({ description: 'masked' })),
  contactPhone: nullable(Type.String({ description: 'masked' })),
  people: Count,
  occupants: nullable(Count),
  holds: oneOf(HOLDS),
  confirmedOn: nullable(DayDate),
})
export type HouseholdLine = Static<typeof HouseholdLine>

export const listHouseholds = endpoint({
  method: 'GET',
  path: '/api/households',
  access: 'households.view',
  summary:
    'Homes of an area and the household of each, masked; of all, of those nobody can be reached in, or not confirmed this year',
  query: Type.Object(
    {
      placeId: Type.Optional(Id),
      only: Type.Optional(oneOf(['noContact', 'unconfirmed', 'noHousehold'])),
      after: Type.Optional(Words(200, 0)),
    },
    { additionalProperties: false },
  ),
  reply: shape({
    placeName: Type.String(),
    counts: shape({ homes: Count, households: Count, people: Count, noContact: Count, unconfirmed: Count }),
    rows: Type.Array(HouseholdLine),
    next: nullable(Type.String()),
  }),
})

const ConsentLine = shape({
  id: Id,
  personId: Id,
  name: Type.String(),
  purpose: oneOf(CONSENT_PURPOSES),
  noticeVersion: Count,
  givenBy: oneOf(GIVEN_BY),
  givenAt: Instant,
  withdrawnAt: nullable(Instant),
})
const OpenedLine = shape({
  id: Id,
  at: Instant,
  capacity: Type.String(),
  subject: Type.String({ description: 'masked' }),
  field: nullable(Type.String()),
  reason: nullable(Type.String()),
})
export const AskLine = shape({
  id: Id,
  kind: oneOf(ASK_KINDS),
  field: nullable(oneOf(FIELD_KEYS)),
  status: oneOf(['open', 'done', 'refused']),
  words: Type.String(),
  name: Type.String({ description: 'masked' }),
  homePlaceId: nullable(Id),
  homeName: nullable(Type.String()),
  dueOn: DayDate,
  createdAt: Instant,
  answer: nullable(Type.String()),
  answeredAt: nullable(Instant),
})
export type AskLine = Static<typeof AskLine>

export const HouseholdFile = shape({
  homePlaceId: Id,
  placeName: Type.String({ description: 'the home, or the building for those who may not know more' }),
  buildingName: Type.String(),
  householdId: nullable(Id),
  holds: oneOf(HOLDS),
  occupants: nullable(Count),
  movedInOn: nullable(DayDate),
  confirmedOn: nullable(DayDate),
  contactPersonId: nullable(Id),
  people: Type.Array(
    shape({
      personId: Id,
      name: Type.String({ description: 'masked' }),
      phone: nullable(Type.String({ description: 'masked' })),
      largePrint: Type.Boolean(),
      fromOn: DayDate,
      agreed: Type.Array(oneOf(CONSENT_PURPOSES)),
    }),
  ),
  /** That something is kept, never what: each is opened by a reveal. */
  kept: Type.Array(shape({ personId: Id, name: Type.String(), field: oneOf(VALUE_FIELDS), updatedAt: Instant })),
  consents: Type.Array(ConsentLine),
  owners: nullable(
    Type.Array(
      shape({
        unitId: Id,
        code: Type.String(),
        areaCenti: nullable(Count),
        areaSource: nullable(Type.String()),
        names: Type.Array(Type.String()),
        fromOn: nullable(DayDate),
      }),
    ),
  ),
  asks: Type.Array(AskLine),
  opened: Type.Array(OpenedLine),
  may: shape({ reveal: Type.Boolean(), manage: Type.Boolean(), care: Type.Boolean() }),
})
export type HouseholdFile = Static<typeof HouseholdFile>

export const viewHousehold = endpoint({
  method: 'GET',
  path: '/api/households/:homePlaceId',
  access: 'households.view',
  summary: 'The file of a home: who lives there, masked; what is kept, closed; who opened it',
  params: ByHome,
  reply: HouseholdFile,
})

export const changeHousehold = endpoint({
  method: 'PATCH',
  path: '/api/households/:homePlaceId',
  access: 'households.manage',
  summary: 'Open the household of a home, or change what is said about it; confirming notes that it was checked today',
  params: ByHome,
  body: Type.Partial(
    Type.Object({
      holds: oneOf(HOLDS),
      occupants: nullable(Type.Integer({ minimum: 0, maximum: 50 })),
      movedInOn: nullable(DayDate),
      contactPersonId: nullable(Id),
      confirmed: Type.Literal(true),
    }),
    { additionalProperties: false },
  ),
  reply: HouseholdFile,
})

export const addToHousehold = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/people',
  access: 'households.manage',
  creates: true,
  summary: 'Somebody lives here: a new person, or the one who has this number',
  params: ByHome,
  body: shape({
    name: Words(40),
    phone: Type.Optional(Phone),
    fromOn: DayDate,
    contact: Type.Optional(Type.Boolean()),
  }),
  reply: HouseholdFile,
})

export const leaveHome = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/people/:personId/left',
  access: 'households.manage',
  summary: 'Somebody no longer lives here from a day on; the household stays',
  params: shape({ homePlaceId: Id, personId: Id }),
  body: shape({ on: DayDate }),
  reply: HouseholdFile,
})

export const moveHouseholdOut = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/moved-out',
  access: 'households.manage',
  summary: 'The household has moved out; 90 days later what is left of its file is deleted',
  params: ByHome,
  body: shape({ on: DayDate }),
  reply: HouseholdFile,
})

export const keepValue = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/values',
  access: 'households.manage',
  summary: 'Keep a registered value about one who lives here, or empty it; only under the consent that its field needs',
  params: ByHome,
  body: shape({ personId: Id, field: oneOf(VALUE_FIELDS), value: nullable(Words(120)) }),
  reply: HouseholdFile,
})

/** Not repeated from memory: the opened value would lie in the clear among remembered answers. */
export const revealValue = endpoint({
  method: 'POST',
  path: '/api/households/:homePlaceId/reveals',
  access: 'households.manage',
  summary: 'Open one value of one person, with a reason that the household reads',
  params: ByHome,
  body: shape({ personId: Id, field: oneOf(REVEALABLE), reason: oneOf(REVEAL_REASONS) }),
  reply: shape({ value: Type.String(), opened: OpenedLine }),
})

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

export const listAsks = endpoint({
  method: 'GET',
  path: '/api/households/asks',
  access: 'households.manage',
  summary: 'What residents ask about their files, nearest promise first',
  query: Type.Object({ status: Type.Optional(oneOf(['open', 'answered'])) }, { additionalProperties: false }),
  reply: Type.Array(AskLine),
})

export const answerAsk = endpoint({
  method: 'POST',
  path: '/api/households/asks/:id/answer',
  access: 'households.manage',
  summary: 'Answer what somebody asked about their file; they are told',
  params: ById,
  body: shape({ done: Type.Boolean(), answer: Words(500, 2) }),
  reply: Done,
})

export const listFields = endpoint({
  method: 'GET',
  path: '/api/households/fields',
  access: 'settings.view',
  summary:
    'Every field about people with purpose, basis, level, retention and readers: the record of an impact assessment',
  reply: shape({
    on: DayDate,
    districtName: Type.String(),
    fields: Type.Array(
      shape({
        key: oneOf(FIELD_KEYS),
        purpose: oneOf(PURPOSES),
        basis: oneOf(BASES),
        level: oneOf(LEVELS),
        keep: oneOf(KEEPS),
        keepDays: nullable(Count),
        readers: Type.Array(oneOf(READERS)),
        consent: nullable(oneOf(CONSENT_PURPOSES)),
        columns: Type.Array(Type.String()),
        sealed: Type.Boolean(),
      }),
    ),
    figures: shape({
      households: Count,
      people: Count,
      values: Count,
      consents: Count,
      withdrawn: Count,
      reveals30Days: Count,
      openAsks: Count,
      erased: Count,
    }),
    /** What the nightly deletion would take today and within a week. */
    ahead: Type.Array(shape({ what: oneOf(RETAINED), today: Count, withinAWeek: Count })),
  }),
})

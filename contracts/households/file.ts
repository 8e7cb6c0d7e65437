/** The file of one home: who lives there, what is kept about them, and every opening of a value with its reason. */
import Type, { type Static } from 'typebox'
import { Phone } from '../accounts.ts'
import { changes, Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { AskLine } from './asks.ts'
import { CONSENT_PURPOSES, GIVEN_BY, HOLDS, REVEAL_REASONS, REVEALABLE, VALUE_FIELDS } from './words.ts'

export const ByHome = shape({ homePlaceId: Id })

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
  body: changes({
    holds: oneOf(HOLDS),
    occupants: nullable(Type.Integer({ minimum: 0, maximum: 50 })),
    movedInOn: nullable(DayDate),
    contactPersonId: nullable(Id),
    confirmed: Type.Literal(true),
  }),
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

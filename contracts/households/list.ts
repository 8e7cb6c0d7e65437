/** Homes of an area and the household of each: a list that never unmasks. */
import Type, { type Static } from 'typebox'
import { Count, DayDate, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { HOLDS } from './words.ts'

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
  query: shape({
    placeId: Type.Optional(Id),
    only: Type.Optional(oneOf(['noContact', 'unconfirmed', 'noHousehold'])),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: shape({
    placeName: Type.String(),
    counts: shape({ homes: Count, households: Count, people: Count, noContact: Count, unconfirmed: Count }),
    rows: Type.Array(HouseholdLine),
    next: nullable(Type.String()),
  }),
})

/** Venues: rooms and corners that standards ask for. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, Done, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'

export const VENUE_KINDS = [
  'parlour', // 党建会客厅
  'neighbourStation', // 好邻里驿站
  'serviceCentre', // 党群服务中心
  'deliberationHall', // 议事厅
  'secretaryStudio', // 书记工作室
  'activityRoom', // 活动室
] as const
export type VenueKind = (typeof VENUE_KINDS)[number]

export const VenueView = shape({
  id: Id,
  kind: oneOf(VENUE_KINDS),
  name: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  organisationId: nullable(Id),
  organisationName: nullable(Type.String()),
  /** Square metres × 100: 99.9 m² is 9990 and stays less than 100. */
  areaCenti: nullable(Count),
  hasSign: Type.Boolean(),
  functions: Type.Array(Type.String()),
  mayChange: Type.Boolean(),
})
export type VenueView = Static<typeof VenueView>

const VenueWritten = {
  name: Words(60),
  organisationId: nullable(Id),
  areaCenti: nullable(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  hasSign: Type.Boolean(),
  functions: Type.Array(Words(20), { maxItems: 20, uniqueItems: true }),
}

export const listVenues = endpoint({
  method: 'GET',
  path: '/api/venues',
  access: 'registers.view',
  summary: 'Venues over a place and below it, or of the whole district',
  query: shape({ placeId: Type.Optional(Id) }),
  reply: Type.Array(VenueView),
})

export const createVenue = endpoint({
  method: 'POST',
  path: '/api/venues',
  access: 'organisations.manage',
  creates: true,
  summary: 'Open a venue: parlour, station, hall …',
  body: shape({ kind: oneOf(VENUE_KINDS), placeId: Id, ...VenueWritten }),
  reply: VenueView,
})

export const changeVenue = endpoint({
  method: 'PATCH',
  path: '/api/venues/:id',
  access: 'organisations.manage',
  summary: 'Change a venue’s name, area, sign or functions',
  params: ById,
  body: changes(VenueWritten),
  reply: VenueView,
})

export const endVenue = endpoint({
  method: 'DELETE',
  path: '/api/venues/:id',
  access: 'organisations.manage',
  summary: 'Close a venue',
  params: ById,
  reply: Done,
})

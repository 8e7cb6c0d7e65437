/** One search box for the desk: places, people, organisations and requests, as far as the reader may see them. */
import Type, { type Static } from 'typebox'
import { endpoint, Id, nullable, oneOf, shape, Words } from './endpoint.ts'
import { ORGANISATION_KINDS } from './people.ts'
import { PLACE_LEVELS } from './places.ts'

export const FoundPlace = shape({
  id: Id,
  level: oneOf(PLACE_LEVELS),
  name: Type.String({ description: 'as people say it with its surroundings' }),
  around: Type.String({ description: 'what it lies in, in words' }),
})
export const FoundPerson = shape({
  id: Id,
  name: Type.String({ description: 'masked: 王＊＊' }),
  phoneMasked: nullable(Type.String()),
  homePlaceId: nullable(Id),
  /** The building, not the home. */
  homeName: nullable(Type.String()),
  postTitles: Type.Array(Type.String()),
})
export const FoundOrganisation = shape({
  id: Id,
  kind: oneOf(ORGANISATION_KINDS),
  name: Type.String(),
  placeName: Type.String(),
})
export const FoundRequest = shape({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  placeName: Type.String(),
  closed: Type.Boolean(),
})

export const Found = shape({
  places: Type.Array(FoundPlace),
  people: Type.Array(FoundPerson),
  organisations: Type.Array(FoundOrganisation),
  requests: Type.Array(FoundRequest),
})
export type Found = Static<typeof Found>

export const find = endpoint({
  method: 'GET',
  path: '/api/find',
  access: 'signedIn',
  summary:
    'Everything by a name, its pinyin or initials, a phone’s last four digits, a room (8-2-301), a code or a number; each kind only to those who may see it',
  query: shape({ q: Words(40) }),
  reply: Found,
})

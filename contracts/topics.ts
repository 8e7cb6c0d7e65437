/** Hot topics: open requests that speak of one thing, found by their words; what they have in common, told in those words. */
import Type, { type Static } from 'typebox'
import { Count, endpoint, Id, Instant, nullable, shape } from './endpoint.ts'
import { RequestRow } from './requests/views.ts'

const Share = shape({ name: Type.String(), count: Count })

export const Topic = shape({
  id: Id,
  /** Up to three stretches that most titles share, the most telling first. */
  words: Type.Array(Type.String()),
  /** Requests of the topic that the reader may see. */
  count: Count,
  /** Those who reported or joined. */
  voices: Count,
  overdue: Count,
  firstAt: Instant,
  newestAt: Instant,
  /** Where and of which kind they are, the most first; three at most. */
  places: Type.Array(Share),
  categories: Type.Array(Share),
  handlers: Type.Array(Share),
  rows: Type.Array(RequestRow),
})
export type Topic = Static<typeof Topic>

export const listTopics = endpoint({
  method: 'GET',
  path: '/api/topics',
  access: 'figures.view',
  summary: 'Open requests that speak of one thing, the most voices first; found anew every half hour',
  query: shape({ placeId: Type.Optional(Id) }),
  reply: shape({
    foundAt: nullable(Instant),
    /** Open requests that were looked at. */
    among: Count,
    topics: Type.Array(Topic),
  }),
})

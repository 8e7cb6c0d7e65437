/** Handing a post over, the reserve, and who serves on both sides. */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { POST_KINDS } from '../rights.ts'
import { PostView } from './posts.ts'

export const OpenWork = shape({
  count: Count,
  /** The nearest due first, at most twenty. */
  rows: Type.Array(
    shape({
      id: Id,
      number: Type.String(),
      title: Type.String({ description: 'of a limited request its number only' }),
      placeName: Type.String(),
      dueAt: nullable(Instant),
    }),
  ),
})
export type OpenWork = Static<typeof OpenWork>

export const openWorkOfPost = endpoint({
  method: 'GET',
  path: '/api/posts/:id/open-work',
  access: 'posts.appoint',
  summary: 'What is open with a post: it stays with the post when its holder changes',
  params: ById,
  reply: OpenWork,
})

export const handOver = endpoint({
  method: 'POST',
  path: '/api/posts/:id/hand-over',
  access: 'posts.appoint',
  creates: true,
  summary:
    'Pass a post from one person to another on a day: the old term ends the day before, open work stays, both are told',
  params: ById,
  body: shape({ termId: Id, personId: Id, fromOn: DayDate, note: Words(1_000) }),
  reply: PostView,
})

export const ReserveRow = shape({
  id: Id,
  personId: Id,
  name: Type.String({ description: 'masked' }),
  postKind: oneOf(POST_KINDS),
  placeId: Id,
  placeName: Type.String(),
  fromOn: DayDate,
  reason: Type.String(),
  postTitles: Type.Array(Type.String()),
  mayChange: Type.Boolean(),
})

export const listReserve = endpoint({
  method: 'GET',
  path: '/api/reserve',
  access: 'posts.appoint',
  summary: 'Reserve of future secretaries and heads within one’s own reach',
  reply: Type.Array(ReserveRow),
})

export const addReserve = endpoint({
  method: 'POST',
  path: '/api/reserve',
  access: 'posts.appoint',
  creates: true,
  summary: 'Put a person on the reserve for a kind of post over a place',
  body: shape({ personId: Id, postKind: oneOf(POST_KINDS), placeId: Id, reason: Words(200, 0) }),
  reply: ReserveRow,
})

export const endReserve = endpoint({
  method: 'DELETE',
  path: '/api/reserve/:id',
  access: 'posts.appoint',
  summary: 'Take a person off the reserve',
  params: ById,
  reply: Done,
})

export const crossAppointments = endpoint({
  method: 'GET',
  path: '/api/posts/cross',
  access: 'people.view',
  summary:
    'Who serves both in an owners’ committee and in a party organisation, and where one person leads both; information, never a failing',
  reply: Type.Array(
    shape({
      placeId: Id,
      placeName: Type.String(),
      name: Type.String({ description: 'masked' }),
      committeeTitle: Type.String(),
      partyTitle: Type.String(),
      /** 一肩挑: chair of the committee and secretary in one person. */
      leadsBoth: Type.Boolean(),
    }),
  ),
})

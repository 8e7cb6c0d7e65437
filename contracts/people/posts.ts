/** Posts, who holds them and from when to when. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, DayDate, Done, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { POST_KINDS } from '../rights.ts'
import { STANDS_AS } from './words.ts'

const TermView = shape({
  termId: Id,
  personId: Id,
  name: Type.String({ description: 'masked for those who may not know it' }),
  fromOn: DayDate,
  toOn: nullable(DayDate),
  standsAs: oneOf(STANDS_AS),
})
export type TermView = Static<typeof TermView>

export const PostView = shape({
  id: Id,
  kind: oneOf(POST_KINDS),
  title: Type.String(),
  organisationId: nullable(Id),
  organisationName: nullable(Type.String()),
  placeId: Id,
  placeName: Type.String(),
  /** How many may hold it together, where seats of its kind are counted. */
  seats: Count,
  /** Deputies included. */
  holders: Type.Array(TermView),
  /** Terms that begin later. */
  coming: Type.Array(TermView),
  /** Seats that nobody holds today; a post whose seats are not counted is vacant only without any holder. */
  vacant: Count,
  /** The reader may fill, hand over and end it. */
  mayAppoint: Type.Boolean(),
})
export type PostView = Static<typeof PostView>

export const listPosts = endpoint({
  method: 'GET',
  path: '/api/posts',
  access: 'people.view',
  summary: 'Posts and who holds them now; by place, organisation or kind',
  query: shape({
    placeId: Type.Optional(Id),
    organisationId: Type.Optional(Id),
    kind: Type.Optional(oneOf(POST_KINDS)),
    q: Type.Optional(Words(40)),
    vacant: Type.Optional(Type.Boolean({ description: 'only posts that nobody holds' })),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: shape({ rows: Type.Array(PostView), next: nullable(Type.String()) }),
})

export const readPost = endpoint({
  method: 'GET',
  path: '/api/posts/:id',
  access: 'people.view',
  summary: 'One post and who holds it now',
  params: ById,
  reply: PostView,
})

const Seats = Type.Integer({ minimum: 1, maximum: 10_000 })

export const fillChain = endpoint({
  method: 'POST',
  path: '/api/posts/chain',
  access: 'posts.appoint',
  creates: true,
  summary: 'Make, vacant, the posts below a place that the chain of responsibility asks for and that are not there yet',
  body: shape({ placeId: Id }),
  reply: shape({ made: Count }),
})

export const createPost = endpoint({
  method: 'POST',
  path: '/api/posts',
  access: 'posts.appoint',
  creates: true,
  summary: 'Make a post in an organisation, over a place; only of a kind that one may fill',
  body: shape({
    kind: oneOf(POST_KINDS),
    title: Words(40),
    organisationId: Type.Optional(Id),
    placeId: Id,
    seats: Type.Optional(Seats),
  }),
  reply: PostView,
})

export const changePost = endpoint({
  method: 'PATCH',
  path: '/api/posts/:id',
  access: 'posts.appoint',
  summary: 'Change a post’s title or its seats',
  params: ById,
  body: changes({ title: Words(40), seats: Seats }),
  reply: PostView,
})

export const endPost = endpoint({
  method: 'DELETE',
  path: '/api/posts/:id',
  access: 'posts.appoint',
  summary: 'End a post; refused while somebody holds it or it has open work',
  params: ById,
  reply: Done,
})

export const appoint = endpoint({
  method: 'POST',
  path: '/api/posts/:id/terms',
  access: 'posts.appoint',
  creates: true,
  summary: 'Give the post to a person from a day on, as its holder or a deputy; rights follow at once',
  params: ById,
  body: shape({
    personId: Id,
    fromOn: DayDate,
    toOn: Type.Optional(DayDate),
    standsAs: Type.Optional(oneOf(STANDS_AS)),
    overrideReason: Type.Optional(Words(200)),
  }),
  reply: PostView,
})

export const endTerm = endpoint({
  method: 'DELETE',
  path: '/api/posts/:id/terms/:termId',
  access: 'posts.appoint',
  summary: 'End a term today; open work stays with the post',
  params: shape({ id: Id, termId: Id }),
  reply: PostView,
})

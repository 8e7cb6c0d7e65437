/** People and the posts they hold, the organisations they hold them in, and the log of who looked at what. */
import Type, { type Static } from 'typebox'
import {
  ById,
  changes,
  Count,
  DayDate,
  Done,
  endpoint,
  Id,
  Instant,
  nullable,
  oneOf,
  shape,
  Words,
} from './endpoint.ts'
import { Phone } from './accounts.ts'
import { POST_KINDS } from './rights.ts'

export const ORGANISATION_KINDS = [
  'partyOrganisation',
  'community',
  'propertyCompany',
  'ownersCommittee',
  'managementCommittee',
  'department',
  'allianceUnit',
  'alliance',
  'selfManagementGroup',
  'volunteerTeam',
  'shop',
  'serviceCentre',
  'developer',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Told apart by who they are: the deputy stands in with the same rights while their term runs. */
export const STANDS_AS = ['holder', 'deputy'] as const

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

export const PersonRow = shape({
  id: Id,
  name: Type.String({ description: 'masked: 王＊＊' }),
  phoneMasked: nullable(Type.String()),
  homeName: nullable(Type.String()),
  postTitles: Type.Array(Type.String()),
  disabled: Type.Boolean(),
})

export const listPosts = endpoint({
  method: 'GET',
  path: '/api/posts',
  access: 'people.view',
  summary: 'Posts and who holds them now; by place, organisation or kind',
  query: Type.Object(
    {
      placeId: Type.Optional(Id),
      organisationId: Type.Optional(Id),
      kind: Type.Optional(oneOf(POST_KINDS)),
      q: Type.Optional(Words(40)),
      vacant: Type.Optional(Type.Boolean({ description: 'only posts that nobody holds' })),
      after: Type.Optional(Words(200, 0)),
    },
    { additionalProperties: false },
  ),
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
  body: Type.Object(
    {
      personId: Id,
      fromOn: DayDate,
      toOn: Type.Optional(DayDate),
      standsAs: Type.Optional(oneOf(STANDS_AS)),
      overrideReason: Type.Optional(Words(200)),
    },
    { additionalProperties: false },
  ),
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

// Handing over -----------------------------------------------------------------------------------------------------

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

// Who answers for a place ---------------------------------------------------------------------------------------------

export const AnswerableLevel = shape({
  name: Type.String(),
  nameEn: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  organisations: Type.Array(
    shape({ id: Id, name: Type.String(), dutyPhone: nullable(Type.String({ description: 'an office’s number' })) }),
  ),
  posts: Type.Array(
    shape({
      postId: Id,
      kind: oneOf(POST_KINDS),
      title: Type.String(),
      organisationName: nullable(Type.String()),
      dutyPhone: nullable(Type.String()),
      /** Nobody holds it today, and no deputy stands in. */
      vacant: Type.Boolean(),
      holders: Type.Array(
        shape({
          name: nullable(Type.String({ description: 'masked; null where the name would tell more than the title' })),
          standsAs: oneOf(STANDS_AS),
        }),
      ),
    }),
  ),
})
export type AnswerableLevel = Static<typeof AnswerableLevel>

export const whoAnswers = endpoint({
  method: 'GET',
  path: '/api/places/:id/answerable',
  access: 'signedIn',
  summary:
    'Who answers for this place now, level by level from the nearest up; how to reach them, never a personal number',
  params: ById,
  reply: shape({ placeId: Id, placeName: Type.String(), levels: Type.Array(AnswerableLevel) }),
})

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  access: 'people.view',
  summary: 'People by name or phone ending, masked',
  query: Type.Object(
    { q: Type.Optional(Words(40)), after: Type.Optional(Words(200, 0)) },
    { additionalProperties: false },
  ),
  reply: shape({ rows: Type.Array(PersonRow), next: nullable(Type.String()) }),
})

export const createPerson = endpoint({
  method: 'POST',
  path: '/api/people',
  access: 'people.manage',
  creates: true,
  summary: 'Enter a member of staff or a volunteer, who then signs in by phone code',
  body: shape({ name: Words(40), phone: Phone, homePlaceId: Type.Optional(Id) }),
  reply: PersonRow,
})

export const setPersonAccess = endpoint({
  method: 'PATCH',
  path: '/api/people/:id',
  access: 'people.manage',
  summary: 'Close or reopen a person’s access, or give staff a user name and first password; closing ends all sessions',
  params: ById,
  body: Type.Partial(Type.Object({ disabled: Type.Boolean(), username: Words(60, 3), password: Words(200, 10) }), {
    additionalProperties: false,
  }),
  reply: PersonRow,
})

export const AuditRow = shape({
  id: Id,
  at: Instant,
  what: Type.String({ description: 'reveal, sign-in, appointment, settings …' }),
  actor: Type.String({ description: 'capacity, not name' }),
  subject: Type.String(),
  reason: nullable(Type.String()),
})

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  access: 'audit.view',
  summary: 'Who opened, changed or signed in to what; the auditor sees the log, not the data',
  query: Type.Object(
    { what: Type.Optional(Words(40)), after: Type.Optional(Words(200, 0)) },
    { additionalProperties: false },
  ),
  reply: shape({ rows: Type.Array(AuditRow), next: nullable(Type.String()) }),
})

// Inbox: told to a post (whoever holds it) or to a person as resident --------------------------------------------------

export const NoticeView = shape({
  id: Id,
  at: Instant,
  /** Key of the sentence in web/texts; facts fill it in. */
  what: Type.String(),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  requestId: nullable(Id),
  read: Type.Boolean(),
})

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/notices',
  access: 'signedIn',
  summary: 'What I was told, newest first',
  query: Type.Object({ after: Type.Optional(Words(200, 0)) }, { additionalProperties: false }),
  reply: shape({ rows: Type.Array(NoticeView), next: nullable(Type.String()), unread: Count }),
})

export const readNotices = endpoint({
  method: 'POST',
  path: '/api/notices/read',
  access: 'signedIn',
  summary: 'Mark everything up to this one as read',
  body: shape({ upToId: Id }),
  reply: Done,
})

/** People and the posts they hold, the organisations they hold them in, and the log of who looked at what. */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
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
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const OrganisationView = shape({
  id: Id,
  parentId: nullable(Id),
  kind: oneOf(ORGANISATION_KINDS),
  name: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  /** May be given requests to handle. */
  handles: Type.Boolean(),
  dutyPhone: nullable(Type.String()),
  postCount: Count,
})

export const PostView = shape({
  id: Id,
  kind: oneOf(POST_KINDS),
  title: Type.String(),
  organisationId: nullable(Id),
  organisationName: nullable(Type.String()),
  placeId: Id,
  placeName: Type.String(),
  holders: Type.Array(
    shape({
      termId: Id,
      personId: Id,
      name: Type.String({ description: 'masked for those who may not know it' }),
      fromOn: DayDate,
      toOn: nullable(DayDate),
    }),
  ),
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

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/api/organisations',
  access: 'people.view',
  summary: 'Organisations of the district, as a flat tree',
  reply: Type.Array(OrganisationView),
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
      after: Type.Optional(Words(200, 0)),
    },
    { additionalProperties: false },
  ),
  reply: shape({ rows: Type.Array(PostView), next: nullable(Type.String()) }),
})

export const createPost = endpoint({
  method: 'POST',
  path: '/api/posts',
  access: 'people.manage',
  creates: true,
  summary: 'Make a post in an organisation, over a place',
  body: shape({ kind: oneOf(POST_KINDS), title: Words(40), organisationId: Type.Optional(Id), placeId: Id }),
  reply: PostView,
})

export const appoint = endpoint({
  method: 'POST',
  path: '/api/posts/:id/terms',
  access: 'people.manage',
  creates: true,
  summary: 'Give the post to a person from a day on; rights follow at once',
  params: ById,
  body: shape({ personId: Id, fromOn: DayDate, toOn: Type.Optional(DayDate) }),
  reply: PostView,
})

export const endTerm = endpoint({
  method: 'DELETE',
  path: '/api/posts/:id/terms/:termId',
  access: 'people.manage',
  summary: 'End a term today; open work stays with the post',
  params: shape({ id: Id, termId: Id }),
  reply: PostView,
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

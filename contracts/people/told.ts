/** The log of who looked, and the inbox: told to a post, whoever holds it, or to a person as resident. */
import Type from 'typebox'
import { Count, Done, endpoint, Id, Instant, nullable, shape, Words } from '../endpoint.ts'

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
  query: shape({ what: Type.Optional(Words(40)), after: Type.Optional(Words(200, 0)) }),
  reply: shape({ rows: Type.Array(AuditRow), next: nullable(Type.String()) }),
})

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
  query: shape({ after: Type.Optional(Words(200, 0)) }),
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

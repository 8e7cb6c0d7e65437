/** What residents ask about their files, and the answers of the desk. */
import Type, { type Static } from 'typebox'
import { ById, DayDate, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { ASK_KINDS, FIELD_KEYS } from './words.ts'

export const AskLine = shape({
  id: Id,
  kind: oneOf(ASK_KINDS),
  field: nullable(oneOf(FIELD_KEYS)),
  status: oneOf(['open', 'done', 'refused']),
  words: Type.String(),
  name: Type.String({ description: 'masked' }),
  homePlaceId: nullable(Id),
  homeName: nullable(Type.String()),
  dueOn: DayDate,
  createdAt: Instant,
  answer: nullable(Type.String()),
  answeredAt: nullable(Instant),
})
export type AskLine = Static<typeof AskLine>

export const listAsks = endpoint({
  method: 'GET',
  path: '/api/households/asks',
  access: 'households.manage',
  summary: 'What residents ask about their files, nearest promise first',
  query: shape({ status: Type.Optional(oneOf(['open', 'answered'])) }),
  reply: Type.Array(AskLine),
})

export const answerAsk = endpoint({
  method: 'POST',
  path: '/api/households/asks/:id/answer',
  access: 'households.manage',
  summary: 'Answer what somebody asked about their file; they are told',
  params: ById,
  body: shape({ done: Type.Boolean(), answer: Words(500, 2) }),
  reply: Done,
})

/** Choosing leaders: candidates by four channels, vetting step by step with reasons, the result into posts. */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, endpoint, Id, Instant, nullable, oneOf, shape, Words } from './endpoint.ts'
import { ORGANISATION_KINDS } from './people.ts'
import { POST_KINDS } from './rights.ts'

/** 党员自荐、群众推荐、社区直荐、公开评荐 */
export const CHANNELS = ['self', 'residents', 'community', 'openAssessment'] as const
export type Channel = (typeof CHANNELS)[number]

export const SELECTION_STATUSES = ['nominating', 'vetting', 'deciding', 'closed', 'cancelled'] as const
export type SelectionStatus = (typeof SELECTION_STATUSES)[number]

export const SELECTION_ACTIONS = [
  'nominate',
  'stand',
  'agree',
  'withdraw',
  'beginVetting',
  'vet',
  'beginDeciding',
  'decide',
  'cancel',
] as const
export type SelectionAction = (typeof SELECTION_ACTIONS)[number]

/** asked: not agreed yet; standing: being vetted; refused: a step was not passed; passed: all were. */
export const CANDIDATE_STATES = [
  'asked',
  'standing',
  'refused',
  'passed',
  'withdrawn',
  'elected',
  'notElected',
] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

export const CandidateView = shape({
  id: Id,
  personId: Id,
  name: Type.String({ description: 'masked' }),
  channel: oneOf(CHANNELS),
  statement: Type.String(),
  supporters: Count,
  state: oneOf(CANDIDATE_STATES),
  steps: Type.Array(
    shape({
      step: Type.String(),
      passed: Type.Boolean(),
      reason: Type.String(),
      by: Type.String({ description: 'capacity, not name' }),
      at: Instant,
    }),
  ),
  /** The step that comes next; null when there is none to take. */
  nextStep: nullable(Type.String()),
  electedTo: nullable(Type.String()),
})
export type CandidateView = Static<typeof CandidateView>

export const SelectionView = shape({
  id: Id,
  title: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  organisationKind: oneOf(ORGANISATION_KINDS),
  placeId: Id,
  placeName: Type.String(),
  status: oneOf(SELECTION_STATUSES),
  seats: Type.Array(shape({ postId: Id, title: Type.String(), kind: oneOf(POST_KINDS), seats: Count })),
  vettingSteps: Type.Array(Type.String()),
  fromOn: DayDate,
  nominateUntil: DayDate,
  termUntil: nullable(DayDate),
  resultNote: nullable(Type.String()),
  closedAt: nullable(Instant),
  /** What the reader may do now. */
  allowedActions: Type.Array(oneOf(SELECTION_ACTIONS)),
  /** The reader's own candidacy, with the reason if it was refused. */
  mine: nullable(CandidateView),
  /** Only for those who run it. */
  candidates: Type.Array(CandidateView),
})
export type SelectionView = Static<typeof SelectionView>

export const listSelections = endpoint({
  method: 'GET',
  path: '/api/selections',
  access: 'signedIn',
  summary: 'Selections that I run, that stand open around my home, or in which I am a candidate; newest first',
  reply: Type.Array(SelectionView),
})

export const readSelection = endpoint({
  method: 'GET',
  path: '/api/selections/:id',
  access: 'signedIn',
  summary: 'One selection; its candidates only for those who run it',
  params: ById,
  reply: SelectionView,
})

export const createSelection = endpoint({
  method: 'POST',
  path: '/api/selections',
  access: 'organisations.manage',
  creates: true,
  summary: 'Open a selection for posts of an organisation, with its vetting steps and dates',
  body: shape({
    title: Words(60),
    organisationId: Id,
    seats: Type.Array(shape({ postId: Id, seats: Type.Integer({ minimum: 1, maximum: 99 }) }), {
      minItems: 1,
      maxItems: 12,
    }),
    vettingSteps: Type.Array(Words(30), { minItems: 1, maxItems: 8, uniqueItems: true }),
    fromOn: DayDate,
    nominateUntil: DayDate,
    termUntil: Type.Optional(DayDate),
  }),
  reply: SelectionView,
})

export const moveSelection = endpoint({
  method: 'POST',
  path: '/api/selections/:id/steps',
  access: 'organisations.manage',
  creates: true,
  summary: 'End the nominations, end the vetting, or call the selection off',
  params: ById,
  body: shape({ action: oneOf(['beginVetting', 'beginDeciding', 'cancel']), note: Words(300, 0) }),
  reply: SelectionView,
})

export const nominate = endpoint({
  method: 'POST',
  path: '/api/selections/:id/candidates',
  access: 'organisations.manage',
  creates: true,
  summary:
    'Put somebody on the list whom residents, the community or an open assessment recommend; they are asked first',
  params: ById,
  body: shape({
    personId: Id,
    channel: oneOf(['residents', 'community', 'openAssessment']),
    statement: Words(500, 0),
    supporters: Count,
  }),
  reply: SelectionView,
})

export const standForOneself = endpoint({
  method: 'POST',
  path: '/api/selections/:id/candidacy',
  access: 'signedIn',
  creates: true,
  summary: 'Put oneself forward, in a selection of an organisation around one’s home',
  params: ById,
  body: shape({ statement: Words(500, 0) }),
  reply: SelectionView,
})

export const answerNomination = endpoint({
  method: 'PATCH',
  path: '/api/selections/:id/candidacy',
  access: 'signedIn',
  summary: 'Agree to stand, or withdraw',
  params: ById,
  body: shape({ answer: oneOf(['agree', 'withdraw']) }),
  reply: SelectionView,
})

export const vet = endpoint({
  method: 'POST',
  path: '/api/selections/:id/candidates/:candidateId/vetting',
  access: 'organisations.manage',
  creates: true,
  summary: 'Record the next vetting step of a candidate: passed or not, and why; never changed afterwards',
  params: shape({ id: Id, candidateId: Id }),
  body: shape({ step: Words(30), passed: Type.Boolean(), reason: Words(300) }),
  reply: SelectionView,
})

export const decideSelection = endpoint({
  method: 'POST',
  path: '/api/selections/:id/result',
  access: 'posts.appoint',
  creates: true,
  summary: 'Write down who was chosen: their terms begin in the posts, and the selection is closed',
  params: ById,
  body: shape({
    elected: Type.Array(shape({ candidateId: Id, postId: Id }), { minItems: 1, maxItems: 200 }),
    fromOn: DayDate,
    note: Words(500, 0),
  }),
  reply: SelectionView,
})

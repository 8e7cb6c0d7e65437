/** Plates 亮身份: lit by oneself, read by whoever scans, asked through; and my building, where they hang. */
import Type, { type Static } from 'typebox'
import { ById, Count, Done, endpoint, Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { Choice, Codes } from './words.ts'

export const PlateView = shape({
  id: Id,
  code: Type.String(),
  words: Type.String(),
  canHelp: Type.Array(Type.String()),
  litAt: Instant,
})

const PlateWords = { words: Words(60), canHelp: Codes }

export const lightPlate = endpoint({
  method: 'POST',
  path: '/api/plates/mine',
  access: 'signedIn',
  creates: true,
  summary: 'Light my plate: by my own wish, seen at once, put out as easily',
  body: shape(PlateWords),
  reply: PlateView,
})

export const changePlate = endpoint({
  method: 'PATCH',
  path: '/api/plates/mine',
  access: 'signedIn',
  summary: 'Other words on my plate; the code stays',
  body: shape(PlateWords),
  reply: PlateView,
})

export const putOutPlate = endpoint({
  method: 'DELETE',
  path: '/api/plates/mine',
  access: 'signedIn',
  summary: 'Put my plate out: its code leads nowhere from now on',
  reply: Done,
})

/** What anybody may read who scans a plate: where it hangs and what it says. No name, number or door. */
export const PublicPlate = shape({
  code: Type.String(),
  compoundName: nullable(Type.String()),
  buildingName: Type.String(),
  words: Type.String(),
  canHelp: Type.Array(Choice),
})
export type PublicPlate = Static<typeof PublicPlate>
const ByCode = shape({ code: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$', description: '128 random bits' }) })

export const readPlate = endpoint({
  method: 'GET',
  path: '/api/plates/:code',
  access: 'anyone',
  summary: 'What a scanned plate says; a code that was put out answers like one that never was',
  params: ByCode,
  reply: PublicPlate,
})

export const askNeighbour = endpoint({
  method: 'POST',
  path: '/api/plates/:code/questions',
  access: 'signedIn',
  creates: true,
  summary: 'Ask the neighbour behind a plate; they see the question and my nickname',
  params: ByCode,
  body: shape({ words: Words(300, 2) }),
  reply: Done,
})

export const QUESTION_STATES = ['asked', 'answered', 'passedOn', 'withdrawn'] as const

export const QUESTION_ACTIONS = ['answer', 'passOn', 'withdraw'] as const
export type QuestionAction = (typeof QUESTION_ACTIONS)[number]

export const QuestionView = shape({
  id: Id,
  /** Somebody asked me, or I asked the neighbour behind a plate. */
  mine: Type.Boolean(),
  /** The asker's nickname to the owner; the building of the plate to the asker. */
  who: Type.String(),
  words: Type.String(),
  answer: nullable(Type.String()),
  status: oneOf(QUESTION_STATES),
  askedAt: Instant,
  allowedActions: Type.Array(oneOf(QUESTION_ACTIONS)),
})
export type QuestionView = Static<typeof QuestionView>

export const listQuestions = endpoint({
  method: 'GET',
  path: '/api/plates/questions',
  access: 'signedIn',
  summary: 'Questions to me and by me, newest first',
  query: shape({ after: Type.Optional(Words(200, 0)) }),
  reply: shape({ rows: Type.Array(QuestionView), next: nullable(Type.String()) }),
})

export const stepQuestion = endpoint({
  method: 'POST',
  path: '/api/plates/questions/:id/steps',
  access: 'signedIn',
  summary: 'Answer a question, say that it belongs to the community, or take my own back',
  params: ById,
  body: shape({ action: oneOf(QUESTION_ACTIONS), words: Type.Optional(Words(300)) }),
  reply: QuestionView,
})

export const myBuilding = endpoint({
  method: 'GET',
  path: '/api/plates/building',
  access: 'signedIn',
  summary: 'My building: what it is, and the plates that others have lit there',
  reply: shape({
    building: nullable(
      shape({
        id: Id,
        name: Type.String(),
        communityName: nullable(Type.String()),
        households: Count,
        floors: nullable(Type.Integer()),
        entrances: Count,
      }),
    ),
    plates: Type.Array(PublicPlate),
  }),
})

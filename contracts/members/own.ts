/** For the member, on the phone: my entry and my report card. */
import Type from 'typebox'
import { Done, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { CardView, Choice, Codes, MEMBER_ACTIONS, MEMBER_STAGES, MEMBER_STATES } from './words.ts'
import { PlateView } from './plates.ts'

export const myMembership = endpoint({
  method: 'GET',
  path: '/api/members/mine',
  access: 'signedIn',
  summary: 'What is known of me as a member, and the organisations round my home with whom to ask',
  reply: shape({
    hasHome: Type.Boolean(),
    placeName: nullable(Type.String({ description: 'compound and building, as a plate shows them' })),
    member: nullable(
      shape({
        stage: oneOf(MEMBER_STAGES),
        state: oneOf(MEMBER_STATES),
        inService: Type.Boolean(),
        organisationName: nullable(Type.String()),
        elsewhere: nullable(Type.String()),
        answer: nullable(Type.String()),
        allowedActions: Type.Array(oneOf(MEMBER_ACTIONS)),
      }),
    ),
    card: nullable(CardView),
    plate: nullable(PlateView),
    organisations: Type.Array(
      shape({
        id: Id,
        name: Type.String(),
        placeName: Type.String(),
        dutyPhone: nullable(Type.String()),
        ask: Type.Array(shape({ title: Type.String(), name: Type.String({ description: 'masked' }) })),
      }),
    ),
    skills: Type.Array(Choice),
    freeTimes: Type.Array(Choice),
    wants: Type.Array(Choice),
  }),
})

export const claimMembership = endpoint({
  method: 'POST',
  path: '/api/members/mine',
  access: 'signedIn',
  creates: true,
  summary: 'I am a member and live here: with a consent of its own to the notice',
  body: shape({
    stage: oneOf(MEMBER_STAGES),
    organisationId: Type.Optional(Id),
    elsewhere: Type.Optional(Words(80)),
    inService: Type.Boolean(),
    agreed: Type.Literal(true),
    noticeVersion: Type.Integer({ minimum: 1 }),
  }),
  reply: Done,
})

export const answerMembership = endpoint({
  method: 'POST',
  path: '/api/members/mine/steps',
  access: 'signedIn',
  summary: 'Agree to being entered, or withdraw: then nothing of it is kept',
  body: shape({
    action: oneOf(['agree', 'withdraw']),
    noticeVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Done,
})

export const sendCard = endpoint({
  method: 'POST',
  path: '/api/members/mine/card',
  access: 'signedIn',
  creates: true,
  summary: 'Report in where I live, with what I can and want to do; a new card takes the place of the old one',
  body: shape({
    unitName: Words(80, 0),
    skills: Codes,
    freeTimes: Codes,
    wants: Codes,
    words: Words(300, 0),
    tellsUnit: Type.Boolean(),
  }),
  reply: CardView,
})

export const endCard = endpoint({
  method: 'DELETE',
  path: '/api/members/mine/card',
  access: 'signedIn',
  summary: 'End my report card',
  reply: Done,
})

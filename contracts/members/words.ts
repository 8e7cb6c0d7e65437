/** What members’ calls share: stages, states and actions, the choices of a pack, the report card. */
import Type, { type Static } from 'typebox'
import { Id, Instant, nullable, oneOf, shape, Words } from '../endpoint.ts'

export const MEMBER_STAGES = ['formal', 'probationary'] as const

export const MEMBER_STATES = ['waitsForOrganisation', 'waitsForMember', 'confirmed', 'returned', 'left'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

export const MEMBER_ACTIONS = ['confirm', 'return', 'agree', 'recordPaper', 'change', 'leave', 'withdraw'] as const
export type MemberAction = (typeof MEMBER_ACTIONS)[number]

export const CARD_STATES = ['sent', 'accepted', 'returned', 'ended'] as const
export type CardState = (typeof CARD_STATES)[number]

export const CARD_ACTIONS = ['accept', 'return', 'end'] as const
export type CardAction = (typeof CARD_ACTIONS)[number]

/** Version of the notice that a member agrees to; its words are in web/texts/members.ts. */
export const MEMBERSHIP_NOTICE = 1

/** One answer of a list that the district's pack offers: server/modules/members/choices.ts. */
export const Choice = shape({ code: Type.String(), name: Type.String(), nameEn: Type.String() })
export type Choice = Static<typeof Choice>
export const Codes = Type.Array(Words(40), { maxItems: 20, uniqueItems: true })

export const CardView = shape({
  id: Id,
  status: oneOf(CARD_STATES),
  unitName: Type.String(),
  skills: Type.Array(Choice),
  freeTimes: Type.Array(Choice),
  wants: Type.Array(Choice),
  words: Type.String(),
  /** The quarterly sheet may go to the unit. */
  tellsUnit: Type.Boolean(),
  answer: nullable(Type.String()),
  sentAt: Instant,
  answeredAt: nullable(Instant),
})
export type CardView = Static<typeof CardView>

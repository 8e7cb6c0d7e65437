/** The quarterly sheet for a member’s unit. */
import Type, { type Static } from 'typebox'
import { ById, DayDate, endpoint, nullable, shape } from '../endpoint.ts'

/** What a unit is told of a member in a quarter: nothing about households. Source: rules of 双报到, quarterly feedback. */
export const FeedbackSheet = shape({
  name: Type.String(),
  unitName: Type.String(),
  communityName: Type.String(),
  year: Type.Integer(),
  quarter: Type.Integer({ minimum: 1, maximum: 4 }),
  reportedOn: DayDate,
  acceptedOn: nullable(DayDate),
  posts: Type.Array(shape({ title: Type.String(), fromOn: DayDate, toOn: nullable(DayDate) })),
})
export type FeedbackSheet = Static<typeof FeedbackSheet>

const Quarter = shape({
  year: Type.Integer({ minimum: 2000, maximum: 2999 }),
  quarter: Type.Integer({ minimum: 1, maximum: 4 }),
})

export const feedbackForUnit = endpoint({
  method: 'POST',
  path: '/api/members/:id/feedback',
  access: 'members.manage',
  summary: 'The quarterly sheet for the unit of a member who agreed to it; opening the name is in the log',
  params: ById,
  body: Quarter,
  reply: FeedbackSheet,
})

export const myFeedback = endpoint({
  method: 'GET',
  path: '/api/members/mine/feedback',
  access: 'signedIn',
  summary: 'My own quarterly sheet, to print or to hand on',
  query: Quarter,
  reply: FeedbackSheet,
})

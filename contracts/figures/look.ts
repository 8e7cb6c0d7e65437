/** How a figure is asked for. */
import Type, { type TSchema } from 'typebox'
import { DayDate, Id, shape, Words } from '../endpoint.ts'

/** What is looked at: a place and what lies in it, a period, and at most one cut. Place left out: all that the reader may see. */
const Look = {
  placeId: Type.Optional(Id),
  from: DayDate,
  to: DayDate,
}
const Cut = {
  categoryCode: Type.Optional(Words(60)),
  channel: Type.Optional(Words(20)),
  organisationId: Type.Optional(Id),
}
export const look = <T extends Record<string, TSchema>>(more: T) => shape({ ...Look, ...Cut, ...more })

/** What residents are shown of their own community. */
import Type from 'typebox'
import { Count, endpoint, nullable, shape } from '../endpoint.ts'

/** A resident's look at the community: counts only, none below five. */
export const figuresNearby = endpoint({
  method: 'GET',
  path: '/api/figures/nearby',
  access: 'signedIn',
  summary: 'What was reported and solved around home in the last seven and thirty days',
  reply: shape({
    placeName: nullable(Type.String()),
    week: shape({ received: nullable(Count), solved: nullable(Count) }),
    month: shape({ received: nullable(Count), solved: nullable(Count), medianHours: nullable(Type.Number()) }),
    categories: Type.Array(shape({ code: Type.String(), name: Type.String(), solved: Count })),
  }),
})

/** Who answers for a place, level by level. */
import Type, { type Static } from 'typebox'
import { ById, endpoint, Id, nullable, oneOf, shape } from '../endpoint.ts'
import { POST_KINDS } from '../rights.ts'
import { STANDS_AS } from './words.ts'

export const AnswerableLevel = shape({
  name: Type.String(),
  nameEn: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  organisations: Type.Array(
    shape({ id: Id, name: Type.String(), dutyPhone: nullable(Type.String({ description: 'an office’s number' })) }),
  ),
  posts: Type.Array(
    shape({
      postId: Id,
      kind: oneOf(POST_KINDS),
      title: Type.String(),
      organisationName: nullable(Type.String()),
      dutyPhone: nullable(Type.String()),
      /** Nobody holds it today, and no deputy stands in. */
      vacant: Type.Boolean(),
      holders: Type.Array(
        shape({
          name: nullable(Type.String({ description: 'masked; null where the name would tell more than the title' })),
          standsAs: oneOf(STANDS_AS),
        }),
      ),
    }),
  ),
})
export type AnswerableLevel = Static<typeof AnswerableLevel>

export const whoAnswers = endpoint({
  method: 'GET',
  path: '/api/places/:id/answerable',
  access: 'signedIn',
  summary:
    'Who answers for this place now, level by level from the nearest up; how to reach them, never a personal number',
  params: ById,
  reply: shape({ placeId: Id, placeName: Type.String(), levels: Type.Array(AnswerableLevel) }),
})

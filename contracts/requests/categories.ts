/** Categories and the controlled lists that steps choose from. */
import Type, { type Static } from 'typebox'
import { changes, endpoint, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { CLOCK_KINDS, LIMIT_UNITS, OUTCOMES, REQUEST_KINDS } from './words.ts'

export const CategoryView = shape({
  code: Type.String(),
  parentCode: nullable(Type.String()),
  name: Type.String(),
  nameEn: Type.String(),
  kinds: Type.Array(oneOf(REQUEST_KINDS)),
  icon: nullable(Type.String()),
  privacy: oneOf(['public', 'limited']),
  /** Where to go when it is not the community's duty, or not first. */
  signposts: Type.Array(
    shape({
      code: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      phone: nullable(Type.String()),
      words: Type.String(),
      wordsEn: Type.String(),
    }),
  ),
  /** Never taken in: the signposts are the answer. */
  elsewhere: Type.Boolean(),
  questions: Type.Array(
    shape({
      key: Type.String(),
      words: Type.String(),
      wordsEn: Type.String(),
      type: oneOf(['choice', 'text', 'number']),
      choices: Type.Array(shape({ code: Type.String(), words: Type.String(), wordsEn: Type.String() })),
      required: Type.Boolean(),
    }),
  ),
  limits: Type.Array(
    shape({
      clock: oneOf(CLOCK_KINDS),
      amount: Type.Integer({ minimum: 1 }),
      unit: oneOf(LIMIT_UNITS),
      source: Type.String(),
      own: Type.Boolean({ description: 'the category’s own, not that of its kind' }),
    }),
  ),
  active: Type.Boolean(),
})
export type CategoryView = Static<typeof CategoryView>

export const listCategories = endpoint({
  method: 'GET',
  path: '/api/categories',
  access: 'signedIn',
  key: 'requests.read',
  summary: 'The category tree with questions, limits, privacy and signposts',
  reply: Type.Array(CategoryView),
})

export const setCategory = endpoint({
  method: 'PATCH',
  path: '/api/categories/:code',
  access: 'settings.manage',
  summary: 'Change name, limits, privacy or use of a category; running clocks keep the limit they were promised',
  params: shape({ code: Words(60) }),
  body: changes({
    name: Words(40),
    nameEn: Words(60),
    privacy: oneOf(['public', 'limited']),
    active: Type.Boolean(),
    limits: Type.Array(
      shape({
        clock: oneOf(CLOCK_KINDS),
        amount: Type.Integer({ minimum: 1, maximum: 10000 }),
        unit: oneOf(LIMIT_UNITS),
        source: Words(200),
      }),
      { maxItems: 4 },
    ),
  }),
  reply: CategoryView,
})

/** The controlled lists that steps choose from. */
export const listReasons = endpoint({
  method: 'GET',
  path: '/api/requests/reasons',
  access: 'signedIn',
  key: 'requests.read',
  summary: 'Reasons for declining, returning, closing, and causes, each with its words',
  reply: Type.Array(
    shape({
      list: oneOf(['decline', 'return', 'close', 'cause']),
      code: Type.String(),
      words: Type.String(),
      wordsEn: Type.String(),
      signpost: nullable(Type.String()),
      source: nullable(Type.String()),
      /** Which way of closing the reason belongs to. */
      outcome: nullable(oneOf(OUTCOMES)),
    }),
  ),
})

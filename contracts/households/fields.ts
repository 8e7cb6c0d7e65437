/** Every field about people, for whoever answers for them: purpose, basis, how long, who reads it. */
import Type from 'typebox'
import { Count, DayDate, endpoint, nullable, oneOf, shape } from '../endpoint.ts'
import { BASES, CONSENT_PURPOSES, FIELD_KEYS, KEEPS, LEVELS, PURPOSES, READERS, RETAINED } from './words.ts'

export const listFields = endpoint({
  method: 'GET',
  path: '/api/households/fields',
  access: 'settings.view',
  summary:
    'Every field about people with purpose, basis, level, retention and readers: the record of an impact assessment',
  reply: shape({
    on: DayDate,
    districtName: Type.String(),
    fields: Type.Array(
      shape({
        key: oneOf(FIELD_KEYS),
        purpose: oneOf(PURPOSES),
        basis: oneOf(BASES),
        level: oneOf(LEVELS),
        keep: oneOf(KEEPS),
        keepDays: nullable(Count),
        readers: Type.Array(oneOf(READERS)),
        consent: nullable(oneOf(CONSENT_PURPOSES)),
        columns: Type.Array(Type.String()),
        sealed: Type.Boolean(),
      }),
    ),
    figures: shape({
      households: Count,
      people: Count,
      values: Count,
      consents: Count,
      withdrawn: Count,
      reveals30Days: Count,
      openAsks: Count,
      erased: Count,
    }),
    /** What the nightly deletion would take today and within a week. */
    ahead: Type.Array(shape({ what: oneOf(RETAINED), today: Count, withinAWeek: Count })),
  }),
})

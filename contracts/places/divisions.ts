/** Divisions of the country, to begin with. */
import Type, { type Static } from 'typebox'
import { Count, endpoint, Id, oneOf, shape, Words } from '../endpoint.ts'

export const DIVISION_LEVELS = ['province', 'city', 'district', 'subdistrict', 'community'] as const
const DivisionCode = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$' })

export const DivisionView = shape({
  code: DivisionCode,
  name: Type.String(),
  level: oneOf(DIVISION_LEVELS),
  /** What it lies in, largest first, for telling homonyms apart. */
  above: Type.Array(Type.String()),
  /** Already in my district's tree. */
  taken: Type.Boolean(),
})
export type DivisionView = Static<typeof DivisionView>

export const searchDivisions = endpoint({
  method: 'GET',
  path: '/api/divisions',
  access: 'places.manage',
  summary: 'Divisions by name or code (further words say in what), or those that lie in one',
  query: shape({ q: Type.Optional(Words(60)), within: Type.Optional(DivisionCode) }),
  reply: shape({ rows: Type.Array(DivisionView), more: Type.Boolean() }),
})

export const takeDivisions = endpoint({
  method: 'POST',
  path: '/api/divisions/take',
  access: 'places.manage',
  creates: true,
  summary: 'Enter subdistricts and communities from the list of divisions, with what they lie in up to my district',
  body: shape({ codes: Type.Array(DivisionCode, { minItems: 1, maxItems: 400 }) }),
  reply: shape({ added: Count, placeIds: Type.Array(Id) }),
})

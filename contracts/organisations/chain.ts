/** The chain of responsibility of a district. */
import Type, { type Static } from 'typebox'
import { endpoint, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { POST_KINDS } from '../rights.ts'
import { ORGANISATION_FORMS } from './file.ts'

export const CHAIN_PLACE_LEVELS = [
  'district',
  'subdistrict',
  'community',
  'compound',
  'grid',
  'building',
  'home',
] as const

export const ChainLevel = shape({
  name: Words(20),
  nameEn: Words(40),
  placeLevel: oneOf(CHAIN_PLACE_LEVELS),
  gridLevel: nullable(Type.Integer({ minimum: 1, maximum: 3 })),
  postKinds: Type.Array(oneOf(POST_KINDS), { maxItems: 8, uniqueItems: true }),
  forms: Type.Array(oneOf(ORGANISATION_FORMS), { maxItems: 8, uniqueItems: true }),
})
export type ChainLevel = Static<typeof ChainLevel>

export const CHAIN_PATTERNS = ['four', 'seven'] as const

export const readChain = endpoint({
  method: 'GET',
  path: '/api/chain',
  access: 'registers.view',
  summary:
    'The levels of responsibility from the top down, and the ready patterns; `own` is false while the first pattern stands in',
  reply: shape({
    own: Type.Boolean(),
    levels: Type.Array(ChainLevel),
    patterns: Type.Array(shape({ pattern: oneOf(CHAIN_PATTERNS), levels: Type.Array(ChainLevel) })),
    mayChange: Type.Boolean(),
  }),
})

export const saveChain = endpoint({
  method: 'PATCH',
  path: '/api/chain',
  access: 'settings.manage',
  summary: 'Set the levels of responsibility, from the top down',
  body: shape({ levels: Type.Array(ChainLevel, { minItems: 1, maxItems: 12 }) }),
  reply: shape({ own: Type.Boolean(), levels: Type.Array(ChainLevel) }),
})

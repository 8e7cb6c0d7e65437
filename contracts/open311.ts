/** How this district's categories are offered to other systems by GeoReport v2. The protocol itself: contracts/georeport.ts. */
import Type, { type Static } from 'typebox'
import { changes, endpoint, oneOf, shape, Words } from './endpoint.ts'

/** At once by its number, by its number once the desk has taken it in, taken in without a number, or not at all. */
export const OFFERED = ['realtime', 'batch', 'blackbox', 'no'] as const
export type Offered = (typeof OFFERED)[number]

export const DATATYPES = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const

/** Something this district asks of other systems, beside the category's own questions; `variable: false` only tells something. */
export const OwnAttribute = shape({
  code: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,39}$' }),
  variable: Type.Boolean(),
  datatype: oneOf(DATATYPES),
  required: Type.Boolean(),
  description: Words(200),
  hint: Type.Optional(Words(200)),
  values: Type.Optional(
    Type.Array(shape({ key: Type.String({ pattern: '^[\\w.-]{1,40}$' }), name: Words(60) }), {
      minItems: 1,
      maxItems: 40,
    }),
  ),
})
export type OwnAttribute = Static<typeof OwnAttribute>

export const OfferedService = shape({
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  group: Type.String(),
  groupEn: Type.String(),
  limited: Type.Boolean({ description: 'a limited category is never listed, however it is offered' }),
  offered: oneOf(OFFERED),
  byRule: oneOf(OFFERED),
  questionCount: Type.Integer(),
  attributes: Type.Array(OwnAttribute),
})
export type OfferedService = Static<typeof OfferedService>

export const listOpen311Services = endpoint({
  method: 'GET',
  path: '/api/open311/services',
  access: 'connections.view',
  summary: 'How each category is offered to other systems by Open311',
  reply: shape({
    /** Where others find this district. */
    endpointUrl: Type.String(),
    discoveryUrl: Type.String(),
    jurisdictionId: Type.String(),
    services: Type.Array(OfferedService),
  }),
})

export const setOpen311Service = endpoint({
  method: 'PATCH',
  path: '/api/open311/services/:code',
  access: 'connections.manage',
  summary: 'Offer a category otherwise, or ask other systems for more; what was filed before keeps its ways',
  params: shape({ code: Words(60) }),
  body: changes({ offered: oneOf(OFFERED), attributes: Type.Array(OwnAttribute, { maxItems: 20 }) }),
  reply: OfferedService,
})

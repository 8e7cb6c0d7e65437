/** The owners' roll, apart from who lives there: units, areas with their source, owner sets and dates. Votes freeze it. */
import Type, { type Static } from 'typebox'
import { ById, Count, DayDate, endpoint, Id, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { Phone } from '../accounts.ts'

export const UNIT_KINDS = ['home', 'shop', 'office', 'parking', 'other'] as const
export const AREA_SOURCES = ['REGISTRY', 'SURVEY', 'CONTRACT'] as const
export const OWNERSHIP_BASES = ['REGISTERED', 'POSSESSION', 'INHERITANCE', 'DEVELOPER'] as const

/** Integer of 0.01 m²: 8937 is 89.37 m². */
const AreaCenti = Type.Integer({ minimum: 1, maximum: 100_000_000 })

export const RollLine = shape({
  unitId: Id,
  placeId: Id,
  buildingName: Type.String(),
  kind: oneOf(UNIT_KINDS),
  code: Type.String(),
  areaCenti: nullable(Type.Integer()),
  areaSource: nullable(oneOf(AREA_SOURCES)),
  basis: nullable(oneOf(OWNERSHIP_BASES)),
  fromOn: nullable(DayDate),
  proofCheckedOn: nullable(DayDate),
  owners: Type.Array(
    shape({ name: Type.String({ description: 'masked; organisations in full' }), sharePermille: nullable(Count) }),
  ),
  /** Number of the head that this unit's owner set is: the same set, the same number. */
  head: nullable(Count),
})
export type RollLine = Static<typeof RollLine>

export const OwnersRoll = shape({
  placeName: Type.String(),
  on: DayDate,
  withParking: Type.Boolean(),
  totals: shape({
    units: Count,
    heads: Count,
    /** In words, because sums of areas are integers of any size. */
    areaCenti: Type.String({ pattern: '^\\d+$' }),
    unitsWithoutArea: Count,
    unitsWithoutOwner: Count,
  }),
  rows: Type.Array(RollLine),
  next: nullable(Type.String()),
  mayManage: Type.Boolean(),
})

export const listOwners = endpoint({
  method: 'GET',
  path: '/api/owners',
  access: 'owners.view',
  summary: 'The owners’ roll of a place on a day: units, areas, owner sets as heads, totals; owners masked',
  query: shape({
    placeId: Type.Optional(Id),
    on: Type.Optional(DayDate),
    withParking: Type.Optional(Type.Boolean()),
    after: Type.Optional(Words(200, 0)),
  }),
  reply: OwnersRoll,
})

const NewHolder = shape({
  name: Type.Optional(Words(40)),
  phone: Type.Optional(Phone),
  organisationId: Type.Optional(Id),
  sharePermille: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})

export const enterUnit = endpoint({
  method: 'POST',
  path: '/api/owners',
  access: 'owners.manage',
  creates: true,
  summary:
    'Enter a unit with area, source and owners; or what changed about it: a better area, new owners from a day on',
  body: shape({
    placeId: Id,
    kind: oneOf(UNIT_KINDS),
    code: Words(40),
    areaCenti: nullable(AreaCenti),
    areaSource: nullable(oneOf(AREA_SOURCES)),
    basis: oneOf(OWNERSHIP_BASES),
    fromOn: DayDate,
    proofChecked: Type.Boolean({ description: 'the certificate was seen; no copy is kept' }),
    holders: Type.Array(NewHolder, { minItems: 1, maxItems: 20 }),
  }),
  reply: shape({ unitId: Id }),
})

export const sellUnit = endpoint({
  method: 'POST',
  path: '/api/owners/:id/sold',
  access: 'owners.manage',
  creates: true,
  summary: 'From a day on the unit belongs to others; who owned it before stays readable for earlier days',
  params: ById,
  body: shape({
    on: DayDate,
    basis: oneOf(OWNERSHIP_BASES),
    proofChecked: Type.Boolean(),
    holders: Type.Array(NewHolder, { minItems: 1, maxItems: 20 }),
  }),
  reply: shape({ unitId: Id }),
})

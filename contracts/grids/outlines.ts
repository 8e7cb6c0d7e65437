/** Outlines of places: drawn by hand, taken in from a file, handed out as one. */
import Type from 'typebox'
import { ById, Count, Done, endpoint, Id, nullable, oneOf, shape } from '../endpoint.ts'
import { PLACE_LEVELS } from '../places.ts'
import { Area, COORDINATE_SYSTEMS, SentArea } from './area.ts'

export const drawOutline = endpoint({
  method: 'PATCH',
  path: '/api/places/:id/outline',
  access: 'places.manage',
  summary: 'Draw the outline of a compound or a building by hand',
  params: ById,
  body: shape({ outline: nullable(SentArea) }),
  reply: Done,
})

export const OUTLINE_FATES = ['placed', 'replaced', 'same', 'unknown', 'twice', 'refused'] as const
const OutlineFate = shape({
  /** Place in the file, from 1. */
  number: Count,
  name: Type.String(),
  fate: oneOf(OUTLINE_FATES),
  placeId: nullable(Id),
  placeName: nullable(Type.String()),
  /** Why it is refused: a code of contracts/errors.ts. */
  problem: nullable(Type.String()),
  outline: nullable(Area),
})

/** Multipart with one field `file`: GeoJSON up to 5 MB. `system` says in which it is; nothing is kept unless `apply` is asked for. */
export const importOutlines = endpoint({
  method: 'POST',
  path: '/api/places/:id/outlines',
  access: 'places.manage',
  summary: 'Outlines from a GeoJSON file: what becomes of each, and, once looked over, into the places',
  params: ById,
  query: shape({ system: oneOf(COORDINATE_SYSTEMS), apply: Type.Optional(Type.Boolean()) }),
  reply: shape({ features: Type.Array(OutlineFate), applied: Type.Boolean() }),
})

export const exportOutlines = endpoint({
  method: 'GET',
  path: '/api/places/:id/outlines',
  access: 'registers.view',
  summary: 'The outlines of a place and what lies in it as GeoJSON in one of three coordinate systems',
  params: ById,
  query: shape({ system: oneOf(COORDINATE_SYSTEMS) }),
  reply: shape({
    type: Type.Literal('FeatureCollection'),
    /** Not of RFC 7946, which knows WGS-84 only: said, so that nobody mistakes one system for another. */
    coordinateSystem: oneOf(COORDINATE_SYSTEMS),
    features: Type.Array(
      shape({
        type: Type.Literal('Feature'),
        id: Id,
        properties: shape({
          level: oneOf(PLACE_LEVELS),
          gridLevel: nullable(Type.Integer()),
          name: Type.String(),
          fullName: Type.String(),
          code: nullable(Type.String()),
          households: nullable(Count),
          outlineFrom: nullable(Type.String()),
          outlineSystem: nullable(Type.String()),
        }),
        geometry: Area,
      }),
    ),
  }),
})

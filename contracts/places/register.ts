/** The register of places: what lies where, and changing it by hand. */
import Type, { type Static } from 'typebox'
import { ById, changes, Count, endpoint, Id, Latitude, Longitude, nullable, oneOf, shape, Words } from '../endpoint.ts'
import { PLACE_LEVELS, PlaceView, USED_AS } from './tree.ts'

/** A place as the register keeps it; `children` are the places directly in it. */
export const RegisterPlace = shape({
  ...PlaceView.properties,
  fullName: Type.String(),
  residents: nullable(Count),
  /** Storeys of a building; the storey of a home. */
  floors: nullable(Type.Integer()),
  usedAs: oneOf(USED_AS),
  drawn: Type.Boolean(),
  children: Count,
})
export type RegisterPlace = Static<typeof RegisterPlace>

export const listRegister = endpoint({
  method: 'GET',
  path: '/api/register',
  access: 'registers.view',
  summary: 'What lies directly in a place; without one, the largest places that I answer for',
  query: shape({ parentId: Type.Optional(Id) }),
  reply: Type.Array(RegisterPlace),
})

export const readRegister = endpoint({
  method: 'GET',
  path: '/api/register/:id',
  access: 'registers.view',
  summary: 'A place with the line above it and how much of each level lies in it',
  params: ById,
  reply: shape({
    place: RegisterPlace,
    /** From the district down, without the place itself. */
    line: Type.Array(shape({ id: Id, level: oneOf(PLACE_LEVELS), name: Type.String() })),
    counts: shape({
      communities: Count,
      compounds: Count,
      basicGrids: Count,
      areas: Count,
      buildings: Count,
      /** Buildings without an outline on the map. */
      undrawn: Count,
      /** Buildings that lie in no grid of some 400 households. */
      ungridded: Count,
      /** Single homes entered; null where only the figures of buildings are looked at. */
      homes: nullable(Count),
    }),
    mayManage: Type.Boolean(),
  }),
})

export const readFirstSteps = endpoint({
  method: 'GET',
  path: '/api/register/first-steps',
  access: 'places.manage',
  summary: 'How far a new installation has come with its places: communities, and the compound that is being entered',
  reply: shape({
    topId: Id,
    /** The first hundred. */
    communities: Type.Array(shape({ id: Id, name: Type.String() })),
    compounds: Count,
    /** The compound, when there is exactly one. */
    compoundId: nullable(Id),
  }),
})

export const readHomes = endpoint({
  method: 'GET',
  path: '/api/register/:id/homes',
  access: 'registers.view',
  summary: 'The homes of a building by entrance and storey',
  params: ById,
  reply: shape({
    entrances: Type.Array(shape({ id: Id, name: Type.String() })),
    homes: Type.Array(
      shape({
        id: Id,
        /** Null for a home that opens from the building itself. */
        entranceId: nullable(Id),
        name: Type.String(),
        code: nullable(Type.String()),
        floor: nullable(Type.Integer()),
        usedAs: oneOf(USED_AS),
      }),
    ),
  }),
})

/** Grids are cut and drawn by calls of their own: contracts/grids.ts. */
const MADE_BY_HAND = ['subdistrict', 'community', 'compound', 'building', 'entrance', 'home'] as const

const Editable = changes({
  name: Words(60),
  code: nullable(Words(40)),
  floors: nullable(Type.Integer({ minimum: -9, maximum: 200 })),
  households: nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  residents: nullable(Type.Integer({ minimum: 0, maximum: 5_000_000 })),
  usedAs: oneOf(USED_AS),
  lon: nullable(Longitude),
  lat: nullable(Latitude),
})

export const addPlace = endpoint({
  method: 'POST',
  path: '/api/register',
  access: 'places.manage',
  creates: true,
  summary: 'Enter a place inside another',
  body: shape({
    ...Editable.properties,
    name: Words(60),
    parentId: Id,
    level: oneOf(MADE_BY_HAND),
  }),
  reply: RegisterPlace,
})

export const changePlace = endpoint({
  method: 'PATCH',
  path: '/api/register/:id',
  access: 'places.manage',
  summary: 'Correct what is kept of a place; a new name goes into the addresses of all that lies in it',
  params: ById,
  body: Editable,
  reply: RegisterPlace,
})

export const removePlace = endpoint({
  method: 'DELETE',
  path: '/api/register/:id',
  access: 'places.manage',
  summary: 'Take out a place entered by mistake, with all that lies in it; refused while anything refers to it',
  params: ById,
  reply: shape({ removed: Count }),
})

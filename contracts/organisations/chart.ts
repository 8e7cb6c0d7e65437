/** The organisation chart, and what those around a home have pledged. */
import Type, { type Static } from 'typebox'
import { Count, endpoint, Id, nullable, oneOf, shape } from '../endpoint.ts'
import { ORGANISATION_KINDS } from '../people.ts'
import { POST_KINDS } from '../rights.ts'
import { ORGANISATION_FORMS } from './file.ts'

const ChartHolder = shape({ name: Type.String({ description: 'masked' }), deputy: Type.Boolean() })

export const ChartNode = shape({
  id: Id,
  parentId: nullable(Id),
  kind: oneOf(ORGANISATION_KINDS),
  form: nullable(oneOf(ORGANISATION_FORMS)),
  name: Type.String(),
  placeId: Id,
  placeName: Type.String(),
  posts: Type.Array(
    shape({
      kind: oneOf(POST_KINDS),
      title: Type.String(),
      seats: Count,
      holders: Type.Array(ChartHolder),
      /** How many hold it when they are too many to name. */
      holderCount: Count,
    }),
  ),
})
export type ChartNode = Static<typeof ChartNode>

export const organisationChart = endpoint({
  method: 'GET',
  path: '/api/organisations/chart',
  access: 'people.view',
  summary:
    'Organisations over a place and below it with their posts and holders, and what they hang from; the district when no place is said',
  query: shape({ placeId: Type.Optional(Id) }),
  reply: shape({ placeId: Id, placeName: Type.String(), nodes: Type.Array(ChartNode) }),
})

export const PledgeBoard = shape({
  id: Id,
  kind: oneOf(ORGANISATION_KINDS),
  name: Type.String(),
  placeName: Type.String(),
  dutyPhone: nullable(Type.String()),
  duties: Type.String(),
  pledges: Type.Array(Type.String()),
})
export type PledgeBoard = Static<typeof PledgeBoard>

export const listPledges = endpoint({
  method: 'GET',
  path: '/api/pledges',
  access: 'signedIn',
  summary: 'What shops, units and companies around my home have pledged, in their own words',
  reply: Type.Array(PledgeBoard),
})

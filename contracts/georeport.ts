/**
 * GeoReport v2 as this server speaks it: what is sent and answered, for the description of the API and for whoever calls.
 * The JSON forms; XML says the same with one element per field. Source: https://wiki.open311.org/GeoReport_v2 and
 * docs/capabilities/open311.md for what goes beyond it.
 */
import Type, { type Static } from 'typebox'
import { endpoint, nullable, oneOf, shape } from './endpoint.ts'
import { DATATYPES } from './open311.ts'

/** Extended statuses, told in updates. Source: FixMyStreet, "Open311 FMS - Proposed differences". */
export const UPDATE_STATUSES = [
  'open', 'closed', 'fixed', 'in_progress', 'planned', 'action_scheduled', 'investigating', 'duplicate',
  'not_councils_responsibility', 'no_further_action', 'internal_referral', 'cancelled', 'reopen', 'for_triage', 'unchanged',
] as const // prettier-ignore
export type UpdateStatus = (typeof UPDATE_STATUSES)[number]
/** Source: CitySDK participation API, extended_attributes.detailed_status. */
export const DETAILED_STATUSES = ['RECEIVED', 'IN_PROCESS', 'PROCESSED', 'ARCHIVED', 'REJECTED'] as const

/** With its zone and no fractions of a second. */
const Moment = Type.String({ format: 'date-time', examples: ['2026-11-18T10:00:00+08:00'] })
const Text = Type.String()
const format = oneOf(['xml', 'json'])
const Jurisdiction = Type.Optional(
  Type.String({ description: 'only where one address serves several districts; empty is as good as absent' }),
)
const Locale = Type.Optional(oneOf(['zh', 'en'], 'names in this language (CitySDK)'))

export const Discovery = shape({
  changeset: Moment,
  contact: Text,
  key_service: Text,
  max_requests: Type.Integer(),
  endpoints: Type.Array(
    shape({
      specification: Text,
      url: Text,
      changeset: Moment,
      type: oneOf(['production', 'test']),
      formats: Type.Array(Text),
      jurisdiction_id: Text,
    }),
  ),
})
export const GeoService = shape({
  service_code: Text,
  service_name: Text,
  description: nullable(Text),
  metadata: Type.Boolean(),
  type: oneOf(['realtime', 'batch', 'blackbox']),
  keywords: Text,
  group: Text,
})
export type GeoService = Static<typeof GeoService>
export const GeoAttribute = shape({
  variable: Type.Boolean(),
  code: Text,
  datatype: oneOf(DATATYPES),
  required: Type.Boolean(),
  datatype_description: nullable(Text),
  order: Type.Integer({ minimum: 1 }),
  description: Text,
  values: Type.Optional(Type.Array(shape({ key: Text, name: Text }))),
})
export type GeoAttribute = Static<typeof GeoAttribute>
export const GeoRequest = shape({
  service_request_id: Text,
  status: oneOf(['open', 'closed']),
  status_notes: nullable(Text),
  service_name: nullable(Text),
  service_code: Text,
  description: nullable(Text),
  agency_responsible: nullable(Text),
  service_notice: nullable(Text),
  requested_datetime: Moment,
  updated_datetime: nullable(Moment),
  expected_datetime: nullable(Moment),
  address: nullable(Text),
  address_id: nullable(Text),
  zipcode: nullable(Text),
  lat: nullable(Type.Number()),
  long: nullable(Type.Number()),
  media_url: nullable(Text),
  extended_attributes: Type.Optional(
    shape({
      title: Text,
      channel: Text,
      detailed_status: oneOf(DETAILED_STATUSES),
      extended_status: oneOf(UPDATE_STATUSES),
      media_urls: Type.Array(Text),
    }),
  ),
})
export type GeoRequest = Static<typeof GeoRequest>
export const GeoFiled = shape({
  service_request_id: Type.Optional(Text),
  token: Type.Optional(Text),
  service_notice: nullable(Text),
  account_id: nullable(Text),
})
export type GeoFiled = Static<typeof GeoFiled>
export const GeoToken = shape({ service_request_id: nullable(Text), token: Text })
export const GeoUpdate = shape({
  update_id: Text,
  service_request_id: Text,
  status: oneOf(UPDATE_STATUSES),
  updated_datetime: Moment,
  description: Text,
  media_url: nullable(Text),
})
export type GeoUpdate = Static<typeof GeoUpdate>

const inFormat = shape({ format })
const Paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, description: 'from 1; deeper pages by the Link header' })),
  page_size: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  after: Type.Optional(
    Type.String({ description: 'from the Link header of the page before: stable while requests come in' }),
  ),
}
const dates = (of: string) => ({
  start_date: Type.Optional(
    Type.String({ format: 'date-time', description: `${of} at or after; the span is 90 days at most` }),
  ),
  end_date: Type.Optional(Type.String({ format: 'date-time', description: `${of} at or before` })),
})

const open = <P extends Parameters<typeof endpoint>[0]>(definition: P) => ({
  ...definition,
  sends: ['application/json', 'text/xml'],
})

export const readDiscovery = open(endpoint({ method: 'GET', path: '/open311/discovery.:format', access: 'anyone', summary: 'Where this district’s Open311 is, in which versions and formats', params: inFormat, reply: Discovery })) // prettier-ignore
export const readServices = open(
  endpoint({
    method: 'GET', path: '/open311/v2/services.:format', access: 'anyone', summary: 'What can be reported here',
    params: inFormat,
    query: shape({ jurisdiction_id: Jurisdiction, locale: Locale, lat: Type.Optional(Type.Number()), long: Type.Optional(Type.Number()) }),
    reply: Type.Array(GeoService),
  }),
) // prettier-ignore
export const readDefinition = open(
  endpoint({
    method: 'GET', path: '/open311/v2/services/:service_code.:format', access: 'anyone', summary: 'What is asked about one service',
    params: shape({ service_code: Text, format }),
    query: shape({ jurisdiction_id: Jurisdiction, locale: Locale }),
    reply: shape({ service_code: Text, attributes: Type.Array(GeoAttribute) }),
  }),
) // prettier-ignore
export const readRequests = open(
  endpoint({
    method: 'GET', path: '/open311/v2/requests.:format', access: 'anyone', summary: 'Public requests, newest first',
    params: inFormat,
    query: shape({
      jurisdiction_id: Jurisdiction, locale: Locale,
      service_request_id: Type.Optional(Type.String({ description: 'several with commas; overrides everything else' })),
      service_code: Type.Optional(Type.String({ description: 'several with commas' })),
      status: Type.Optional(Type.String({ description: 'open, closed, or both with a comma' })),
      ...dates('requested'),
      updated_after: Type.Optional(Type.String({ format: 'date-time' })),
      updated_before: Type.Optional(Type.String({ format: 'date-time' })),
      lat: Type.Optional(Type.Number()), long: Type.Optional(Type.Number()),
      radius: Type.Optional(Type.Number({ description: 'metres around lat and long, 500 if left out, 5,000 at most' })),
      agency_responsible: Type.Optional(Text), has_photo: Type.Optional(Type.Boolean()),
      max_requests: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })), extensions: Type.Optional(Type.Boolean()),
      ...Paging,
    }),
    reply: Type.Array(GeoRequest),
  }),
) // prettier-ignore
export const readGeoRequest = open(
  endpoint({
    method: 'GET', path: '/open311/v2/requests/:service_request_id.:format', access: 'anyone', summary: 'One public request',
    params: shape({ service_request_id: Text, format }),
    query: shape({ jurisdiction_id: Jurisdiction, locale: Locale, extensions: Type.Optional(Type.Boolean()) }),
    reply: Type.Array(GeoRequest),
  }),
) // prettier-ignore
export const readToken = open(
  endpoint({
    method: 'GET', path: '/open311/v2/tokens/:token.:format', access: 'anyone', summary: 'The number behind a token, once the desk has taken the request in',
    params: shape({ token: Text, format }),
    query: shape({ jurisdiction_id: Jurisdiction }),
    reply: Type.Array(GeoToken),
  }),
) // prettier-ignore
export const fileRequest = {
  ...open(
    endpoint({
      method: 'POST', path: '/open311/v2/requests.:format', access: 'anyone', summary: 'File a request: a service, a place, words and up to nine photos',
      params: inFormat,
      body: Type.Object(
        {
          api_key: Type.String({ description: 'a key with the scope open311.write; may stand in the query or as Authorization: Bearer as well' }),
          jurisdiction_id: Jurisdiction,
          service_code: Text,
          lat: Type.Optional(Type.Number()), long: Type.Optional(Type.Number()), address_string: Type.Optional(Text), address_id: Type.Optional(Text),
          description: Type.Optional(Type.String({ maxLength: 4000 })),
          email: Type.Optional(Type.String({ description: 'taken and not kept' })), device_id: Type.Optional(Type.String({ description: 'taken and not kept' })), account_id: Type.Optional(Text),
          first_name: Type.Optional(Text), last_name: Type.Optional(Text), phone: Type.Optional(Text),
          media_url: Type.Optional(Type.String({ description: 'fetched when the key has the scope open311.media' })),
          'attribute[CODE]': Type.Optional(Type.String({ description: 'one per attribute of the definition; repeat it, with or without [], for several values' })),
        },
        { additionalProperties: true },
      ),
      reply: Type.Array(GeoFiled),
    }),
  ),
  takes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
} // prettier-ignore
export const readUpdates = open(
  endpoint({
    method: 'GET', path: '/open311/v2/servicerequestupdates.:format', access: 'anyone', summary: 'What happened to public requests, oldest first',
    params: inFormat,
    query: shape({ jurisdiction_id: Jurisdiction, ...dates('updated'), page_size: Paging.page_size, after: Paging.after }),
    reply: Type.Array(GeoUpdate),
  }),
) // prettier-ignore
export const fileUpdate = {
  ...open(
    endpoint({
      method: 'POST', path: '/open311/v2/servicerequestupdates.:format', access: 'anyone', summary: 'Say more about a request that was filed with this key, or take it back',
      params: inFormat,
      body: Type.Object(
        {
          api_key: Text, jurisdiction_id: Jurisdiction, service_request_id: Text,
          update_id: Type.String({ description: 'the client’s own; a repeat is refused' }),
          status: Type.String({ description: 'CANCELLED takes it back; every other status adds the words' }),
          updated_datetime: Moment, description: Type.String({ maxLength: 2000 }), media_url: Type.Optional(Text),
        },
        { additionalProperties: true },
      ),
      reply: Type.Array(shape({ update_id: Text })),
    }),
  ),
  takes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
} // prettier-ignore
export const readGeoPhoto = {
  ...endpoint({ method: 'GET', path: '/open311/v2/photos/:id.jpg', access: 'anyone', summary: 'A public photo: of a result, or sent in by Open311', params: shape({ id: Text }), reply: shape({}) }),
  sends: ['image/jpeg'],
} // prettier-ignore

export const GEOREPORT = [
  readDiscovery, readServices, readDefinition, readRequests, readGeoRequest, readToken, fileRequest, readUpdates, fileUpdate, readGeoPhoto,
] // prettier-ignore

/** The calls of GeoReport v2 that this server answers, with what they take. What they answer is in georeport.ts. */
import Type from 'typebox'
import { endpoint, oneOf, shape } from './endpoint.ts'
import { Discovery, GeoAttribute, GeoFiled, GeoRequest, GeoService, GeoToken, GeoUpdate, Moment } from './georeport.ts'

const Text = Type.String()
const format = oneOf(['xml', 'json'])
const Jurisdiction = Type.Optional(
  Type.String({ description: 'only where one address serves several districts; empty is as good as absent' }),
)
const Locale = Type.Optional(oneOf(['zh', 'en'], 'names in this language (CitySDK)'))

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
    query: shape({ jurisdiction_id: Jurisdiction, locale: Locale, lat: Type.Optional(Type.Number()), long: Type.Optional(Type.Number()), extensions: Type.Optional(Type.Boolean()) }),
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

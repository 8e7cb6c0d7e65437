/**
 * GeoReport v2 as this server speaks it: what is answered, for the description of the API and for whoever calls (the calls
 * are in georeport-calls.ts). The JSON forms; XML says the same with one element per field. Source: https://wiki.open311.org/GeoReport_v2 and
 * docs/capabilities/open311.md for what goes beyond it.
 */
import Type, { type Static } from 'typebox'
import { nullable, oneOf, shape } from './endpoint.ts'
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
export const Moment = Type.String({ format: 'date-time', examples: ['2026-11-18T10:00:00+08:00'] })
const Text = Type.String()

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
  groups: Type.Optional(Type.Array(Text, { description: 'with extensions=true (FixMyStreet)' })),
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
  interface_used: Type.Optional(Type.String({ description: 'with extensions=true: how it came in (FixMyStreet)' })),
  attributes: Type.Optional(
    Type.Array(shape({ code: nullable(Text), label: Text, name: Text, value: Text }), {
      description: 'with extensions=true: what was asked and answered, in words (Boston, San Francisco)',
    }),
  ),
  notes: Type.Optional(
    Type.Array(shape({ datetime: Moment, description: Text, type: oneOf(UPDATE_STATUSES) }), {
      description: 'with extensions=true: its public steps, oldest first (Chicago, Boston, San Francisco)',
    }),
  ),
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

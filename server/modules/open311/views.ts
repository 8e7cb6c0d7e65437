/** From what is public of a request to GeoReport's fields. Positions to five decimals, a metre: enough to find it. */
import type { GeoRequest, GeoUpdate } from '#contracts/georeport.ts'
import type { PublicEvent, PublicRequest } from '#modules/requests/index.ts'
import { attributesOf, UNSORTED, type Locale, type Service } from './services.ts'
import { detailedOf, extendedOf, notesOf, statusOf } from './state.ts'
import { wireDay, wireTime } from './times.ts'

export type Seen = { services: readonly Service[]; locale: Locale; photoUrl: (id: string) => string; extended: boolean }

const degrees = (value: number | null) => (value === null ? null : Math.round(value * 1e5) / 1e5)
const MOST = 4000 // characters of a description, by the JSON schema of GeoReport

/** `steps`: its own, where extensions are asked for. */
export function viewRequest(
  row: PublicRequest,
  { services, locale, photoUrl, extended }: Seen,
  steps: readonly PublicEvent[],
): GeoRequest {
  const code = row.categoryCode ?? UNSORTED
  const service = services.find((one) => one.code === code)
  const closed = row.closedAt !== null
  const urls = row.photoIds.map(photoUrl)
  return {
    service_request_id: row.number,
    status: statusOf(row),
    status_notes: notesOf(row),
    service_name: (service && (locale === 'en' ? service.en : service.zh)) ?? null,
    service_code: code,
    description: [...(row.text || row.title || (service?.zh ?? ''))].slice(0, MOST).join(''),
    agency_responsible: row.leadName,
    service_notice: null,
    requested_datetime: wireTime(row.createdAt),
    updated_datetime: wireTime(row.closedAt ?? row.updatedAt),
    expected_datetime: closed ? null : row.reviewOn ? wireDay(row.reviewOn) : row.dueAt && wireTime(row.dueAt),
    address: row.placeName,
    address_id: row.placeId,
    zipcode: null,
    lat: degrees(row.lat),
    long: degrees(row.lon),
    media_url: urls[0] ?? null,
    ...(extended && {
      interface_used: row.channel,
      attributes: answersOf(row, service),
      notes: steps.map((step) => ({
        datetime: wireTime(step.at),
        description: step.said ?? notesOf(step),
        type: extendedOf(step, step.action),
      })),
      extended_attributes: {
        title: row.title,
        channel: row.channel,
        detailed_status: detailedOf(row),
        extended_status: extendedOf(row),
        media_urls: urls,
      },
    }),
  }
}

/** Answers are stored in words as they were asked, so a question that was reworded since has no code any more. */
function answersOf({ answers }: PublicRequest, service: Service | undefined) {
  const asked = service ? attributesOf(service, 'zh') : []
  return answers.map(({ question, answer }) => ({
    code: asked.find(({ description }) => description === question)?.code ?? null,
    label: question,
    name: answer,
    value: answer,
  }))
}

/** An update's id is the request's number and the step's: the same at every reading, and in the order of time. */
export const viewUpdate = (event: PublicEvent, photoUrl: (id: string) => string): GeoUpdate => ({
  update_id: `${event.number}.${event.seq}`,
  service_request_id: event.number,
  status: extendedOf(event, event.action),
  updated_datetime: wireTime(event.at),
  description: event.said ?? notesOf(event),
  media_url: event.photoId && photoUrl(event.photoId),
})

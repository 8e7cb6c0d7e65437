/** The calls that read: services, requests, tokens, updates, photos. Each gives the name of its XML root and its value. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readTree } from '#modules/places/index.ts'
import {
  countPublic,
  numberOf,
  publicByNumber,
  publicEvents,
  publicEventsOf,
  publicRequests,
  type PublicEvent,
  type PublicRequest,
} from '#modules/requests/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { GeoReportError } from './errors.ts'
import { readPoint, type Fields } from './fields.ts'
import { requestOfToken } from './queries.ts'
import { afterText, hiddenIn, MOST_ROWS, readAsked, readPaging } from './read-list.ts'
import { allServices, attributesOf, findService, viewService, type Locale } from './services.ts'
import { readWindow } from './times.ts'
import { viewRequest, viewUpdate, type Seen } from './views.ts'

export type Reading = {
  tx: Tx
  fields: Fields
  now: Date
  request: FastifyRequest
  reply: FastifyReply
  photoUrl: (id: string) => string
}
export type Answer = { root: string; value: object }
/** What stands in the path before the suffix. */
export type Read = (reading: Reading, name: string) => Promise<Answer>

/** Counting goes this far; beyond it there is no X-Total-Count, and Link leads on. */
const COUNTED = 10_000

const localeOf = (fields: Fields): Locale => (fields.one('locale')?.startsWith('en') ? 'en' : 'zh')

/** None where the point lies outside the district (FixMyStreet, SeeClickFix). */
export const services: Read = async ({ tx, fields, now }) => {
  const point = readPoint(fields)
  const all = await allServices(tx)
  const { tree } = await readTree(tx)
  const here = !point || tree.areas.find(point.lon, point.lat, shanghaiToday(now)).length > 0
  const view = { locale: localeOf(fields), extended: fields.yes('extensions') ?? false }
  return { root: 'services', value: here ? all.flatMap((one) => viewService(one, view) ?? []) : [] }
}

/** 404 too where metadata is false: there is no definition to give. */
export const definition: Read = async ({ tx, fields }, code) => {
  const attributes = attributesOf(findService(await allServices(tx), code), localeOf(fields))
  if (attributes.length === 0) throw new GeoReportError(404, `service_code ${code.slice(0, 60)} has no definition`)
  return { root: 'service_definition', value: { service_code: code, attributes } }
}

export const requests: Read = async ({ tx, fields, now, request, reply, photoUrl }) => {
  const all = await allServices(tx)
  const seen = { services: all, locale: localeOf(fields), photoUrl, extended: fields.yes('extensions') ?? false }
  const numbers = fields.list('service_request_id')
  if (numbers.length > 0) {
    return viewAll(tx, await publicByNumber(tx, numbers.slice(0, MOST_ROWS), hiddenIn(all)), seen)
  }
  const { filter, size, page } = await readAsked(tx, fields, all, now)
  const found = await publicRequests(tx, filter, size + 1)
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  const total = await countPublic(tx, filter, COUNTED + 1)
  if (total <= COUNTED) reply.header('x-total-count', total)
  if (found.length > size && last) next(request, reply, { page: String(page + 1), after: afterText(last) })
  return viewAll(tx, rows, seen)
}

export const oneRequest: Read = async ({ tx, fields, photoUrl }, number) => {
  const all = await allServices(tx)
  const [row] = await publicByNumber(tx, [number], hiddenIn(all))
  if (!row) throw new GeoReportError(404, `service_request_id ${number.slice(0, 60)} is unknown`)
  const seen = { services: all, locale: localeOf(fields), photoUrl, extended: fields.yes('extensions') ?? false }
  return viewAll(tx, [row], seen)
}

/** Their steps are read at once, and only for who asks for extensions. */
async function viewAll(tx: Tx, rows: readonly PublicRequest[], seen: Seen): Promise<Answer> {
  const steps = seen.extended ? await publicEventsOf(tx, rows.map(({ id }) => id)) : [] // prettier-ignore
  const of = new Map(rows.map(({ id }): [string, PublicEvent[]] => [id, []]))
  for (const step of steps) of.get(step.requestId)?.push(step)
  return { root: 'service_requests', value: rows.map((row) => viewRequest(row, seen, of.get(row.id) ?? [])) }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Empty until the desk has taken the request in. */
export const token: Read = async ({ tx }, name) => {
  const id = UUID.test(name) ? await requestOfToken(tx, name) : undefined
  const found = id && (await numberOf(tx, id))
  if (!found) throw new GeoReportError(404, `token ${name.slice(0, 60)} is unknown`)
  const number = found.status === 'submitted' ? null : found.number
  return { root: 'service_requests', value: [{ service_request_id: number, token: name }] }
}

export const updates: Read = async ({ tx, fields, now, request, reply, photoUrl }) => {
  const hidden = hiddenIn(await allServices(tx))
  const window = readWindow(fields.one('start_date'), fields.one('end_date'), now)
  const { size } = readPaging(fields)
  const found = await publicEvents(tx, { ...window, ...hidden, now, after: readEvent(fields.one('after')) }, size + 1)
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  if (found.length > size && last) next(request, reply, { after: `${last.at}_${last.requestId}_${last.seq}` })
  return { root: 'service_request_updates', value: rows.map((row) => viewUpdate(row, photoUrl)) }
}

/** @throws GeoReportError */
function readEvent(text: string | undefined) {
  if (text === undefined) return undefined
  const [at = '', id = '', seq = ''] = text.split('_')
  if (Number.isNaN(Date.parse(at)) || !UUID.test(id) || !/^\d{1,6}$/.test(seq))
    throw new GeoReportError(400, 'after is not from a Link header of this list')
  return { at, id, seq: Number(seq) }
}

/** The next page, by the last row of this one: it stays the same however much comes in meanwhile. */
function next(request: FastifyRequest, reply: FastifyReply, more: Record<string, string>) {
  const url = new URL(request.url, `${request.protocol}://${request.host}`)
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
  reply.header('link', `<${url.href}>; rel="next"`)
}

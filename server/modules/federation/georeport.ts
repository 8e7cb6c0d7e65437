/**
 * A client of GeoReport v2 as it is spoken in the wild: JSON first, XML where a server has nothing else. Every call goes through the
 * one checked way out. Source: https://wiki.open311.org/GeoReport_v2 and "Open311 FMS - Proposed differences" for updates.
 */
import type { Outgoing, OutgoingAnswer } from '#platform/outgoing/outgoing.ts'
import { formOf, multipartOf, type Fields, type FilePart } from './forms.ts'
import { readRows, type Row } from '#platform/outgoing/read-rows.ts'

export type Server = { url: string; jurisdiction: string | null; key: string | null }
export type Told<T> = { ok: true; value: T } | { ok: false; fault: string; statusCode: number | null }

const TIMEOUT_MS = 15_000
const MAX_BYTES = 5_000_000
const REQUESTS = { container: 'service_requests', row: 'request' }
const UPDATES = { container: 'service_request_updates', row: 'request_update' }
type Names = typeof REQUESTS

/** GeoReport's times: with zone, without fractions. */
export const wireTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z')

export function georeport(outgoing: Outgoing, server: Server) {
  const address = (resource: string, format: string, query: Fields = {}) => {
    const all = { ...(server.jurisdiction && { jurisdiction_id: server.jurisdiction }), ...query }
    const search = new URLSearchParams(all).toString()
    return `${server.url.replace(/\/+$/, '')}/${resource}.${format}${search && `?${search}`}`
  }

  async function get(resource: string, names: Names, query: Fields): Promise<Told<Row[]>> {
    const call = (format: string) =>
      outgoing.fetchSafely({ url: address(resource, format, query), timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES })
    const json = await call('json')
    // JSON is optional in the specification, XML is not.
    const isRefused = json.ok && [400, 404, 406, 415, 501].includes(json.status)
    const first = rowsOf(json, names)
    return first.ok || (!isRefused && !(json.ok && json.status === 200)) ? first : rowsOf(await call('xml'), names)
  }

  async function post(
    resource: string,
    names: Names,
    fields: Fields,
    more: { files?: readonly FilePart[]; idempotencyKey: string },
  ) {
    // prettier-ignore
    const all = {
      ...(server.jurisdiction && { jurisdiction_id: server.jurisdiction }),
      ...(server.key && { api_key: server.key }),
      ...fields,
    }
    const { type, body } = more.files?.length ? multipartOf(all, more.files) : formOf(all)
    const headers = { 'content-type': type, 'idempotency-key': more.idempotencyKey }
    const url = address(resource, 'json').split('?')[0] ?? ''
    return rowsOf(await outgoing.fetchSafely({ url, method: 'POST', headers, body, timeoutMs: TIMEOUT_MS }), names)
  }

  return {
    requests: (query: Fields) => get('requests', REQUESTS, query),
    updates: (query: Fields) => get('servicerequestupdates', UPDATES, query),
    token: (token: string) => get(`tokens/${encodeURIComponent(token)}`, REQUESTS, {}),
    file: (fields: Fields, files: readonly FilePart[], idempotencyKey: string) =>
      post('requests', REQUESTS, fields, { files, idempotencyKey }),
    say: (fields: Fields, idempotencyKey: string) => post('servicerequestupdates', UPDATES, fields, { idempotencyKey }),
  }
}
export type GeoReport = ReturnType<typeof georeport>

function rowsOf(answer: OutgoingAnswer, names: Names): Told<Row[]> {
  if (!answer.ok) return { ok: false, fault: answer.why, statusCode: null }
  const text = answer.body.toString('utf8')
  if (answer.status < 200 || answer.status >= 300) {
    const [error] = readRows(text, { container: 'errors', row: 'error' }) ?? []
    return { ok: false, fault: (error?.['description'] ?? '').slice(0, 200), statusCode: answer.status }
  }
  const rows = readRows(text, names)
  return rows ? { ok: true, value: rows } : { ok: false, fault: 'answerBroken', statusCode: answer.status }
}

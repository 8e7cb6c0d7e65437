/**
 * A GeoReport client that knows the public specification and nothing of us: fetch, and a plain XML reader. Both formats
 * come out as the same text, so that a test is written once.
 */
import { SaxesParser } from 'saxes'

export type Format = 'xml' | 'json'
export const FORMATS: readonly Format[] = ['xml', 'json']
/** Every value as text, an empty one as null, a list as a list. */
export type Told = string | null | Told[] | { [name: string]: Told }
export type Answer = { status: number; headers: Headers; value: Told; text: string }
type Pairs = Record<string, string | readonly string[] | undefined>
export type File = { name: string; fileName: string; bytes: Buffer; type?: string }

/** Elements that hold a list, by the specification. */
const LISTS = ['services', 'attributes', 'values', 'service_requests', 'errors', 'endpoints', 'formats', 'service_request_updates', 'media_urls', 'notes', 'groups'] // prettier-ignore

export function geoReportClient(base: string, format: Format, { jurisdictionId }: { jurisdictionId?: string } = {}) {
  const where = (path: string, query: Pairs = {}) => {
    const asked = pairs({ jurisdiction_id: jurisdictionId, ...query }).toString()
    return `${base}/${path}.${format}${asked && `?${asked}`}`
  }
  return {
    get: async (path: string, query: Pairs = {}) => read(await fetch(where(path, query)), format),
    post: async (path: string, fields: Pairs, { files = [], headers = {} }: { files?: readonly File[]; headers?: Record<string, string> } = {}) => {
      const told = pairs({ jurisdiction_id: jurisdictionId, ...fields })
      if (files.length === 0) return read(await fetch(`${base}/${path}.${format}`, { method: 'POST', body: told, headers }), format)
      const form = new FormData()
      for (const [name, value] of told) form.append(name, value)
      for (const { name, fileName, bytes, type = 'image/jpeg' } of files) form.append(name, new Blob([new Uint8Array(bytes)], { type }), fileName)
      return read(await fetch(`${base}/${path}.${format}`, { method: 'POST', body: form, headers }), format)
    },
  }
} // prettier-ignore
export type GeoReportClient = ReturnType<typeof geoReportClient>

function pairs(fields: Pairs): URLSearchParams {
  const told = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) told.append(name, one)
  }
  return told
}

async function read(reply: Response, format: Format): Promise<Answer> {
  const text = await reply.text()
  const type = reply.headers.get('content-type') ?? ''
  if (!type.startsWith(format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8'))
    throw new Error(`answered as ${type}: ${text.slice(0, 200)}`)
  return { status: reply.status, headers: reply.headers, text, value: format === 'json' ? asText(JSON.parse(text)) : readXml(text) }
} // prettier-ignore

function asText(value: unknown): Told {
  if (Array.isArray(value)) return value.map(asText)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)]))
  return value === null || value === '' ? null : String(value)
}

/** The declaration stands on the first line; the root's name is dropped, as in the JSON form. */
export function readXml(text: string): Told {
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n')) throw new Error('no declaration on the first line')
  type Open = { name: string; words: string; children: [string, Told][] }
  const stack: Open[] = [{ name: '', words: '', children: [] }]
  const parser = new SaxesParser()
  const top = () => stack.at(-1) ?? { name: '', words: '', children: [] }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void stack.push({ name, words: '', children: [] }))
  parser.on('text', (words) => void (top().words += words))
  parser.on('closetag', ({ name }) => {
    const { words, children } = stack.pop() ?? top()
    const value: Told = LISTS.includes(name)
      ? children.map(([, one]) => one)
      : children.length > 0
        ? Object.fromEntries(children)
        : words || null
    top().children.push([name, value])
  })
  parser.write(text).close()
  return top().children[0]?.[1] ?? null
}

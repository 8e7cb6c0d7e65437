/**
 * GeoReport's XML from the same values as its JSON: a list becomes an element of its name with one child per item, null an
 * empty element. What XML 1.0 cannot hold is left out (its "Char" production); the rest is escaped.
 */
type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value }

/** What the items of a list are called. Source: GeoReport v2 and its extensions in docs/capabilities/open311.md. */
const ITEM_OF: Record<string, string> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  media_urls: 'media_url',
  groups: 'group',
  notes: 'note',
}

export const toXml = (root: string, value: object): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value as Value)}\n` // replies are made of plain values

function element(name: string, value: Value): string {
  if (value === undefined) return ''
  if (value === null || value === '') return `<${name}/>`
  if (isList(value)) return `<${name}>${value.map((item) => element(ITEM_OF[name] ?? 'item', item)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value).map(([field, one]) => element(field, one)).join('')}</${name}>` // prettier-ignore
  return `<${name}>${escape(String(value))}</${name}>`
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu
export const hasNoXml = (text: string): boolean => text.search(NOT_XML) >= 0

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '\r': '&#13;' }
const escape = (text: string) => text.replace(NOT_XML, '').replace(/[<>&"\r]/g, (one) => ENTITIES[one] ?? '')

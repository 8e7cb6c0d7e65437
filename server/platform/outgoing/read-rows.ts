/**
 * Reads what another GeoReport server answers, XML or JSON, as rows of plain texts. Tolerant, as servers differ: unknown fields stay,
 * empty is absent, numbers and booleans become text, a lone object counts as a list of one. Null when it is no such answer at all.
 * Whoever answers may mean harm: depth and length are bounded, and what PostgreSQL stores in no text is left out.
 */
import { SaxesParser } from 'saxes'

export type Row = Record<string, string>

const MOST_ROWS = 5_000
const MOST_DEPTH = 8
const MOST_CHARACTERS = 20_000 // of one field; a description has 4,000

const plainText = (text: string) => text.slice(0, MOST_CHARACTERS).replace(/\u0000|\p{Surrogate}/gu, '')

/** `container` is what rows lie in (service_requests), `row` what each is called (request). */
export function readRows(text: string, { container, row }: { container: string; row: string }): Row[] | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  return /^[[{]/.test(trimmed) ? rowsOfJson(trimmed, container) : rowsOfXml(trimmed, container, row)
}

function rowsOfJson(text: string, container: string): Row[] | null {
  const value = parsed(text)
  const inside = isObject(value) && container in value ? value[container] : value
  const list = Array.isArray(inside) ? inside : isObject(inside) ? [inside] : null
  return (
    list
      ?.filter(isObject)
      .slice(0, MOST_ROWS)
      .map((one) => flat(one)) ?? null
  )
}

/** Nested objects by a dot: `extended_attributes.detailed_status`. */
function flat(object: Record<string, unknown>, depth = 1): Row {
  const row: Row = {}
  for (const [name, value] of Object.entries(object)) {
    if (isObject(value)) {
      if (depth < MOST_DEPTH)
        for (const [below, text] of Object.entries(flat(value, depth + 1))) row[`${name}.${below}`] = text
    } else if (Array.isArray(value)) {
      const first: unknown = value[0]
      if (isPlain(first)) row[name] = plainText(String(first))
    } else if (isPlain(value) && value !== '') row[name] = plainText(String(value))
  }
  return row
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  let value: unknown
  // A parser's complaint means: no answer of a GeoReport server.
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  return value
}

function rowsOfXml(text: string, container: string, rowName: string): Row[] | null {
  const rows: Row[] = []
  const path: string[] = []
  let row: Row | undefined
  let words = ''
  let isSound = true
  let seen = false
  const parser = new SaxesParser()
  parser.on('error', () => (isSound = false))
  parser.on('opentag', ({ name }) => {
    path.push(name)
    words = ''
    if (path.length > MOST_DEPTH) isSound = false
    if (name === container) seen = true
    if (name === rowName && path.at(-2) === container && rows.length < MOST_ROWS) row = {}
  })
  parser.on('text', (more) => (words += more))
  parser.on('cdata', (more) => (words += more))
  parser.on('closetag', ({ name }) => {
    if (row && name === rowName && path.at(-2) === container) {
      rows.push(row)
      row = undefined
    } else if (row && words.trim()) {
      const from = path.lastIndexOf(rowName) + 1
      row[path.slice(from).join('.')] ??= plainText(words.trim())
    }
    path.pop()
    words = ''
  })
  parser.write(text).close()
  return isSound && seen ? rows : null
}

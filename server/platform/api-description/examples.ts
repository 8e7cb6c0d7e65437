/**
 * A believable value for any schema of ours: from its own example, its format, or what its name says. The same at every
 * start; the description's test holds each against its schema.
 */
type Schema = {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  examples?: readonly unknown[]
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  required?: readonly string[]
  patternProperties?: Record<string, Schema>
  items?: Schema
  anyOf?: readonly Schema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  minProperties?: number
}

const FORMATS: Record<string, string> = {
  uuid: '01939f5e-8c00-7a31-9d54-2f6b1c0e7a11',
  date: '2026-11-18',
  'date-time': '2026-11-18T02:00:00.000Z',
}

/** What a field of this name says, where no format does; checked against the schema before it is used. */
const BY_NAME: readonly [RegExp, unknown][] = [
  [/phone/i, '13800001234'],
  [/^(lon|long|longitude|east|west)$/i, 120.15],
  [/^(lat|latitude|north|south)$/i, 30.28],
  [/number$|service_request_id/, '2026-000123'],
  [/categoryCode|service_code/, 'road.puddle'],
  [/placeName|address/i, '桂园小区 8 栋'],
  [/title/i, '8 栋门前路面积水'],
  [/description|text|note|words|reason|consequence/i, '8 栋门前路面积水，老人出门不便。'],
  [/name$/i, '桂园社区'],
  [/host/i, 'linli.example'],
  [/url$/i, 'https://linli.example/'],
  [/colour|color/i, '#5c6c77'],
  [/password/i, 'zhuyi-baomi-2026'],
  [/^code$/, '246810'],
]

export function exampleOf(schema: unknown, name = ''): unknown {
  const one = (schema ?? {}) as Schema // JSON Schema as the contracts write it
  if (one.examples?.length) return one.examples[0]
  if (one.const !== undefined) return one.const
  if (one.enum) return one.enum[0]
  if (one.anyOf) return exampleOf(one.anyOf[0], name)
  const type = typeof one.type === 'string' ? one.type : one.type?.find((word) => word !== 'null')
  if (type === 'object' || one.properties) return exampleObject(one)
  if (type === 'array') {
    const count = Math.max(1, one.minItems ?? 1)
    return Array.from({ length: count }, () => exampleOf(one.items, name))
  }
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return exampleNumber(one, name, type === 'integer')
  if (type === 'null') return null
  return exampleText(one, name)
}

function exampleObject({
  properties = {},
  required = [],
  patternProperties,
  minProperties = 0,
}: Schema): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(
    ([name, one], at) => required.includes(name) || isTelling(one) || at < minProperties,
  )
  if (wanted.length === 0 && patternProperties)
    return Object.fromEntries(Object.values(patternProperties).map((one) => ['handler', exampleOf(one)]))
  return Object.fromEntries(wanted.map(([name, one]) => [name, exampleOf(one, name)]))
}

/** Optional fields of a plain kind say more than they cost; whole optional trees do not. */
const isTelling = ({ type, enum: words }: Schema) =>
  words !== undefined || type === 'string' || type === 'integer' || type === 'number'

function exampleNumber({ minimum = -Infinity, maximum = Infinity }: Schema, name: string, whole: boolean): number {
  const named = BY_NAME.find(([pattern, value]) => typeof value === 'number' && pattern.test(name))?.[1] as
    number | undefined // numbers by the test before
  const value = named !== undefined && !whole ? named : 3
  return Math.min(Math.max(value, minimum), maximum)
}

function exampleText({ format, pattern, minLength = 0, maxLength = Infinity }: Schema, name: string): string {
  const byFormat = format && FORMATS[format]
  if (byFormat) return byFormat
  const fits = (text: string) => {
    const length = [...text].length
    return length >= minLength && length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(text))
  }
  const named = BY_NAME.filter(([one, value]) => typeof value === 'string' && one.test(name)).map(([, value]) =>
    String(value),
  )
  const tried = [
    ...named,
    '桂园',
    '2026-11-18',
    'A1',
    '13800001234',
    '246810',
    'a'.repeat(22),
    'a'.repeat(32),
    'a'.repeat(43),
    '08:00',
    '桂'.repeat(Math.max(1, minLength)),
  ]
  return tried.find(fits) ?? ''
}

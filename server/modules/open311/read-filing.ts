/** What a POST of a request says, checked before anything is stored; every missing attribute is named in one answer. */
import type { GeoAttribute } from '#contracts/georeport.ts'
import { GeoReportError } from './errors.ts'
import { readPoint, type Fields } from './fields.ts'
import { attributesOf, findService, type Service } from './services.ts'
import { readTime } from './times.ts'

const LIMITS = { description: 4000, attribute: 500, name: 40, phone: 30, address: 200, url: 2000 }

export type Filing = {
  service: Service
  text: string
  answers: { question: string; answer: string }[]
  point: { lon: number; lat: number } | undefined
  addressId: string | undefined
  address: string | null
  name: string | null
  phone: string | null
  accountId: string | null
  mediaUrls: readonly string[]
}

/** @throws GeoReportError */
export function readFiling(fields: Fields, services: readonly Service[]): Filing {
  const code = fields.one('service_code')
  if (code === undefined) throw new GeoReportError(400, 'service_code is required')
  const service = findService(services, code)
  const text = fields.one('description') ?? ''
  refuseLong('description', text, LIMITS.description)
  const point = readPoint(fields)
  const address = fields.one('address_string') ?? null
  const addressId = fields.one('address_id')
  if (!point && !address && !addressId)
    throw new GeoReportError(400, 'a location is required: lat and long, address_string or address_id')
  refuseLong('address_string', address ?? '', LIMITS.address)
  const mediaUrls = fields.all('media_url')
  for (const url of mediaUrls) if (!url.startsWith('data:')) refuseLong('media_url', url, LIMITS.url)
  return {
    service,
    text,
    answers: readAnswers(fields, attributesOf(service, 'zh')),
    point,
    addressId,
    address,
    name: nameOf(fields),
    phone: short(fields.one('phone')?.replace(/[\s-]/g, ''), LIMITS.phone),
    accountId: fields.one('account_id') ?? null,
    mediaUrls,
  }
}

/** Code points: a letter outside the basic plane is one character. @throws GeoReportError */
function refuseLong(name: string, text: string, most: number) {
  if ([...text].length > most) throw new GeoReportError(400, `${name} is longer than ${most} characters`)
}
const short = (text: string | undefined, most: number) => (text ? [...text].slice(0, most).join('') : null)

/** Family name first when written in Chinese; clients that split at blanks send 王小明 as a first name alone. */
function nameOf(fields: Fields): string | null {
  const [first, last] = [fields.one('first_name'), fields.one('last_name')]
  const chinese = /\p{Script=Han}/u.test(`${first ?? ''}${last ?? ''}`)
  return short(chinese ? [last, first].filter(Boolean).join('') : [first, last].filter(Boolean).join(' '), LIMITS.name)
}

/** Unknown attributes are left aside, as other servers do; an unknown key of a list is not. @throws GeoReportError */
function readAnswers(fields: Fields, attributes: readonly GeoAttribute[]): Filing['answers'] {
  const problems: string[] = []
  const answers = attributes.filter(({ variable }) => variable).flatMap((attribute) => {
    const { code, required, description } = attribute
    const given = [`attribute[${code}]`, `attribute[${code}][]`].flatMap((name) => fields.all(name))
    if (given.length === 0) {
      if (required) problems.push(`${code} required`)
      return []
    }
    const read = readValues(attribute, given)
    if (typeof read !== 'string') return [{ question: description, answer: read.join('、') }]
    problems.push(read)
    return []
  }) // prettier-ignore
  if (problems.length > 0) throw new GeoReportError(400, ...problems)
  return answers
}

/** The values in words, or what is wrong with them. */
function readValues({ code, datatype, values = [] }: GeoAttribute, given: readonly string[]): string[] | string {
  const [first = '', ...more] = given
  if (datatype === 'multivaluelist' || datatype === 'singlevaluelist') {
    if (datatype === 'singlevaluelist' && more.length > 0) return `${code} takes one value`
    const names = given.map((key) => values.find((one) => one.key === key)?.name)
    return names.every((name) => name !== undefined) ? names : `${code} has a value that is not in its list`
  }
  if (more.length > 0) return `${code} takes one value`
  if ([...first].length > LIMITS.attribute) return `${code} is longer than ${LIMITS.attribute} characters`
  if (datatype === 'number' && !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(first)) return `${code} is no number`
  if (datatype === 'datetime') readTime(code, first)
  return [first]
}

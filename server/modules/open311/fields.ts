/**
 * Arguments as they come in addresses and forms: an empty one is as good as none, a name may stand in body or query, and
 * line breaks are those of Unix. Source: GeoReport v2; docs/capabilities/open311.md, "How it is read".
 */
import { GeoReportError } from './errors.ts'
import { hasNoXml } from './xml.ts'

export type Fields = ReturnType<typeof readFields>

/** More than any form of ours asks; a body of a megabyte could bring half a million. */
const MOST_FIELDS = 500

export function readFields(...sources: readonly URLSearchParams[]) {
  const values = new Map<string, string[]>()
  if (sources.reduce((count, { size }) => count + size, 0) > MOST_FIELDS)
    throw new GeoReportError(400, `more than ${MOST_FIELDS} fields`)
  for (const source of sources)
    for (const [name, raw] of source) {
      const value = raw.replace(/\r\n?/g, '\n').trim()
      if (value === '') continue
      if (hasNoXml(value))
        throw new GeoReportError(400, `${name.slice(0, 60)} holds characters that XML does not allow`)
      values.set(name, [...(values.get(name) ?? []), value])
    }
  const one = (name: string): string | undefined => values.get(name)?.[0]
  return {
    one,
    all: (name: string): readonly string[] => values.get(name) ?? [],
    /** Comma lists, also when the name is repeated. */
    list: (name: string): string[] => (values.get(name) ?? []).flatMap((text) => text.split(',')).map((part) => part.trim()).filter(Boolean), // prettier-ignore
    /** @throws GeoReportError */
    number(name: string, { least = -Infinity, most = Infinity } = {}): number | undefined {
      const text = one(name)
      if (text === undefined) return undefined
      const value = Number(text)
      if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) || value < least || value > most)
        throw new GeoReportError(400, `${name} is no number that can be used here`)
      return value
    },
    yes(name: string): boolean | undefined {
      const text = one(name)?.toLowerCase()
      if (text === undefined) return undefined
      if (!['true', 'false', '1', '0'].includes(text))
        throw new GeoReportError(400, `${name} is neither true nor false`)
      return text === 'true' || text === '1'
    },
    plain: (): Record<string, readonly string[]> => Object.fromEntries(values),
  }
}

/** Both or neither. @throws GeoReportError */
export function readPoint(fields: Fields): { lon: number; lat: number } | undefined {
  const lat = fields.number('lat', { least: -90, most: 90 })
  const lon = fields.number('long', { least: -180, most: 180 })
  if ((lat === undefined) !== (lon === undefined)) throw new GeoReportError(400, 'lat and long come together')
  return lat === undefined || lon === undefined ? undefined : { lon, lat }
}

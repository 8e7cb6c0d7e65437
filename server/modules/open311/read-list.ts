/** The question behind GET requests: from arguments to what is looked for, each refused by name when it cannot be meant. */
import type { PublicFilter } from '#modules/requests/index.ts'
import { readTree } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { GeoReportError } from './errors.ts'
import { readPoint, type Fields } from './fields.ts'
import { kindOf, UNSORTED, type Service } from './services.ts'
import { readTime, readWindow } from './times.ts'

/** Rows of one answer at most. Source: GeoReport v2, "the first 1000". */
export const MOST_ROWS = 1000
/** Farther in by page number the list would be read from its beginning each time: then it goes by the Link header. */
const MOST_SKIPPED = 10_000
const RADIUS_M = { usual: 500, most: 5_000 }

export type Asked = { filter: PublicFilter; size: number; page: number }

/** Categories that are never listed, and those listed only once they were taken in. */
export const hiddenIn = (services: readonly Service[]): Pick<PublicFilter, 'hidden' | 'hiddenAtFirst'> => ({
  hidden: services.filter((one) => ['blackbox', 'no'].includes(kindOf(one))).map(({ code }) => code),
  hiddenAtFirst: services.filter((one) => kindOf(one) === 'batch').map(({ code }) => code),
})

/** @throws GeoReportError */
export async function readAsked(tx: Tx, fields: Fields, services: readonly Service[], now: Date): Promise<Asked> {
  const open = readStatus(fields)
  const codes = fields.list('service_code')
  for (const code of codes)
    if (!services.some((one) => one.code === code))
      throw new GeoReportError(404, `service_code ${code.slice(0, 60)} is unknown`)
  const updated = (name: string) => {
    const text = fields.one(name)
    return text === undefined ? undefined : readTime(name, text)
  }
  const window = readWindow(fields.one('start_date'), fields.one('end_date'), now)
  const { size, page } = readPaging(fields)
  const after = readAfter(fields.one('after'))
  if (!after && (page - 1) * size > MOST_SKIPPED)
    throw new GeoReportError(400, 'page is too deep: follow the Link header instead')
  return {
    size,
    page,
    filter: {
      ...window,
      ...hiddenIn(services),
      codes: codes.length > 0 ? codes.map((code) => (code === UNSORTED ? null : code)) : undefined,
      open,
      updatedFrom: updated('updated_after'),
      updatedTo: updated('updated_before'),
      hasPhoto: fields.yes('has_photo'),
      leadName: fields.one('agency_responsible'),
      near: await readNear(tx, fields, now),
      after,
      skip: after ? 0 : (page - 1) * size,
    },
  }
}

/** Undefined for both. @throws GeoReportError */
function readStatus(fields: Fields): boolean | undefined {
  const statuses = new Set(fields.list('status').map((one) => one.toLowerCase()))
  for (const one of statuses)
    if (one !== 'open' && one !== 'closed')
      throw new GeoReportError(400, 'status is open, closed, or both with a comma')
  return statuses.size === 1 ? statuses.has('open') : undefined
}

/** @throws GeoReportError */
export function readPaging(fields: Fields): { size: number; page: number } {
  const whole = (name: string, most: number) => {
    const value = fields.number(name, { least: 1, most })
    if (value !== undefined && !Number.isInteger(value)) throw new GeoReportError(400, `${name} is no whole number`)
    return value
  }
  const size = whole('page_size', MOST_ROWS) ?? MOST_ROWS
  return { size: Math.min(size, whole('max_requests', MOST_ROWS) ?? MOST_ROWS), page: whole('page', 1_000_000) ?? 1 }
}

async function readNear(tx: Tx, fields: Fields, now: Date): Promise<PublicFilter['near']> {
  const point = readPoint(fields)
  const radius = fields.number('radius', { least: 1, most: RADIUS_M.most })
  if (!point) {
    if (radius !== undefined) throw new GeoReportError(400, 'radius comes with lat and long')
    return undefined
  }
  const metres = radius ?? RADIUS_M.usual
  const { tree } = await readTree(tx)
  const around = tree.areas.nearest(point.lon, point.lat, metres, shanghaiToday(now))
  const communityIds = around.flatMap(({ id }) => {
    const path = tree.byId.get(id)?.path ?? ''
    const community = tree.all.find((one) => one.level === 'community' && path.startsWith(one.path))
    return community ? [community.id] : []
  })
  return { ...point, metres, communityIds: [...new Set(communityIds)] }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The last row of the page before, from the Link header. */
export const afterText = ({ createdAt, id }: { createdAt: string; id: string }) => `${createdAt}_${id}`

/** @throws GeoReportError */
function readAfter(text: string | undefined): PublicFilter['after'] {
  if (text === undefined) return undefined
  const [createdAt = '', id = ''] = text.split('_')
  if (Number.isNaN(Date.parse(createdAt)) || !UUID.test(id))
    throw new GeoReportError(400, 'after is not from a Link header of this list')
  return { createdAt, id }
}

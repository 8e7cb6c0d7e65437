/**
 * Which requests everybody may read of, and which photos of them: fragments for public.ts and public-events.ts. Each is constant text
 * whose values stand in `params`. Source: docs/capabilities/open311.md, "What is public".
 */
import { ABOUT_PERSONS } from '../public-words.ts'
import type { Params } from '../scope.ts'

export type PublicFilter = {
  /** First and last instant of being requested, both included. */
  from: Date
  to: Date
  /** Null stands for requests without a category. */
  codes?: readonly (string | null)[]
  /** Categories that are not shown to others, and those shown only once they were taken in. */
  hidden: readonly string[]
  hiddenAtFirst: readonly string[]
  open?: boolean
  updatedFrom?: Date
  updatedTo?: Date
  hasPhoto?: boolean
  leadName?: string
  near?: { lon: number; lat: number; metres: number; communityIds: readonly string[] }
  /** Rows after this one, or after so many. */
  after?: { createdAt: string; id: string }
  skip?: number
}

const IS_ABOUT_THINGS = `r.kind NOT IN (${ABOUT_PERSONS.map((kind) => `'${kind}'`).join(', ')})`
/** Photos of the result, and those that came in by the open door themselves; residents' own stay inside the district. */
export const IS_PUBLIC_PHOTO = `NOT p.internal AND ${IS_ABOUT_THINGS} AND (p.role = 'after' OR (p.role = 'before' AND r.channel = 'api'))`

export type Hidden = Pick<PublicFilter, 'hidden' | 'hiddenAtFirst'>

export function shown({ hidden, hiddenAtFirst }: Hidden, params: Params): string[] {
  const none = (codes: readonly string[]) => `r.category_code IS NULL OR r.category_code <> ALL(${params.add(codes)})`
  return [
    ...(hidden.length > 0 ? [`(${none(hidden)})`] : []),
    ...(hiddenAtFirst.length > 0 ? [`(r.status <> 'submitted' OR ${none(hiddenAtFirst)})`] : []),
  ]
}

export function conditions(filter: PublicFilter, params: Params): string[] {
  const where = [
    'NOT r.limited',
    `r.created_at >= ${params.add(filter.from)}`,
    `r.created_at <= ${params.add(filter.to)}`,
  ]
  where.push(...shown(filter, params))
  if (filter.codes) where.push(ofCategories(filter.codes, params))
  if (filter.open !== undefined) where.push(filter.open ? 'r.closed_at IS NULL' : 'r.closed_at IS NOT NULL')
  if (filter.updatedFrom) where.push(`r.updated_at >= ${params.add(filter.updatedFrom)}`)
  if (filter.updatedTo) where.push(`r.updated_at <= ${params.add(filter.updatedTo)}`)
  if (filter.leadName) where.push(`r.lead_name = ${params.add(filter.leadName)}`)
  if (filter.hasPhoto !== undefined) {
    const has = `${IS_ABOUT_THINGS} AND (r.after_photo IS NOT NULL OR (r.channel = 'api' AND r.before_photo IS NOT NULL))`
    where.push(filter.hasPhoto ? has : `NOT (${has})`)
  }
  if (filter.near) where.push(nearTo(filter.near, params))
  if (filter.after)
    where.push(
      `(r.created_at, r.id) < (${params.add(filter.after.createdAt)}::timestamptz, ${params.add(filter.after.id)}::uuid)`,
    )
  return where
}

/** One category is an equality, so that its index gives the order too. */
function ofCategories(codes: readonly (string | null)[], params: Params): string {
  const named = codes.filter((code) => code !== null)
  const [one, another] = named
  const some = another ? `r.category_code = ANY(${params.add(named)})` : one && `r.category_code = ${params.add(one)}`
  const none = codes.includes(null) ? 'r.category_code IS NULL' : undefined
  return some && none ? `(${some} OR ${none})` : (some ?? none ?? 'false')
}

const METRES_PER_DEGREE = 111_195 // mean earth radius 6,371,009 m × π / 180

/** The communities within reach come from the tree, and their index narrows; the distance is that of a plane, right to 0.1 % here. */
function nearTo({ lon, lat, metres, communityIds }: NonNullable<PublicFilter['near']>, params: Params): string {
  const x = `(r.lon - ${params.add(lon)}) * ${params.add(METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))}`
  const y = `(r.lat - ${params.add(lat)}) * ${params.add(METRES_PER_DEGREE)}`
  return `r.community_id = ANY(${params.add(communityIds)}) AND (${x}) ^ 2 + (${y}) ^ 2 <= ${params.add(metres ** 2)}`
}

/**
 * What anybody may read of requests, also without signing in: no limited one, words without numbers, the building and no
 * door, nobody. Photos taken by residents stay inside the district unless they came in by the open door themselves; those
 * of the result are public. Source: docs/capabilities/open311.md, "What is public".
 *
 * Whole statements of constant text; the newest page comes from an index at any number of requests: request_by_time, and
 * request_by_category for one category (docs/decisions/0022-keys-and-open311.md).
 */
import type { Outcome, RequestAction, RequestKind, RequestStatus } from '#contracts/requests.ts'
import type { Tx } from '#platform/db.ts'
import { Params } from '../scope.ts'
import { ABOUT_PERSONS, publicTitle, publicWords } from '../public-words.ts'
import { allOf, prepared, rowCount } from './rows.ts'

export type PublicRequest = {
  id: string
  number: string
  kind: RequestKind
  status: RequestStatus
  outcome: Outcome | null
  title: string
  text: string
  categoryCode: string | null
  categoryName: string | null
  placeId: string
  placeName: string
  lon: number | null
  lat: number | null
  leadName: string | null
  level: string | null
  dueAt: string | null
  reviewOn: string | null
  createdAt: string
  updatedAt: string
  closedAt: string | null
  channel: string
  answers: { question: string; answer: string }[]
  mergedNumber: string | null
  /** Why it was closed or laid aside, in the words of its last such step. */
  said: string | null
  photoIds: string[]
}

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
const IS_PUBLIC_PHOTO = `NOT p.internal AND ${IS_ABOUT_THINGS} AND (p.role = 'after' OR (p.role = 'before' AND r.channel = 'api'))`
const COLUMNS = `r.id, r.number, r.kind, r.status, r.outcome, r.title, r.text, r.category_code AS "categoryCode",
  (SELECT c.name FROM category c WHERE c.tenant_id = $1 AND c.code = r.category_code) AS "categoryName", r.place_id AS "placeId", r.place_name AS "placeName",
  r.lon, r.lat, r.lead_name AS "leadName", r.level, r.due_at AS "dueAt", r.review_on AS "reviewOn", r.created_at AS "createdAt", r.updated_at AS "updatedAt",
  r.closed_at AS "closedAt", r.channel, r.answers,
  (SELECT m.number FROM request m WHERE m.tenant_id = $1 AND m.id = r.merged_into_id AND NOT m.limited) AS "mergedNumber",
  (SELECT coalesce(e.facts->>'reason', e.note) FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id AND NOT e.internal
      AND e.action IN ('decline', 'close', 'finish', 'grant') ORDER BY e.seq DESC LIMIT 1) AS said,
  ARRAY(SELECT p.id FROM photo p WHERE p.tenant_id = $1 AND p.request_id = r.id AND ${IS_PUBLIC_PHOTO} ORDER BY (p.role = 'after') DESC, p.id) AS "photoIds"`

/** Newest first; ids of the same instant decide, so that no row is met twice. */
export async function publicRequests(tx: Tx, filter: PublicFilter, limit: number): Promise<PublicRequest[]> {
  const params = new Params(tx.tenantId)
  const where = conditions(filter, params)
  const text = `SELECT ${COLUMNS} FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${rowCount(limit)} OFFSET ${rowCount(filter.skip ?? 0)}`
  return (await tx.many<PublicRequest>(prepared(text, params.values))).map(withoutPersons)
}

/** How many there are, counted up to a bound: beyond it nobody reads the number, and counting would cost more than the page. */
export async function countPublic(tx: Tx, filter: PublicFilter, most: number): Promise<number> {
  const params = new Params(tx.tenantId)
  const where = conditions({ ...filter, after: undefined }, params)
  const text = `SELECT count(*)::int AS count FROM (SELECT 1 FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)} LIMIT ${rowCount(most)}) AS found`
  return (await tx.one<{ count: number }>(prepared(text, params.values)))?.count ?? 0
}

/** Those of these numbers that are public, newest first. */
export async function publicByNumber(
  tx: Tx,
  numbers: readonly string[],
  { hidden, hiddenAtFirst }: Pick<PublicFilter, 'hidden' | 'hiddenAtFirst'>,
): Promise<PublicRequest[]> {
  const params = new Params(tx.tenantId)
  const where = ['NOT r.limited', `r.number = ANY(${params.add(numbers)})`, ...shown({ hidden, hiddenAtFirst }, params)]
  const text = `SELECT ${COLUMNS} FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)} ORDER BY r.created_at DESC, r.id DESC`
  return (await tx.many<PublicRequest>(prepared(text, params.values))).map(withoutPersons)
}

const withoutPersons = (row: PublicRequest): PublicRequest => ({
  ...row,
  title: publicTitle(row.kind, row.title, row.categoryName),
  text: publicWords(row.kind, row.text),
  said: row.said && publicWords(row.kind, row.said),
  answers: row.answers.map(({ question, answer }) => ({ question, answer: publicWords(row.kind, answer) })),
})

function shown({ hidden, hiddenAtFirst }: Pick<PublicFilter, 'hidden' | 'hiddenAtFirst'>, params: Params): string[] {
  const none = (codes: readonly string[]) => `r.category_code IS NULL OR r.category_code <> ALL(${params.add(codes)})`
  return [
    ...(hidden.length > 0 ? [`(${none(hidden)})`] : []),
    ...(hiddenAtFirst.length > 0 ? [`(r.status <> 'submitted' OR ${none(hiddenAtFirst)})`] : []),
  ]
}

function conditions(filter: PublicFilter, params: Params): string[] {
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

export type PublicEvent = {
  kind: RequestKind
  requestId: string
  number: string
  seq: number
  at: string
  action: RequestAction | 'submit'
  status: RequestStatus
  outcome: Outcome | null
  leadName: string | null
  level: string | null
  mergedNumber: string | null
  said: string | null
  photoId: string | null
}

/** Steps that say something about the matter to everybody; the words of the reporter's side stay with those who work on it. */
const TOLD: readonly string[] = [
  'submit', 'accept', 'decline', 'merge', 'dispatch', 'offer', 'whistle', 'close', 'claim', 'takeOn', 'giveBack', 'dispute',
  'rule', 'release', 'askReporter', 'progress', 'grant', 'resume', 'finish', 'escalate', 'bringBack', 'confirm', 'notSatisfied',
  'reopen', 'withdraw', 'callBack', 'closeSilently',
] // prettier-ignore
const SAID = `IN ('decline', 'close', 'finish', 'grant', 'progress', 'escalate', 'bringBack', 'resume')`

/** Oldest first, both ends included: who reads them in turn misses none. */
export async function publicEvents(
  tx: Tx,
  {
    from,
    to,
    after,
    ...hidden
  }: Pick<PublicFilter, 'from' | 'to' | 'hidden' | 'hiddenAtFirst'> & {
    after?: { at: string; id: string; seq: number }
  },
  limit: number,
): Promise<PublicEvent[]> {
  const params = new Params(tx.tenantId)
  const where = [
    `e.at >= ${params.add(from)}`,
    `e.at <= ${params.add(to)}`,
    'NOT e.internal',
    'NOT r.limited',
    `e.action = ANY(${params.add(TOLD)})`,
    ...shown(hidden, params),
  ]
  if (after)
    where.push(
      `(e.at, e.request_id, e.seq) > (${params.add(after.at)}::timestamptz, ${params.add(after.id)}::uuid, ${params.add(after.seq)}::int)`,
    )
  const text = `SELECT e.request_id AS "requestId", r.kind, r.number, e.seq, e.at, e.action, e.status,
      CASE WHEN e.status <> 'closed' THEN NULL WHEN e.round = r.round THEN r.outcome ELSE e.facts->>'outcome' END AS outcome,
      coalesce(e.facts->>'handler', r.lead_name) AS "leadName", coalesce(e.facts->>'level', r.level) AS level,
      (SELECT m.number FROM request m WHERE m.tenant_id = $1 AND m.id = r.merged_into_id AND NOT m.limited) AS "mergedNumber",
      CASE WHEN e.action ${SAID} THEN coalesce(e.facts->>'reason', e.note) END AS said,
      (SELECT p.id FROM photo p WHERE p.tenant_id = $1 AND p.request_id = r.id AND p.event_seq = e.seq AND ${IS_PUBLIC_PHOTO} ORDER BY p.id LIMIT 1) AS "photoId"
    FROM request_event e JOIN request r ON r.tenant_id = $1 AND r.id = e.request_id
   WHERE e.tenant_id = $1 AND ${allOf(where)} ORDER BY e.at, e.request_id, e.seq LIMIT ${rowCount(limit)}`
  const found = await tx.many<PublicEvent>(prepared(text, params.values))
  return found.map((one) => ({ ...one, said: one.said && publicWords(one.kind, one.said) }))
}

/** Whether anybody may see this photo: where the request may be seen, and as long. */
export async function publicPhoto(
  tx: Tx,
  id: string,
  hidden: Pick<PublicFilter, 'hidden' | 'hiddenAtFirst'>,
): Promise<boolean> {
  const params = new Params(tx.tenantId)
  const where = [`p.id = ${params.add(id)}`, 'NOT r.limited', IS_PUBLIC_PHOTO, ...shown(hidden, params)]
  const text = `SELECT 1 FROM photo p JOIN request r ON r.tenant_id = $1 AND r.id = p.request_id WHERE p.tenant_id = $1 AND ${allOf(where)}`
  return (await tx.one(prepared(text, params.values))) !== undefined
}

/** The number that people know a request by, and whether it was taken in yet. */
export const numberOf = (tx: Tx, id: string) =>
  tx.one<{ number: string; status: RequestStatus }>({
    name: 'request_number',
    text: 'SELECT number, status FROM request WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, id],
  })

/** A request by its number, if this helper handed it in. */
export const filedWith = (tx: Tx, helperId: string, number: string) =>
  tx.one<{ id: string; status: RequestStatus }>({
    name: 'request_filed_with',
    text: 'SELECT id, status FROM request WHERE tenant_id = $1 AND number = $2 AND helper_person_id = $3',
    values: [tx.tenantId, number, helperId],
  })

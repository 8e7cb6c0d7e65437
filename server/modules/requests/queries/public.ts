/**
 * What anybody may read of requests, also without signing in: no limited one, words without numbers, the building and no
 * door, nobody. Photos taken by residents stay inside the district unless they came in by the open door themselves; those
 * of the result are public. Source: docs/capabilities/open311.md, "What is public".
 *
 * Whole statements of constant text; the newest page comes from an index at any number of requests: request_by_time, and
 * request_by_category for one category (docs/decisions/0022-keys-and-open311.md).
 */
import type { Outcome, RequestKind, RequestStatus } from '#contracts/requests.ts'
import type { Tx } from '#platform/db.ts'
import { Params } from '../scope.ts'
import { CLOSED_WITHOUT_REASON, LAST_WORDS } from '../public-step.ts'
import { publicTitle, publicWords } from '../public-words.ts'
import { conditions, IS_PUBLIC_PHOTO, shown, type Hidden, type PublicFilter } from './public-conditions.ts'
import { lastWordsOf } from './public-files.ts'
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
  /** Why it was closed or laid aside, in the words of its last such step; null where the outcome says it all. */
  said: string | null
  photoIds: string[]
}

const NEED_NO_REASON = CLOSED_WITHOUT_REASON.map((outcome) => `'${outcome}'`).join(', ')
const COLUMNS = `r.id, r.number, r.kind, r.status, r.outcome, r.title, r.text, r.category_code AS "categoryCode",
  (SELECT c.name FROM category c WHERE c.tenant_id = $1 AND c.code = r.category_code) AS "categoryName", r.place_id AS "placeId", r.place_name AS "placeName",
  r.lon, r.lat, r.lead_name AS "leadName", r.level, r.due_at AS "dueAt", r.review_on AS "reviewOn", r.created_at AS "createdAt", r.updated_at AS "updatedAt",
  r.closed_at AS "closedAt", r.channel, r.answers,
  (SELECT m.number FROM request m WHERE m.tenant_id = $1 AND m.id = r.merged_into_id AND NOT m.limited) AS "mergedNumber",
  CASE WHEN r.outcome IN (${NEED_NO_REASON}) THEN NULL ELSE (SELECT coalesce(e.facts->>'reason', e.note) FROM request_event e WHERE e.tenant_id = $1 AND e.request_id = r.id AND NOT e.internal
      AND e.action IN (${LAST_WORDS.map((action) => `'${action}'`).join(', ')}) ORDER BY e.seq DESC LIMIT 1) END AS said, r.clocks IS NULL AS packed,
  ARRAY(SELECT p.id FROM photo p WHERE p.tenant_id = $1 AND p.request_id = r.id AND ${IS_PUBLIC_PHOTO} ORDER BY (p.role = 'after') DESC, p.id) AS "photoIds"`

/** Newest first; ids of the same instant decide, so that no row is met twice. */
export async function publicRequests(tx: Tx, filter: PublicFilter, limit: number): Promise<PublicRequest[]> {
  const params = new Params(tx.tenantId)
  const where = conditions(filter, params)
  const text = `SELECT ${COLUMNS} FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${rowCount(limit)} OFFSET ${rowCount(filter.skip ?? 0)}`
  return forAll(tx, await tx.many<PublicRow>(prepared(text, params.values)))
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
  { hidden, hiddenAtFirst }: Hidden,
): Promise<PublicRequest[]> {
  const params = new Params(tx.tenantId)
  const where = ['NOT r.limited', `r.number = ANY(${params.add(numbers)})`, ...shown({ hidden, hiddenAtFirst }, params)]
  const text = `SELECT ${COLUMNS} FROM request r WHERE r.tenant_id = $1 AND ${allOf(where)} ORDER BY r.created_at DESC, r.id DESC`
  return forAll(tx, await tx.many<PublicRow>(prepared(text, params.values)))
}

type PublicRow = PublicRequest & { packed: boolean }

/** What was said last of those that are packed stands in their files, read at once for the page; then persons are taken out. */
async function forAll(tx: Tx, rows: readonly PublicRow[]): Promise<PublicRequest[]> {
  const needsReason = ({ packed, outcome }: PublicRow) =>
    packed && !CLOSED_WITHOUT_REASON.some((one) => one === outcome)
  const packedIds = rows.filter(needsReason).map(({ id }) => id)
  const said = await lastWordsOf(tx, packedIds)
  return rows.map(({ packed, ...row }) => withoutPersons(packed ? { ...row, said: said.get(row.id) ?? null } : row))
}

const withoutPersons = (row: PublicRequest): PublicRequest => ({
  ...row,
  title: publicTitle(row.kind, row.title, row.categoryName),
  text: publicWords(row.kind, row.text),
  said: row.said && publicWords(row.kind, row.said),
  answers: row.answers.map(({ question, answer }) => ({ question, answer: publicWords(row.kind, answer) })),
})

/** Whether anybody may see this photo: where the request may be seen, and as long. */
export async function publicPhoto(tx: Tx, id: string, hidden: Hidden): Promise<boolean> {
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

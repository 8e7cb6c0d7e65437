/** List rows: one set of columns, keyset pages, allow-listed filters. */
import type { QueryOf, ReplyOf } from '#contracts/endpoint.ts'
import { COUNTED_VIEWS, type countWork, type listWork, type RequestRow } from '#contracts/requests.ts'
import { AppError } from '#platform/errors.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import type { Actor } from '#platform/actor.ts'
import type { Query, Tx } from '#platform/db.ts'
import { once, Params, workScope } from '../scope.ts'
import { viewRow, type RowRecord } from '../view.ts'

/** Looked up for the rows of a page alone; as a join it would keep PostgreSQL from reading an index in the order of the list. */
const CATEGORY_NAME = `(SELECT c.name FROM category c WHERE c.tenant_id = $1 AND c.code = r.category_code)`
export const ROW = `r.id, r.number, r.kind, r.channel, r.status, r.outcome, r.confirmed_by, r.title, r.round, r.seq, r.limited, r.category_code,
  r.place_name, r.grid_id, r.lon, r.lat, r.lead_name, r.level, r.joiner_count, r.urge_count, r.due_kind, r.due_at, r.amber_at, r.review_on,
  r.created_at, r.updated_at, r.finished_at, r.closed_at, r.before_photo, r.after_photo,
  r.supervision IS NOT NULL AS supervised, r.ask->>'kind' AS ask_kind, ${CATEGORY_NAME} AS category_name`
export const FROM = `FROM request r WHERE r.tenant_id = $1`

const rows = async (tx: Tx, text: string, values: readonly unknown[]): Promise<RequestRow[]> =>
  (await tx.many<RowRecord>(prepared(text, values))).map(viewRow)

/** Lists are few texts asked often: each is prepared once. The bound keeps odd filter mixes from piling up on the server. */
const names = new Map<string, string>()
const MOST_NAMES = 200
export function prepared(text: string, values: readonly unknown[]): Query {
  if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `request_rows_${names.size}`)
  return { name: names.get(text), text, values }
}

export type WorkQuery = QueryOf<typeof listWork>
export type Page = { rows: RequestRow[]; next: string | null; total: number | null }

/** How lists are sorted. Those with a column can be paged through: it and the id make the cursor. */
const ORDERS = {
  due: 'r.due_at, r.id',
  newest: 'r.created_at DESC, r.id DESC',
  closing: 'r.closed_at DESC, r.id DESC',
  urgentFirst: `(r.kind = 'urgent') DESC, r.due_at, r.id`,
  supervision: `r.supervision->>'dueAt', r.id`,
} as const
const COLUMN_OF = { due: 'r.due_at', newest: 'r.created_at', closing: 'r.closed_at' } as const
const KEY_OF: Record<Paged, (row: RequestRow) => string | null> = {
  due: (row) => row.dueAt,
  newest: (row) => row.createdAt,
  closing: (row) => row.closedAt,
}
type Paged = keyof typeof COLUMN_OF

/** Rows that meet all conditions; each is constant text whose values stand in `params`. */
export const rowsWhere = (
  tx: Tx,
  params: Params,
  conditions: readonly string[],
  order: keyof typeof ORDERS,
  limit: number,
) =>
  rows(
    tx,
    `SELECT ${ROW} ${FROM} AND ${allOf(conditions)} ORDER BY ${ORDERS[order]} LIMIT ${rowCount(limit)}`,
    params.values,
  )

/** One page of them. @throws malformed when `after` is no cursor of such a list */
export async function pageWhere(
  tx: Tx,
  params: Params,
  conditions: readonly string[],
  { order, limit, after }: { order: Paged; limit: number; after?: string },
): Promise<Page> {
  const from = after === undefined ? [] : [cursorCondition(after, order, params)]
  const found = await rowsWhere(tx, params, [...conditions, ...from], order, limit + 1)
  return pageIn(order, found, limit)
}

const pageIn = (order: Paged, found: readonly RequestRow[], limit: number): Page => ({
  ...pageOf(found, limit, (row) => [KEY_OF[order](row) ?? '', row.id]),
  total: null,
})
/** Of rows that were found in portions, one more than the page where there are more. */
export const closingPage = (found: readonly RequestRow[], limit: number) => pageIn('closing', found, limit)

export const allOf = (conditions: readonly string[]) => conditions.join(' AND ')
export const rowCount = (limit: number) => String(Math.trunc(limit))

/** An empty key is the null that sorts last in the order of deadlines. */
function cursorCondition(after: string, order: Paged, params: Params): string {
  const [value = '', id = ''] = readCursor(after, 2) ?? []
  const column = COLUMN_OF[order]
  if (value === '') return `(${column} IS NULL AND r.id > ${params.add(id)})`
  if (Number.isNaN(Date.parse(value)))
    throw new AppError('malformed', { field: 'after', problem: 'not a cursor of this list' })
  const pair = `(${params.add(value)}::timestamptz, ${params.add(id)}::uuid)`
  return order === 'due' ? `((${column}, r.id) > ${pair} OR ${column} IS NULL)` : `(${column}, r.id) < ${pair}`
}

/** Named groups of states that the desk looks at; `due` conditions compare with the moment of asking. */
export const VIEWS: Record<NonNullable<WorkQuery['view']>, (now: () => string) => string> = {
  open: () => `r.closed_at IS NULL`,
  /** What waits for the desk itself. */
  mine: () =>
    `r.closed_at IS NULL AND (r.status IN ('submitted', 'accepted', 'returned', 'disputed') OR r.ask IS NOT NULL)`,
  late: (now) => `r.closed_at IS NULL AND r.due_at < ${now()}`,
  soon: (now) => `r.closed_at IS NULL AND r.due_at >= ${now()} AND r.amber_at <= ${now()}`,
  whistles: () =>
    `r.closed_at IS NULL AND r.id IN (SELECT w.request_id FROM request_assignment w WHERE w.tenant_id = $1 AND w.part = 'co' AND w.state <> 'ended')`,
  followUp: () => `r.closed_at IS NULL AND r.status = 'finished'`,
  ladder: () => `r.closed_at IS NULL AND r.status = 'onLadder'`,
  supervised: () => `r.closed_at IS NULL AND r.supervision IS NOT NULL`,
  asks: () => `r.closed_at IS NULL AND r.ask IS NOT NULL`,
  urgent: () => `r.closed_at IS NULL AND r.kind = 'urgent'`,
  shelved: () => `r.closed_at IS NULL AND r.status IN ('shelved', 'paused')`,
  closed: () => `r.closed_at IS NOT NULL`,
}
/** Whether nothing but closed requests is asked for. */
export const asksForClosed = ({ status, view }: WorkQuery): boolean => (status ?? view) === 'closed'

/** A single status is an equality, so that the index by grid and status gives the order too; what is open has small indexes. */
export function inStatus(statuses: readonly string[], params: Params): string {
  const [one, another] = statuses
  const named = another ? `r.status = ANY(${params.add(statuses)})` : `r.status = ${params.add(one)}`
  return statuses.includes('closed') ? named : `${named} AND r.closed_at IS NULL`
}

export function filters(query: WorkQuery, params: Params): string[] {
  const conditions: string[] = []
  if (query.gridId) conditions.push(`r.grid_id = ${params.add(query.gridId)}`)
  if (query.categoryCode) conditions.push(`r.category_code = ${params.add(query.categoryCode)}`)
  if (query.kind) conditions.push(`r.kind = ${params.add(query.kind)}`)
  if (query.channel) conditions.push(`r.channel = ${params.add(query.channel)}`)
  if (query.organisationId) conditions.push(`r.lead_organisation_id = ${params.add(query.organisationId)}`)
  if (query.placeId) {
    const id = params.add(query.placeId)
    conditions.push(
      `${id}::uuid IN (r.subdistrict_id, r.community_id, r.compound_id, r.grid_id, r.building_id, r.place_id)`,
    )
  }
  for (const word of wordsOf(query.q)) {
    const given = params.add(word)
    conditions.push(`(strpos(${OPEN_WORDS}, folded(${given})) > 0 OR r.number = ${given})`)
  }
  return conditions
}

const MOST_WORDS = 6

/** What was typed, as words that must all be there. */
export const wordsOf = (q: string | undefined): string[] =>
  (q ?? '').normalize('NFKC').split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS)

/** What is open is few, so it is looked through as it stands; what is closed: words.ts. */
const OPEN_WORDS = `folded(r.title || chr(10) || r.text || chr(10) || r.place_name || chr(10) || coalesce(r.lead_name, '') || chr(10) || coalesce(${CATEGORY_NAME}, ''))`

export async function workCounts(tx: Tx, actor: Actor, now: Date): Promise<ReplyOf<typeof countWork>> {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  const none = Object.fromEntries(COUNTED_VIEWS.map((view) => [view, 0])) as ReplyOf<typeof countWork> // one entry per view
  if (!scope) return none
  const at = once(() => params.add(now))
  const countsOf = () =>
    COUNTED_VIEWS.map((view) => `count(*) FILTER (WHERE ${VIEWS[view](at)})::int AS "${view}"`).join(', ')
  return (
    (await tx.one<typeof none>(
      prepared(
        `SELECT ${countsOf()} FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND ${allOf([scope])}`,
        params.values,
      ),
    )) ?? none
  )
}

const MAP_LIMIT = 500

export async function mapRows(tx: Tx, actor: Actor, placeId: string | undefined) {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (!scope) return { rows: [], cut: false }
  const where = ['r.closed_at IS NULL', 'r.lon IS NOT NULL', scope, ...filters({ placeId }, params)]
  const found = await rowsWhere(tx, params, where, 'due', MAP_LIMIT + 1)
  return { rows: found.slice(0, MAP_LIMIT), cut: found.length > MAP_LIMIT }
}

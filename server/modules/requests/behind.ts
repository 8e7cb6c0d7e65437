/**
 * The rows behind figures: by the same conditions by which they are counted, so they are exactly as many. A reader who may not
 * open a limited request sees that it is there, not what it says.
 */
import type { Measure, StandingMeasure } from '#contracts/figures.ts'
import type { RequestRow } from '#contracts/requests.ts'
import { familyOf, MOMENT, sqlOf, type Period } from '#modules/figures/index.ts'
import type { Actor } from '#platform/actor.ts'
import { plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import { AppError } from '#platform/errors.ts'
import { within, type Area } from './counted.ts'
import { allOf, FROM, pageWhere, prepared, type Page } from './queries/rows.ts'
import type { Exemption } from './record.ts'
import { Params, workScope } from './scope.ts'
import { stuckWhere, type StuckCell } from './stuck.ts'

export type Behind = {
  area: Area
  measure: Measure | StandingMeasure
  /** Only what sticks there, instead of the measure. */
  stuck: StuckCell | undefined
  period: Period
  after?: string
  limit: number
}

const STANDING: Record<StandingMeasure, (at: () => string) => string> = {
  openNow: () => 'r.closed_at IS NULL',
  overdueNow: (at) => `r.closed_at IS NULL AND r.due_at < ${at()}`,
}
const isStanding = (measure: string): measure is StandingMeasure => measure in STANDING

const counts = (measure: Measure, { from, to }: Period, params: Params): string[] => {
  const moment = `r.${MOMENT[familyOf(measure)]}`
  return [
    `${moment} >= ${params.add(shanghaiMidnight(from))}`,
    `${moment} < ${params.add(shanghaiMidnight(plusDays(to, 1)))}`,
    `(${sqlOf(measure)})`,
  ]
}

/** Newest first. @throws malformed */
export async function listCounted(tx: Tx, actor: Actor, behind: Behind, now: Date): Promise<Page> {
  const { area, measure, stuck, period, after, limit } = behind
  const params = new Params(tx.tenantId)
  const where = [
    ...within(area, params),
    ...(stuck
      ? stuckWhere(stuck, params, now)
      : isStanding(measure)
        ? [STANDING[measure](() => params.add(now))]
        : counts(measure, period, params)),
  ]
  const order = !isStanding(measure) && familyOf(measure) === 'closed' ? 'closing' : 'newest'
  const page = await pageWhere(tx, params, where, { order, limit, after })
  const hidden = await hiddenOf(tx, actor, page.rows)
  return { ...page, rows: page.rows.map((row) => (hidden.has(row.id) ? covered(row) : row)) }
}

/** Limited requests among these that are not in the reader's work. */
async function hiddenOf(
  tx: Tx,
  actor: Actor,
  rows: readonly Pick<RequestRow, 'id' | 'limited'>[],
): Promise<Set<string>> {
  const limited = rows.flatMap(({ id, limited }) => (limited ? [id] : []))
  if (limited.length === 0) return new Set()
  const params = new Params(tx.tenantId)
  const ids = params.add(limited)
  const scope = workScope(actor, params) ?? 'false'
  const open = await tx.many<{ id: string }>(
    prepared(`SELECT r.id ${FROM} AND ${allOf([`r.id = ANY (${ids}::uuid[])`, scope])}`, params.values),
  )
  const seen = new Set(open.map(({ id }) => id))
  return new Set(limited.filter((id) => !seen.has(id)))
}

/** What is left of it for others: its number, its category and how far it came. */
const covered = (row: RequestRow): RequestRow => ({
  ...row,
  title: row.categoryName ?? '',
  placeName: '',
  lon: null,
  lat: null,
  before: null,
  after: null,
})

export type SetApart = {
  id: string
  number: string
  title: string
  placeName: string
  handlerName: string | null
  limited: boolean
  at: string
  exemption: Exemption | null
}
const MEASURE_OF = { silence: 'bySilence', exemption: 'exempted' } as const
/** The moment of that measure. */
const AT = { silence: 'r.closed_at', exemption: 'r.exempted_at' } as const
const PAGE = 50
const ONE_MORE = PAGE + 1 // tells whether there is another page

/** Closings by silence, and what was approved to take longer: counted apart, each with its reason. @throws malformed */
export async function listSetApart(
  tx: Tx,
  actor: Actor,
  { area, kind, period, after }: { area: Area; kind: keyof typeof MEASURE_OF; period: Period; after?: string },
): Promise<{ rows: SetApart[]; next: string | null }> {
  const params = new Params(tx.tenantId)
  const measure = MEASURE_OF[kind]
  const where = [...within(area, params), ...counts(measure, period, params), ...afterCursor(after, AT[kind], params)]
  const found = await tx.many<SetApart>(
    prepared(
      `SELECT r.id, r.number, r.title, r.place_name AS "placeName", r.lead_name AS "handlerName", r.limited, ${AT[kind]} AS at, r.exemption
       ${FROM} AND ${allOf(where)} ORDER BY ${AT[kind]} DESC, r.id DESC LIMIT ${ONE_MORE}`,
      params.values,
    ),
  )
  const { rows, next } = pageOf(found, PAGE, ({ at, id }) => [at, id])
  const hidden = await hiddenOf(tx, actor, rows)
  return {
    next,
    rows: rows.map((row) =>
      hidden.has(row.id)
        ? { ...row, title: '', placeName: '', exemption: row.exemption && { ...row.exemption, reason: null } }
        : row,
    ),
  }
}

function afterCursor(after: string | undefined, moment: string, params: Params): string[] {
  const key = readCursor(after, 2)
  if (!key) return []
  const [at = '', id = ''] = key
  if (Number.isNaN(Date.parse(at)))
    throw new AppError('malformed', { field: 'after', problem: 'not a cursor of this list' })
  return [`(${moment}, r.id) < (${params.add(at)}::timestamptz, ${params.add(id)}::uuid)`]
}

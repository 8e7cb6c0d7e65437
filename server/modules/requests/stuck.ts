/** What sticks now, by who has it and at which step; and the deadlines that come. Reads open requests only: they stay few. */
import type { StuckAt } from '#contracts/figures.ts'
import type { Tx } from '#platform/db.ts'
import { within, type Area } from './counted.ts'
import { allOf, prepared } from './queries/rows.ts'
import { Params } from './scope.ts'

export type Stuck = {
  organisationId: string | null
  name: string | null
  waitingToSend: number
  waitingToTake: number
  handling: number
  waitingForWord: number
  onLadder: number
  oldestDueAt: string | null
}

const AT_STEP: Record<StuckAt, string> = {
  waitingToSend: `r.status IN ('submitted', 'accepted', 'returned', 'disputed')`,
  waitingToTake: `r.status IN ('offered', 'dispatched')`,
  handling: `r.status = 'handling'`,
  waitingForWord: `r.status IN ('waiting', 'paused', 'finished', 'shelved')`,
  onLadder: `r.status = 'onLadder'`,
}

/** A rung of the ladder has a day for its result instead of a clock. */
const past = (now: string) =>
  `(r.due_at < ${now} OR (r.status = 'onLadder' AND r.review_on < (${now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date))`
const PAST = past('$2')
/** Nobody outside the community has it yet. */
export const OWN_HANDS = '社区自办'

export type StuckCell = { at: StuckAt; heldBy: string }

/** The same conditions as above, for the rows of one cell. */
export const stuckWhere = ({ at, heldBy }: StuckCell, params: Params, now: Date): string[] => [
  'r.closed_at IS NULL',
  past(params.add(now)),
  AT_STEP[at],
  `coalesce(r.lead_name, ${params.add(OWN_HANDS)}) = ${params.add(heldBy)}`,
]

/** Past its time; the longest late first. */
export function stuckIn(tx: Tx, area: Area, now: Date): Promise<Stuck[]> {
  const params = new Params(tx.tenantId)
  params.add(now)
  const text = `SELECT r.lead_organisation_id AS "organisationId", r.lead_name AS name,
      count(*) FILTER (WHERE ${AT_STEP.waitingToSend})::int AS "waitingToSend",
      count(*) FILTER (WHERE ${AT_STEP.waitingToTake})::int AS "waitingToTake",
      count(*) FILTER (WHERE ${AT_STEP.handling})::int AS handling,
      count(*) FILTER (WHERE ${AT_STEP.waitingForWord})::int AS "waitingForWord",
      count(*) FILTER (WHERE ${AT_STEP.onLadder})::int AS "onLadder",
      min(r.due_at) AS "oldestDueAt"
    FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND ${allOf([PAST, ...within(area, params)])}
    GROUP BY 1, 2 ORDER BY count(*) DESC, min(r.due_at)`
  return tx.many(prepared(text, params.values))
}

export type Due = { on: string | null; due: number; notTakenOn: number }

/** Deadlines by day until then; those that have passed stand under null. */
export function dueUntil(tx: Tx, area: Area, until: Date, now: Date): Promise<Due[]> {
  const params = new Params(tx.tenantId)
  params.add(now)
  const end = params.add(until)
  const text = `SELECT CASE WHEN r.due_at >= $2 THEN (r.due_at AT TIME ZONE 'Asia/Shanghai')::date END AS on, count(*)::int AS due,
      count(*) FILTER (WHERE r.taken_on_at IS NULL)::int AS "notTakenOn"
    FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND ${allOf([`r.due_at < ${end}`, ...within(area, params)])}
    GROUP BY 1`
  return tx.many(prepared(text, params.values))
}

/** From report to done, of what was solved in the period. */
export async function medianHoursOf(
  tx: Tx,
  communityId: string | null,
  { from, to }: { from: string; to: string },
): Promise<number | null> {
  const found = await tx.one<{ hours: number | null }>({
    name: 'request_median_hours',
    text: `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM coalesce(r.done_at, r.closed_at) - r.created_at) / 3600) AS hours
             FROM request r
            WHERE r.tenant_id = $1 AND ($2::uuid IS NULL OR r.community_id = $2) AND r.outcome = 'solved'
              AND r.closed_at >= ($3::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AND r.closed_at < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    values: [tx.tenantId, communityId, from, to],
  })
  return found?.hours == null ? null : Math.round(found.hours * 10) / 10
}

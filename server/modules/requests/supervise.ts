/** What sticks where and with whom: counts by handler and grid, and the requests that nobody moves. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { superviseBoard } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { rowsWhere } from './queries/rows.ts'
import { Params, workScope } from './scope.ts'

const STUCK_LIMIT = 30

export async function superviseView(tx: Tx, actor: Actor, now: Date): Promise<ReplyOf<typeof superviseBoard>> {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (!scope) return { byHandler: [], byGrid: [], stuck: [], supervised: [] }
  const at = params.add(now)
  const byHandler = await tx.many<{
    name: string
    organisationId: string | null
    open: number
    late: number
    oldestDueAt: string | null
  }>({
    text: `SELECT coalesce(r.lead_name, '') AS name, r.lead_organisation_id AS "organisationId", count(*)::int AS open, ${lateAt(at)}, min(r.due_at) AS "oldestDueAt"
           FROM request r WHERE r.tenant_id = $1 AND ${pendingIn(scope)} GROUP BY 1, 2 ORDER BY late DESC, open DESC LIMIT 20`,
    values: params.values,
  })
  const byGrid = await tx.many<{ gridId: string; name: string; open: number; late: number }>({
    text: `SELECT r.grid_id AS "gridId", g.full_name AS name, count(*)::int AS open, ${lateAt(at)}
           FROM request r JOIN place g ON g.tenant_id = $1 AND g.id = r.grid_id
           WHERE r.tenant_id = $1 AND ${pendingIn(scope)} GROUP BY 1, 2 ORDER BY late DESC, open DESC LIMIT 40`,
    values: params.values,
  })
  const isStuck = `(r.due_at < ${at} OR r.status IN ('returned', 'disputed') OR r.urge_count >= 3)`
  const stuck = await rowsWhere(tx, params, ['r.closed_at IS NULL', isStuck, scope], 'due', STUCK_LIMIT)
  const supervised = await supervisedRows(tx, actor)
  return { byHandler, byGrid, stuck, supervised }
}

async function supervisedRows(tx: Tx, actor: Actor) {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (!scope) return []
  return rowsWhere(tx, params, ['r.closed_at IS NULL', 'r.supervision IS NOT NULL', scope], 'supervision', STUCK_LIMIT)
}

const lateAt = (at: string) => `count(*) FILTER (WHERE r.due_at < ${at})::int AS late`
const pendingIn = (scope: string) => `r.closed_at IS NULL AND r.status <> 'finished' AND ${scope}`

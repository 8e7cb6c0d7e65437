/** What sticks where and with whom: counts by handler and grid, and the requests that nobody moves. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { superviseBoard } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { FROM, ROW, rows } from './queries/rows.ts'
import { Params, workScope } from './scope.ts'

const STUCK_LIMIT = 30

export async function superviseView(tx: Tx, actor: Actor, now: Date): Promise<ReplyOf<typeof superviseBoard>> {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  if (!scope) return { byHandler: [], byGrid: [], stuck: [], supervised: [] }
  const at = params.add(now)
  const open = `FROM request r WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.status <> 'finished' AND ${scope}`
  const late = `count(*) FILTER (WHERE r.due_at < ${at})::int AS late`

  const byHandler = await tx.many<{
    name: string
    organisationId: string | null
    open: number
    late: number
    oldestDueAt: string | null
  }>({
    text: `SELECT coalesce(r.lead_name, '') AS name, r.lead_organisation_id AS "organisationId", count(*)::int AS open, ${late}, min(r.due_at) AS "oldestDueAt"
           ${open} GROUP BY 1, 2 ORDER BY late DESC, open DESC LIMIT 20`,
    values: params.values,
  })
  const byGrid = await tx.many<{ gridId: string; name: string; open: number; late: number }>({
    text: `SELECT r.grid_id AS "gridId", g.full_name AS name, count(*)::int AS open, ${late}
           FROM request r JOIN place g ON g.tenant_id = $1 AND g.id = r.grid_id
           WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.status <> 'finished' AND ${scope} GROUP BY 1, 2 ORDER BY late DESC, open DESC LIMIT 40`,
    values: params.values,
  })
  const stuck = await rows(
    tx,
    `SELECT ${ROW} ${FROM} AND r.closed_at IS NULL AND (r.due_at < ${at} OR r.status IN ('returned', 'disputed') OR r.urge_count >= 3) AND ${scope} ORDER BY r.due_at, r.id LIMIT ${STUCK_LIMIT}`,
    params.values,
  )
  const supervised = await supervisedRows(tx, actor)
  return { byHandler, byGrid, stuck, supervised }
}

async function supervisedRows(tx: Tx, actor: Actor) {
  const params = new Params(tx.tenantId)
  const scope = workScope(actor, params)
  return scope
    ? rows(
        tx,
        `SELECT ${ROW} ${FROM} AND r.closed_at IS NULL AND r.supervision IS NOT NULL AND ${scope} ORDER BY r.supervision->>'dueAt', r.id LIMIT ${STUCK_LIMIT}`,
        params.values,
      )
    : []
}

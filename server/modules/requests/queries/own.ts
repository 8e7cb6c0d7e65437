/** Lists around one person: what I reported, what I may claim, what was done near me. */
import type { QueryOf } from '#contracts/endpoint.ts'
import type { listMine, listPool, ReplyOfPool } from '#contracts/requests.ts'
import { DISTRICT, readSums } from '#modules/figures/index.ts'
import type { Actor } from '#platform/actor.ts'
import { DAY, plusDays } from '#platform/calendar/calendar.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { distanceMetres } from '#platform/geometry/convert.ts'
import { CLAIMING } from '../policy.ts'
import { answeringOrganisations, inMyHands, Params } from '../scope.ts'
import { pageWhere, rowsWhere, type Page } from './rows.ts'

const PAGE = 20
const POOL_LIMIT = 60

export async function mine(tx: Tx, actor: Actor, query: QueryOf<typeof listMine>): Promise<Page> {
  const params = new Params(tx.tenantId)
  const where = {
    reported: () => `r.reporter_person_id = ${params.add(actor.personId)}`,
    helped: () => `r.helper_person_id = ${params.add(actor.personId)}`,
    joined: () =>
      `r.id IN (SELECT j.request_id FROM request_joiner j WHERE j.tenant_id = $1 AND j.person_id = ${params.add(actor.personId)})`,
    handling: () => `r.closed_at IS NULL AND ${inMyHands(actor, params)}`,
  }[query.role ?? 'reported']()
  return pageWhere(tx, params, [where], { order: 'newest', limit: PAGE, after: query.after })
}

/** Places whose pool this person may claim from: those of the posts that may (`candidate` of policy.ts). */
const poolScope = (actor: Actor, params: Params): string => {
  const paths = actor.capacities.filter(({ kind }) => CLAIMING.includes(kind)).map(({ placePath }) => placePath)
  return `EXISTS (SELECT 1 FROM unnest(${params.add(paths)}::text[]) AS p(path) WHERE r.place_path >= p.path AND r.place_path < p.path || '~')`
}

export async function pool(tx: Tx, actor: Actor, here: QueryOf<typeof listPool>, now: Date): Promise<ReplyOfPool> {
  const params = new Params(tx.tenantId)
  const where = [
    'r.closed_at IS NULL',
    `r.status = 'offered'`,
    poolScope(actor, params),
    `r.reporter_person_id IS DISTINCT FROM ${params.add(actor.personId)}`,
  ]
  const offered = await rowsWhere(tx, params, where, 'urgentFirst', POOL_LIMIT)
  const from = here.lon !== undefined && here.lat !== undefined ? { lon: here.lon, lat: here.lat } : null
  const near = offered.map((row) => ({
    ...row,
    metres:
      from && row.lon !== null && row.lat !== null
        ? Math.round(distanceMetres(from, { lon: row.lon, lat: row.lat }))
        : null,
  }))
  near.sort((a, b) => Number(b.urgent) - Number(a.urgent) || (a.metres ?? Infinity) - (b.metres ?? Infinity))
  return {
    offered: near,
    whistles: await whistles(tx, actor),
    mine: await inHand(tx, actor),
    ...(await solvedByMe(tx, actor, now)),
  }
}

/** Small things done, counted for those who did them; only what was confirmed counts, never what was merely claimed. */
async function solvedByMe(tx: Tx, actor: Actor, now: Date) {
  const found = await tx.one<{ monthSolved: number; yearSolved: number }>({
    name: 'solved_by_me',
    text: `SELECT count(*) FILTER (WHERE r.closed_at >= date_trunc('month', $3::timestamptz AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai')::int AS "monthSolved",
             count(*)::int AS "yearSolved"
           FROM request r WHERE r.tenant_id = $1 AND r.handler_person_id = $2 AND r.outcome = 'solved'
             AND r.closed_at >= date_trunc('year', $3::timestamptz AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`,
    values: [tx.tenantId, actor.personId, now],
  })
  return found ?? { monthSolved: 0, yearSolved: 0 }
}

async function inHand(tx: Tx, actor: Actor) {
  const params = new Params(tx.tenantId)
  return rowsWhere(
    tx,
    params,
    ['r.closed_at IS NULL', `r.status <> 'finished'`, inMyHands(actor, params)],
    'due',
    POOL_LIMIT,
  )
}

type Called = {
  request_id: string
  task: string | null
  name: string
  due_at: string | null
  here: boolean
  called: number
  reported_in: number
}

async function whistles(tx: Tx, actor: Actor): Promise<ReplyOfPool['whistles']> {
  const called = await tx.many<Called>({
    name: 'whistles_for',
    text: `SELECT a.request_id, a.task, a.name, a.due_at, a.state <> 'called' AS here,
             (SELECT count(*)::int FROM request_assignment o WHERE o.tenant_id = $1 AND o.request_id = a.request_id AND o.part = 'co' AND o.state <> 'ended') AS called,
             (SELECT count(*)::int FROM request_assignment o WHERE o.tenant_id = $1 AND o.request_id = a.request_id AND o.part = 'co' AND o.state IN ('reportedIn', 'partDone')) AS reported_in
           FROM request_assignment a
           WHERE a.tenant_id = $1 AND a.part = 'co' AND a.state IN ('called', 'reportedIn') AND (a.organisation_id = ANY($2) OR a.post_id = ANY($3))
           ORDER BY a.due_at LIMIT 20`,
    values: [tx.tenantId, answeringOrganisations(actor), actor.capacities.map(({ postId }) => postId)],
  })
  if (called.length === 0) return []
  const params = new Params(tx.tenantId)
  const ids = params.add(called.map(({ request_id }) => request_id))
  const found = await rowsWhere(tx, params, [`r.id = ANY(${ids})`], 'due', called.length)
  return called.flatMap((one) => {
    const row = found.find(({ id }) => id === one.request_id)
    return row
      ? [
          {
            ...row,
            task: one.task ?? '',
            calledName: one.name,
            here: one.here,
            callDueAt: one.due_at,
            calledCount: one.called,
            reportedInCount: one.reported_in,
          },
        ]
      : []
  })
}

/** Public results and open matters around home; a district without homes entered shows the district. */
export async function nearby(
  tx: Tx,
  actor: Actor,
  query: { solved?: boolean; categoryCode?: string; after?: string },
  limit = PAGE,
): Promise<Page> {
  const params = new Params(tx.tenantId)
  const compoundId = actor.home?.compoundId ?? null
  const where = compoundId ? `r.compound_id = ${params.add(compoundId)}` : 'true'
  const solved = query.solved ?? true
  const state = solved ? `r.outcome = 'solved' AND r.closed_at IS NOT NULL` : 'r.closed_at IS NULL'
  const category = query.categoryCode === undefined ? 'true' : `r.category_code = ${params.add(query.categoryCode)}`
  return pageWhere(tx, params, [where, state, category, 'NOT r.limited'], {
    order: solved ? 'closing' : 'newest',
    limit,
    after: query.after,
  })
}

const WEEK_DAYS = 7
/** Solved around home in the last seven days; without a home, in the whole district, whose figures know it. */
export async function solvedThisWeek(tx: Tx, actor: Actor, now: Date): Promise<number> {
  const compoundId = actor.home?.compoundId ?? null
  if (compoundId === null) {
    const to = shanghaiToday(now)
    const [sum] = await readSums(tx, { places: [DISTRICT], periods: [{ from: plusDays(to, 1 - WEEK_DAYS), to }] })
    return sum?.counts.solved ?? 0
  }
  const found = await tx.one<{ count: number }>({
    name: 'solved_week_compound',
    text: `SELECT count(*)::int AS count FROM request r WHERE r.tenant_id = $1 AND r.compound_id = $3 AND r.outcome = 'solved' AND NOT r.limited AND r.closed_at >= $2`,
    values: [tx.tenantId, new Date(now.getTime() - WEEK_DAYS * DAY), compoundId],
  })
  return found?.count ?? 0
}

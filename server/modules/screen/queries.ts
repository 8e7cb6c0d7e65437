/**
 * What the wall display shows, in a few looks that stay small however long the history is: today's closings by
 * `request_closed_at`, what is open by `request_open_…`, today's arrivals by the primary key, whose ids are in time order.
 * Limited requests are in the figures but neither on the map nor in words.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { RequestKind, screenBoard } from '#contracts/requests.ts'
import type { Actor } from '#platform/actor.ts'
import { DAY, HOUR } from '#platform/calendar/calendar.ts'
import { shanghaiMidnight, shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'
import { latestPairs } from './latest.ts'
import { monthOf } from './month.ts'
import { publicTitle } from '#modules/requests/index.ts'
import { areaOf, HOLDS, type Area } from './scope.ts'

type Board = ReplyOf<typeof screenBoard>

/** Solved in the word of the one who reported it, or of a call-back: silence lights no lamp. */
const CONFIRMED = `r.outcome = 'solved' AND r.confirmed_by IN ('reporter', 'callBack')`
/** More lamps than this could not be told apart on the wall; the headline counts them all. */
const MOST_LAMPS = 600
/** How long a lamp still glows after its day. */
const AFTERGLOW_DAYS = 6
/** About 11 m: a lamp marks a building, not a door. */
const LAMP_DECIMALS = 4
/** An id is made a moment before or after its row's `created_at`. */
const ID_SLACK_MS = HOUR

export async function screenView(tx: Tx, actor: Actor, now: Date): Promise<Board> {
  const area = areaOf(actor)
  const today = shanghaiToday(now)
  const midnight = shanghaiMidnight(today)
  const month = shanghaiMidnight(`${today.slice(0, 7)}-01`)
  const values = [tx.tenantId, area.placeId]

  const closed = await closedSince(tx, area, [...values, midnight])
  const open = await openByGrid(tx, area, [...values, now])
  const { gridCount, names } = await gridsOf(tx, area, [...closed.byGrid.keys(), ...open.map(({ gridId }) => gridId)])
  const openOf = new Map(open.map(({ gridId, open }) => [gridId, open]))
  return {
    at: now.toISOString(),
    placeId: area.placeId,
    placeName: area.placeName,
    gridCount,
    today: {
      solved: closed.count,
      open: sum(open.map((grid) => grid.open)),
      late: sum(open.map((grid) => grid.late)),
      submitted: await submittedSince(tx, area, [...values, midnight, firstIdAt(midnight.getTime() - ID_SLACK_MS)]),
      medianHours: closed.medianHours,
    },
    monthSolved: await countConfirmed(tx, area, [...values, month]),
    month: await monthOf(tx, area, today),
    grids: [...names].map(([id, name]) => ({
      id,
      name,
      solvedToday: closed.byGrid.get(id) ?? 0,
      open: openOf.get(id) ?? 0,
    })),
    lamps: await lampsSince(tx, area, [...values, new Date(midnight.getTime() - AFTERGLOW_DAYS * DAY)]),
    latest: await latestPairs(tx, area, values, now),
  }
}

type Closed = { gridId: string | null; whole: boolean; count: number; medianHours: number | null }

/** Confirmed since midnight: how many in each grid and in all, and the median from report to done. */
async function closedSince(tx: Tx, { level }: Area, values: readonly unknown[]) {
  const rows = await tx.many<Closed>({
    text: `SELECT r.grid_id AS "gridId", grouping(r.grid_id) = 1 AS whole, count(*)::int AS count,
                  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM coalesce(r.finished_at, r.closed_at) - r.created_at) / 3600) AS "medianHours"
             FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.closed_at >= $3 AND ${HOLDS[level]} AND ${CONFIRMED}
            GROUP BY GROUPING SETS ((), (r.grid_id))`,
    values,
  })
  const all = rows.find(({ whole }) => whole)
  const byGrid = new Map(rows.flatMap(({ gridId, count }): [string, number][] => (gridId ? [[gridId, count]] : [])))
  return {
    count: all?.count ?? 0,
    byGrid,
    medianHours: all?.medianHours == null ? null : rounded(all.medianHours, all.medianHours < 10 ? 1 : 0),
  }
}

type Lamp = Omit<Board['lamps'][number], 'title'> & { kind: RequestKind; title: string; categoryName: string | null }

/** Newest first. Those of the days before still glow a little, so that a wall is not dark in the morning. */
async function lampsSince(tx: Tx, { level }: Area, values: readonly unknown[]): Promise<Board['lamps']> {
  const rows = await tx.many<Lamp>({
    text: `SELECT r.lon, r.lat, r.kind, r.title, c.name AS "categoryName", r.closed_at AS "closedAt"
             FROM request r LEFT JOIN category c ON c.tenant_id = $1 AND c.code = r.category_code
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.closed_at >= $3 AND ${HOLDS[level]} AND ${CONFIRMED}
              AND NOT r.limited AND r.lon IS NOT NULL AND r.lat IS NOT NULL
            ORDER BY r.closed_at DESC LIMIT ${MOST_LAMPS}`,
    values,
  })
  return rows.map(({ lon, lat, kind, title, categoryName, closedAt }) => ({
    lon: rounded(lon, LAMP_DECIMALS),
    lat: rounded(lat, LAMP_DECIMALS),
    title: publicTitle(kind, title, categoryName),
    closedAt,
  }))
}

/** What is open, by grid: open requests stay few whatever the history. A request without a grid counts under ''. */
const openByGrid = (tx: Tx, { level }: Area, values: readonly unknown[]) =>
  tx.many<{ gridId: string; open: number; late: number }>({
    text: `SELECT coalesce(r.grid_id::text, '') AS "gridId", count(*)::int AS open, count(*) FILTER (WHERE r.due_at < $3)::int AS late
             FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.status NOT IN ('finished', 'shelved') AND ${HOLDS[level]}
            GROUP BY 1`,
    values,
  })

async function submittedSince(tx: Tx, { level }: Area, values: readonly unknown[]): Promise<number> {
  const found = await tx.one<{ count: number }>({
    text: `SELECT count(*)::int AS count FROM request r
            WHERE r.tenant_id = $1 AND r.id >= $4 AND r.created_at >= $3 AND ${HOLDS[level]}`,
    values,
  })
  return found?.count ?? 0
}

async function countConfirmed(tx: Tx, { level }: Area, values: readonly unknown[]): Promise<number> {
  const found = await tx.one<{ count: number }>({
    text: `SELECT count(*)::int AS count FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.closed_at >= $3 AND ${HOLDS[level]} AND ${CONFIRMED}`,
    values,
  })
  return found?.count ?? 0
}

/** How many grids the area has, and the names of those that have something to show. */
async function gridsOf(tx: Tx, { placePath }: Area, wanted: readonly string[]) {
  const ids = [...new Set(wanted.filter(Boolean))]
  const rows = await tx.many<{ id: string; name: string; count: number }>({
    name: 'screen_grids',
    text: `WITH own AS (SELECT p.id, p.name FROM place p
                         WHERE p.tenant_id = $1 AND p.level = 'grid' AND p.path >= $2 AND p.path < $2 || '~' AND p.valid_to IS NULL)
           SELECT own.id, own.name, (SELECT count(*) FROM own)::int AS count FROM own ORDER BY own.id = ANY ($3::uuid[]) DESC LIMIT $4`,
    values: [tx.tenantId, placePath, ids, Math.max(ids.length, 1)],
  })
  const names = new Map(rows.flatMap(({ id, name }) => (ids.includes(id) ? [[id, name]] : [])))
  return { gridCount: rows[0]?.count ?? 0, names }
}

/** The smallest UUID v7 of this millisecond: its first 48 bits are the time. Source: RFC 9562 section 5.7. */
function firstIdAt(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))

/**
 * What a bulletin tells besides figures, read from requests: put right with photos, overdue and with whom, at the ladder, in
 * hand, thanks. Every column is named, so that nothing personal comes along with one added later: holders are organisations
 * and posts by their titles, thanks are counts, and of what is open no words are read.
 */
import type { RequestKind } from '#contracts/requests.ts'
import type { Tx } from '#platform/db.ts'

/** Condition on `request r` by the level of the place, $2 being its id; a district is the whole tenant. */
const HOLDS = {
  district: '$2::uuid IS NOT NULL',
  subdistrict: 'r.subdistrict_id = $2',
  community: 'r.community_id = $2',
  compound: 'r.compound_id = $2',
} as const
export type Level = keyof typeof HOLDS
/** Beside the lifecycle: what is done and waits to be confirmed, or is laid aside, is not late. */
const PENDING = `r.closed_at IS NULL AND r.status NOT IN ('finished', 'shelved')`

export type Where = { level: Level; placeId: string }
type Photo = { id: string; width: number; height: number; averageColour: string }
export type SolvedRow = {
  id: string
  kind: RequestKind
  title: string
  placeName: string | null
  categoryName: string | null
  createdAt: string
  finishedAt: string | null
  closedAt: string
  before: Photo
  after: Photo
}

/** Confirmed by somebody, not limited, not about a person, with a photo of before and of after: as for the wall display. */
export const solvedWithPhotos = (tx: Tx, { level, placeId }: Where, [since, until]: [Date, Date], limit: number) =>
  tx.many<SolvedRow>({
    text: `SELECT r.id, r.kind, r.title, coalesce(k.name, m.name) AS "placeName", c.name AS "categoryName", r.created_at AS "createdAt",
                  r.finished_at AS "finishedAt", r.closed_at AS "closedAt", r.before_photo AS before, r.after_photo AS after
             FROM request r
             LEFT JOIN category c ON c.tenant_id = $1 AND c.code = r.category_code
             LEFT JOIN place k ON k.tenant_id = $1 AND k.id = r.compound_id
             LEFT JOIN place m ON m.tenant_id = $1 AND m.id = r.community_id
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.closed_at >= $3 AND r.closed_at < $4 AND ${HOLDS[level]}
              AND r.outcome = 'solved' AND r.confirmed_by IN ('reporter', 'callBack') AND NOT r.limited
              AND r.kind NOT IN ('help', 'urgent') AND r.before_photo IS NOT NULL AND r.after_photo IS NOT NULL
            ORDER BY r.joiner_count DESC, r.closed_at DESC LIMIT $5`,
    values: [tx.tenantId, placeId, since, until, limit],
  })

const HELD = `LEFT JOIN organisation o ON o.tenant_id = $1 AND o.id = r.lead_organisation_id
             LEFT JOIN post p ON p.tenant_id = $1 AND p.id = r.lead_post_id`
const HOLDER = `CASE WHEN o.id IS NOT NULL THEN 'organisation' WHEN p.id IS NOT NULL THEN 'post' ELSE 'none' END`
type Held = { holder: 'organisation' | 'post' | 'none'; name: string | null; count: number }

export const overdueByHolder = (tx: Tx, { level, placeId }: Where, now: Date) =>
  tx.many<Held & { oldestDueAt: string }>({
    text: `SELECT ${HOLDER} AS holder, coalesce(o.name, p.title) AS name, count(*)::int AS count, min(r.due_at) AS "oldestDueAt"
             FROM request r ${HELD}
            WHERE r.tenant_id = $1 AND ${PENDING} AND r.due_at < $3 AND ${HOLDS[level]}
            GROUP BY 1, 2 ORDER BY min(r.due_at)`,
    values: [tx.tenantId, placeId, now],
  })

export const onLadder = (tx: Tx, { level, placeId }: Where) =>
  tx.many<{ level: string; count: number; oldestAt: string }>({
    text: `SELECT r.level, count(*)::int AS count, min(r.created_at) AS "oldestAt" FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND r.status = 'onLadder' AND r.level IS NOT NULL AND ${HOLDS[level]}
            GROUP BY 1 ORDER BY array_position(ARRAY['areaDispatch', 'weekendCouncil', 'jointConference'], r.level)`,
    values: [tx.tenantId, placeId],
  })

/** Limited requests are in no group: few of a kind could be recognised. */
export const inHand = (tx: Tx, { level, placeId }: Where) =>
  tx.many<Held & { categoryName: string | null }>({
    text: `SELECT c.name AS "categoryName", ${HOLDER} AS holder, coalesce(o.name, p.title) AS name, count(*)::int AS count
             FROM request r LEFT JOIN category c ON c.tenant_id = $1 AND c.code = r.category_code ${HELD}
            WHERE r.tenant_id = $1 AND ${PENDING} AND NOT r.limited AND r.kind NOT IN ('help', 'urgent') AND ${HOLDS[level]}
            GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1, 3 LIMIT 12`,
    values: [tx.tenantId, placeId],
  })

export const standingOf = (tx: Tx, { level, placeId }: Where, now: Date) =>
  tx.one<{ openNow: number; overdueNow: number }>({
    text: `SELECT count(*)::int AS "openNow", count(*) FILTER (WHERE ${PENDING} AND r.due_at < $3)::int AS "overdueNow" FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NULL AND ${HOLDS[level]}`,
    values: [tx.tenantId, placeId, now],
  })

/** Who took part, in counts. */
export const thanksOf = (tx: Tx, { level, placeId }: Where, [since, until]: [Date, Date]) =>
  tx.one<{ reporters: number; joiners: number; volunteers: number; solvedByVolunteers: number; ratings: number }>({
    text: `SELECT count(DISTINCT r.reporter_person_id)::int AS reporters, coalesce(sum(r.joiner_count), 0)::int AS joiners,
                  count(DISTINCT r.handler_person_id) FILTER (WHERE r.from_pool)::int AS volunteers,
                  count(*) FILTER (WHERE r.from_pool AND r.outcome = 'solved')::int AS "solvedByVolunteers",
                  count(*) FILTER (WHERE r.confirmed_by = 'reporter')::int AS ratings
             FROM request r
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.closed_at >= $3 AND r.closed_at < $4 AND ${HOLDS[level]}`,
    values: [tx.tenantId, placeId, since, until],
  })

/** What is late in each place right below. */
export const overdueByPlace = (tx: Tx, { level, placeId }: Where, placeIds: readonly string[], now: Date) =>
  tx.many<{ placeId: string; count: number }>({
    text: `SELECT s.id AS "placeId", count(*)::int AS count
             FROM request r JOIN unnest($4::uuid[]) AS s (id) ON s.id IN (r.subdistrict_id, r.community_id, r.compound_id)
            WHERE r.tenant_id = $1 AND ${PENDING} AND r.due_at < $3 AND ${HOLDS[level]} GROUP BY 1`,
    values: [tx.tenantId, placeId, now, placeIds],
  })

/**
 * The last things that were put right, with a photo of before and of after. Every field is named here: what a wall need not
 * know stays empty, so that nothing personal can come along with a column added later.
 */
import type { PhotoView, RequestKind, RequestRow } from '#contracts/requests.ts'
import { DAY } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { publicTitle } from '#modules/requests/index.ts'
import { HOLDS, type Area } from './scope.ts'

const SHOWN = 5
/** A quiet week still fills the wall; older news is none. It also bounds how far the index is read. */
const SINCE_DAYS = 30

type Photo = { id: string; width: number; height: number; averageColour: string }
type Pair = {
  id: string
  number: string
  kind: RequestKind
  title: string
  placeName: string | null
  categoryName: string | null
  joinerCount: number
  createdAt: string
  finishedAt: string | null
  closedAt: string
  before: Photo
  after: Photo
}

export async function latestPairs(
  tx: Tx,
  { level }: Area,
  values: readonly unknown[],
  now: Date,
): Promise<RequestRow[]> {
  const rows = await tx.many<Pair>({
    text: `SELECT r.id, r.number, r.kind, r.title, coalesce(k.name, m.name) AS "placeName", c.name AS "categoryName", r.joiner_count AS "joinerCount",
                  r.created_at AS "createdAt", r.finished_at AS "finishedAt", r.closed_at AS "closedAt", r.before_photo AS before, r.after_photo AS after
             FROM request r
             LEFT JOIN category c ON c.tenant_id = $1 AND c.code = r.category_code
             LEFT JOIN place k ON k.tenant_id = $1 AND k.id = r.compound_id
             LEFT JOIN place m ON m.tenant_id = $1 AND m.id = r.community_id
            WHERE r.tenant_id = $1 AND r.closed_at IS NOT NULL AND r.closed_at >= $3 AND ${HOLDS[level]}
              AND r.outcome = 'solved' AND r.confirmed_by IN ('reporter', 'callBack') AND NOT r.limited
              AND r.kind NOT IN ('help', 'urgent') AND r.before_photo IS NOT NULL AND r.after_photo IS NOT NULL
            ORDER BY r.closed_at DESC LIMIT ${SHOWN}`,
    values: [...values, new Date(now.getTime() - SINCE_DAYS * DAY)],
  })
  return rows.map(viewPair)
}

const viewPair = (pair: Pair): RequestRow => ({
  id: pair.id,
  number: pair.number,
  kind: pair.kind,
  channel: 'phone',
  status: 'closed',
  outcome: 'solved',
  confirmedBy: null,
  title: publicTitle(pair.kind, pair.title, pair.categoryName),
  round: 1,
  seq: 0,
  urgent: false,
  limited: false,
  categoryCode: null,
  categoryName: pair.categoryName,
  placeName: pair.placeName ?? '',
  gridId: null,
  lon: null,
  lat: null,
  handlerName: null,
  level: null,
  supervised: false,
  ask: null,
  joinerCount: pair.joinerCount,
  urgeCount: 0,
  dueKind: null,
  dueAt: null,
  amberAt: null,
  paused: false,
  reviewOn: null,
  createdAt: pair.createdAt,
  updatedAt: pair.closedAt,
  finishedAt: pair.finishedAt,
  closedAt: pair.closedAt,
  before: viewPhoto(pair.before, 'before'),
  after: viewPhoto(pair.after, 'after'),
})

const viewPhoto = ({ id, width, height, averageColour }: Photo, role: PhotoView['role']): PhotoView => ({
  id,
  role,
  width,
  height,
  averageColour,
  url: `/api/photos/${id}`,
})

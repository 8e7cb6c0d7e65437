/** SQL of what pages show: findings below a place, counts by compound, the curve of a year. */
import type { Facts, FindingState, Severity, StandardId, Task } from '#contracts/standards.ts'
import type { Tx } from '#platform/db.ts'

export type FindingRow = {
  placeId: string
  placeName: string
  placePath: string
  standard: StandardId
  severity: Severity
  state: FindingState
  subjectId: string
  subjectName: string
  counted: Facts
  gap: Facts
  task: Task | null
  sinceOn: string
  /** Rows of the same standard at the same place. */
  together: number
}
type Wanted = {
  path: string
  severity?: Severity
  standard?: StandardId
  limit: number
  subjects: number
  short: boolean
}

/** What falls short first, by weight, or only that; of each standard at a place the first few. */
export const findingsBelow = (tx: Tx, { path, severity, standard, limit, subjects, short }: Wanted) =>
  tx.many<FindingRow>({
    // Not prepared: which index serves depends on how wide the place is.
    text: `SELECT r."placeId", r."placeName", r."placePath", r.standard, r.severity, r.state, r."subjectId", r."subjectName", r.counted, r.gap, r.task,
                  r."sinceOn", r.together::int AS together
             FROM (SELECT f.place_id AS "placeId", l.name AS "placeName", l.path AS "placePath", f.standard, f.severity, f.state, f.subject_id AS "subjectId",
                          f.subject_name AS "subjectName", f.counted, f.gap, f.task, f.since_on AS "sinceOn", coalesce(s.path, l.path) AS subject_path,
                          count(*) OVER (PARTITION BY f.place_id, f.standard) AS together,
                          row_number() OVER (PARTITION BY f.place_id, f.standard ORDER BY f.state, s.path, f.subject_name, f.subject_id) AS nth
                     FROM finding f
                     JOIN place l ON l.tenant_id = f.tenant_id AND l.id = f.place_id
                     LEFT JOIN place s ON s.tenant_id = f.tenant_id AND s.id = f.subject_id
                    WHERE f.tenant_id = $1 AND l.path >= $2 AND l.path < $2 || '~' AND ($3::text IS NULL OR f.severity = $3)
                      AND ($4::text IS NULL OR f.standard = $4) AND (NOT $7 OR f.state IN ('gap', 'conflict'))) r
            WHERE r.nth <= $5
            ORDER BY array_position(ARRAY['gap', 'conflict', 'met', 'notApplicable'], r.state),
                     array_position(ARRAY['must', 'should', 'advise', 'information'], r.severity), r.standard, r."placePath", r.subject_path, r."subjectName"
            LIMIT $6`,
    values: [tx.tenantId, path, severity ?? null, standard ?? null, subjects, limit, short],
  })

export type CountRow = {
  placeId: string
  met: number
  must: number
  should: number
  advise: number
  conflicts: number
  checkedAt: string
}

/** The newest point of each place below a path. */
export const newestDays = (tx: Tx, path: string) =>
  tx.many<CountRow & { level: string; placeName: string }>({
    name: 'checkup_newest',
    text: `SELECT DISTINCT ON (d.place_id) d.place_id AS "placeId", l.full_name AS "placeName", l.level, d.met, d.must, d.should, d.advise, d.conflicts,
                  d.checked_at AS "checkedAt"
             FROM place l
             JOIN checkup_day d ON d.tenant_id = l.tenant_id AND d.place_id = l.id
            WHERE l.tenant_id = $1 AND l.path >= $2 AND l.path < $2 || '~' AND l.level IN ('district', 'subdistrict', 'community', 'compound')
              AND l.valid_to IS NULL
            ORDER BY d.place_id, d.on_day DESC`,
    values: [tx.tenantId, path],
  })

export const daysBelow = (tx: Tx, path: string, since: string) =>
  tx.many<Omit<CountRow, 'placeId' | 'checkedAt'> & { onDay: string }>({
    name: 'checkup_days',
    text: `SELECT d.on_day AS "onDay", sum(d.met)::int AS met, sum(d.must)::int AS must, sum(d.should)::int AS should, sum(d.advise)::int AS advise,
                  sum(d.conflicts)::int AS conflicts
             FROM place l
             JOIN checkup_day d ON d.tenant_id = l.tenant_id AND d.place_id = l.id
            WHERE l.tenant_id = $1 AND l.path >= $2 AND l.path < $2 || '~' AND l.level IN ('district', 'subdistrict', 'community', 'compound')
              AND d.on_day >= $3
            GROUP BY d.on_day ORDER BY d.on_day`,
    values: [tx.tenantId, path, since],
  })

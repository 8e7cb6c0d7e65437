/** Writes only what is different from the last time; a gap keeps the day it was first found. */
import type { Tx } from '#platform/db.ts'
import type { Finding } from './judge-area.ts'

type Stored = Pick<
  Finding,
  'placeId' | 'standard' | 'subjectId' | 'subjectName' | 'severity' | 'state' | 'counted' | 'gap' | 'task'
> & {
  sinceOn: string
}
const keyOf = ({ placeId, standard, subjectId }: Pick<Finding, 'placeId' | 'standard' | 'subjectId'>) =>
  `${placeId} ${standard} ${subjectId}`

/** Which findings are being replaced: those of a portion, or those of one standard in the whole district. */
export type Scope = { communityId: string | null; but: string } | { only: string }

const STORED = `place_id AS "placeId", standard, subject_id AS "subjectId", subject_name AS "subjectName", severity, state, counted, gap, task, since_on AS "sinceOn"`

const stored = (tx: Tx, scope: Scope) =>
  'only' in scope
    ? tx.many<Stored>({
        name: 'findings_of_standard',
        text: `SELECT ${STORED} FROM finding WHERE tenant_id = $1 AND standard = $2`,
        values: [tx.tenantId, scope.only],
      })
    : tx.many<Stored>({
        name: 'findings_of_portion',
        text: `SELECT ${STORED} FROM finding WHERE tenant_id = $1 AND community_id IS NOT DISTINCT FROM $2::uuid AND standard <> $3`,
        values: [tx.tenantId, scope.communityId, scope.but],
      })

export async function saveFindings(tx: Tx, findings: readonly Finding[], scope: Scope, today: string): Promise<void> {
  const before = new Map((await stored(tx, scope)).map((one) => [keyOf(one), one]))
  const changed = findings.filter((one) => !isSame(before.get(keyOf(one)), one))
  const kept = new Set(findings.map(keyOf))
  const gone = [...before.values()].filter((one) => !kept.has(keyOf(one)))
  if (gone.length > 0) await remove(tx, gone)
  if (changed.length === 0) return
  const rows = changed.map((one) => {
    const was = before.get(keyOf(one))
    return { ...one, sinceOn: was?.state === one.state ? was.sinceOn : today }
  })
  await tx.run({
    name: 'findings_save',
    text: `INSERT INTO finding (tenant_id, place_id, standard, subject_id, subject_name, compound_id, community_id, severity, state, counted, gap, task, since_on)
           SELECT $1, n."placeId", n.standard, n."subjectId", n."subjectName", n."compoundId", n."communityId", n.severity, n.state, n.counted, n.gap, n.task, n."sinceOn"
             FROM jsonb_to_recordset($2::jsonb) AS n ("placeId" uuid, standard text, "subjectId" uuid, "subjectName" text, "compoundId" uuid, "communityId" uuid,
                                                      severity text, state text, counted jsonb, gap jsonb, task jsonb, "sinceOn" date)
           ON CONFLICT (tenant_id, place_id, standard, subject_id) DO UPDATE
             SET subject_name = excluded.subject_name, compound_id = excluded.compound_id, community_id = excluded.community_id, severity = excluded.severity,
                 state = excluded.state, counted = excluded.counted, gap = excluded.gap, task = excluded.task, since_on = excluded.since_on`,
    values: [tx.tenantId, JSON.stringify(rows)],
  })
}

const remove = (tx: Tx, gone: readonly Stored[]) =>
  tx.run({
    name: 'findings_remove',
    text: `DELETE FROM finding f USING jsonb_to_recordset($2::jsonb) AS n ("placeId" uuid, standard text, "subjectId" uuid)
            WHERE f.tenant_id = $1 AND f.place_id = n."placeId" AND f.standard = n.standard AND f.subject_id = n."subjectId"`,
    values: [tx.tenantId, JSON.stringify(gone)],
  })

function isSame(before: Stored | undefined, now: Finding): boolean {
  if (!before) return false
  const words = ({ subjectName, severity, state, counted, gap, task }: Stored | Finding) =>
    stable([subjectName, severity, state, counted, gap, task])
  return words(before) === words(now)
}

/** JSON with keys in order: what comes back from the database has an order of its own. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([key, one]) => `${key}:${stable(one)}`).join()}}`
}

/** One point a day: how many standards are met and missing at each of these areas. A standard counts once, however much falls short. */
export async function saveDay(tx: Tx, placeIds: readonly string[], today: string, now: Date): Promise<void> {
  await tx.run({
    name: 'checkup_day_save',
    text: `INSERT INTO checkup_day (tenant_id, place_id, on_day, met, must, should, advise, conflicts, checked_at)
           SELECT $1, a.id, $3, count(*) FILTER (WHERE s.worst = 0), count(*) FILTER (WHERE s.worst = 2 AND s.severity = 'must'),
                  count(*) FILTER (WHERE s.worst = 2 AND s.severity = 'should'), count(*) FILTER (WHERE s.worst = 2 AND s.severity = 'advise'),
                  count(*) FILTER (WHERE s.worst = 1), $4
             FROM unnest($2::uuid[]) AS a (id)
             LEFT JOIN (SELECT f.tenant_id, f.place_id, f.standard, f.severity, max(CASE f.state WHEN 'gap' THEN 2 WHEN 'conflict' THEN 1 ELSE 0 END) AS worst
                          FROM finding f
                         WHERE f.tenant_id = $1 AND f.place_id = ANY ($2::uuid[]) AND f.state <> 'notApplicable' AND f.severity <> 'information'
                         GROUP BY f.tenant_id, f.place_id, f.standard, f.severity) s ON s.place_id = a.id
            GROUP BY a.id
           ON CONFLICT (tenant_id, place_id, on_day) DO UPDATE
             SET met = excluded.met, must = excluded.must, should = excluded.should, advise = excluded.advise, conflicts = excluded.conflicts,
                 checked_at = excluded.checked_at`,
    values: [tx.tenantId, placeIds, today, now],
  })
}

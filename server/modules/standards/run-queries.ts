/** SQL of runs and of the marks that say where facts changed. */
import type { Tx } from '#platform/db.ts'

export type Run = {
  id: string
  placeId: string
  portions: number
  done: number
  startedAt: string
  finishedAt: string | null
}

export async function insertRun(tx: Tx, { id, placeId, portions }: Run, cause: string, now: Date): Promise<void> {
  await tx.run({
    name: 'checkup_run_insert',
    text: `INSERT INTO checkup_run (tenant_id, id, place_id, cause, portions, started_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [tx.tenantId, id, placeId, cause, portions, now],
  })
}

export async function advanceRun(tx: Tx, id: string, tookMs: number, now: Date): Promise<void> {
  await tx.run({
    name: 'checkup_run_advance',
    text: `UPDATE checkup_run SET done = done + 1, took_ms = took_ms + $3, finished_at = CASE WHEN done + 1 = portions THEN $4::timestamptz END
            WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, tookMs, now],
  })
}

export const wasStartedSince = async (tx: Tx, cause: string, since: Date): Promise<boolean> =>
  (await tx.one({
    name: 'checkup_run_since',
    text: `SELECT 1 FROM checkup_run WHERE tenant_id = $1 AND started_at >= $2 AND cause = $3 LIMIT 1`,
    values: [tx.tenantId, since, cause],
  })) !== undefined

/** The newest run of the place, or of a place around it. */
export const latestRun = (tx: Tx, placeIds: readonly string[]) =>
  tx.one<Run>({
    name: 'checkup_run_latest',
    text: `SELECT id, place_id AS "placeId", portions, done, started_at AS "startedAt", finished_at AS "finishedAt"
             FROM checkup_run WHERE tenant_id = $1 AND place_id = ANY ($2::uuid[]) ORDER BY started_at DESC LIMIT 1`,
    values: [tx.tenantId, placeIds],
  })

/** Takes the marks, and gives the paths of the places that they stand at. */
export async function takeDue(tx: Tx): Promise<string[]> {
  const taken = await tx.many<{ placeId: string }>({
    name: 'checkup_due_take',
    text: `DELETE FROM checkup_due WHERE tenant_id = $1 RETURNING place_id AS "placeId"`,
    values: [tx.tenantId],
  })
  if (taken.length === 0) return []
  const places = await tx.many<{ path: string }>({
    name: 'checkup_due_paths',
    text: `SELECT path FROM place WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
    values: [tx.tenantId, [...new Set(taken.map(({ placeId }) => placeId))]],
  })
  return places.map(({ path }) => path)
}

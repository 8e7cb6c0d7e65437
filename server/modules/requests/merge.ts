/**
 * What a merge does to the request that stays: the merged one's reporter and joiners follow it, and its history says so.
 * The row is locked already (resolve-step.ts); cycles cannot arise, as a merged request is closed and never a target.
 */
import { noteChange } from '#modules/figures/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Tx } from '#platform/db.ts'
import { insertEvent } from './queries/save.ts'
import type { LoadedRequest, RequestRecord } from './record.ts'

export async function mergeInto(
  tx: Tx,
  merged: LoadedRequest,
  targetId: string,
  by: { capacity: string; actorPersonId: string; now: Date },
): Promise<void> {
  await tx.run({
    name: 'request_merge_link',
    text: 'UPDATE request SET merged_into_id = $3 WHERE tenant_id = $1 AND id = $2',
    values: [tx.tenantId, merged.id, targetId],
  })
  await tx.run({
    name: 'request_merge_joiners',
    text: `INSERT INTO request_joiner (tenant_id, request_id, person_id, note, joined_at)
           SELECT $1, t.id, who.person_id, NULL, $4
           FROM request t,
                (SELECT j.person_id FROM request_joiner j WHERE j.tenant_id = $1 AND j.request_id = $2
                 UNION SELECT m.reporter_person_id FROM request m WHERE m.tenant_id = $1 AND m.id = $2 AND m.reporter_person_id IS NOT NULL) who
           WHERE t.tenant_id = $1 AND t.id = $3 AND who.person_id IS DISTINCT FROM t.reporter_person_id
           ON CONFLICT DO NOTHING`,
    values: [tx.tenantId, merged.id, targetId, by.now],
  })
  const before = await tx.one<RequestRecord>({
    name: 'request_merge_target',
    text: 'SELECT * FROM request WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
    values: [tx.tenantId, targetId],
  })
  const target = await tx.one<RequestRecord>({
    name: 'request_merge_count',
    text: `UPDATE request SET seq = seq + 1, updated_at = $3, absorbed = true,
             joiner_count = (SELECT count(*) FROM request_joiner j WHERE j.tenant_id = $1 AND j.request_id = $2)
           WHERE tenant_id = $1 AND id = $2 RETURNING *`,
    values: [tx.tenantId, targetId, by.now],
  })
  if (!before || !target) throw new AppError('not_found')
  await noteChange(tx, before, target)
  await insertEvent(
    tx,
    targetId,
    target.seq,
    { action: 'merged', ...by },
    {
      note: null,
      internal: false,
      facts: { from: merged.number, title: merged.title },
      clockEvent: null,
      status: target.status,
      round: target.round,
    },
  )
}

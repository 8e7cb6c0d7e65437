/** A district's own parameters of a standard; the pack's hold where none is set. */
import type { StandardId } from '#contracts/standards.ts'
import type { Tx } from '#platform/db.ts'
import type { Settings } from './judge-area.ts'
import type { Setting } from './standard.ts'

export async function readSettings(tx: Tx): Promise<Settings> {
  const rows = await tx.many<Setting & { standard: string }>({
    name: 'standard_settings',
    text: `SELECT standard, off, parameters, reason FROM standard_setting WHERE tenant_id = $1`,
    values: [tx.tenantId],
  })
  return new Map(rows.map(({ standard, ...setting }) => [standard, setting]))
}

export async function saveSetting(
  tx: Tx,
  id: StandardId,
  { off, parameters, reason }: Setting,
  now: Date,
): Promise<void> {
  await tx.run({
    name: 'standard_setting_save',
    text: `INSERT INTO standard_setting (tenant_id, standard, off, parameters, reason, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (tenant_id, standard) DO UPDATE
             SET off = excluded.off, parameters = excluded.parameters, reason = excluded.reason, updated_at = excluded.updated_at`,
    values: [tx.tenantId, id, off, JSON.stringify(parameters), reason, now],
  })
}

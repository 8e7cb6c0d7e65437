/**
 * Uploaded files are gone a day after the last touch, rows of imports that nobody answered after 30 days, and rows that did
 * not go in 30 days after the end. Source: docs/capabilities/imports.md, "What is kept"; docs/security.md.
 */
import { DAY } from '#platform/calendar/calendar.ts'
import { sheetKey } from '#platform/files/storage.ts'
import { recurring } from '#platform/recurring.ts'
import type { Services } from '#platform/services.ts'
import { UNANSWERED } from './lifecycle.ts'

const AT_A_TIME = 50
const KEEP_DAYS = 30

export const sweepImports = ({ storage }: Pick<Services, 'storage'>) =>
  recurring('imports.sweep', DAY / 24, async (tx, { now }) => {
    const old = await tx.many<{ id: string }>({
      name: 'import_files_old',
      text: `SELECT id FROM import_job WHERE tenant_id = $1 AND file_key IS NOT NULL AND updated_at < $2 AND status NOT IN ('checking', 'running')
              LIMIT $3 FOR UPDATE SKIP LOCKED`,
      values: [tx.tenantId, new Date(now.getTime() - DAY), AT_A_TIME],
    })
    for (const { id } of old) await storage.delete(sheetKey(tx.tenantId, id))
    await tx.run({
      name: 'import_files_forget',
      text: 'UPDATE import_job SET file_key = NULL WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
      values: [tx.tenantId, old.map(({ id }) => id)],
    })
    const cutoff = new Date(now.getTime() - KEEP_DAYS * DAY)
    const over = await tx.many<{ id: string }>({
      name: 'import_rows_old',
      text: `SELECT i.id FROM import_job i WHERE i.tenant_id = $1 AND i.updated_at < $2 AND i.status NOT IN ('checking', 'running', 'undoing')
                AND (i.look_sealed IS NOT NULL OR EXISTS (SELECT 1 FROM import_row r WHERE r.tenant_id = $1 AND r.import_id = i.id AND r.cells_sealed IS NOT NULL))
              LIMIT $3 FOR UPDATE OF i SKIP LOCKED`,
      values: [tx.tenantId, cutoff, AT_A_TIME],
    })
    const ids = over.map(({ id }) => id)
    await tx.run({
      name: 'import_rows_forget',
      text: 'UPDATE import_row SET cells_sealed = NULL WHERE tenant_id = $1 AND import_id = ANY ($2::uuid[]) AND cells_sealed IS NOT NULL',
      values: [tx.tenantId, ids],
    })
    await tx.run({
      name: 'import_expire',
      text: `UPDATE import_job SET look_sealed = NULL, status = CASE WHEN status = ANY ($3::text[]) THEN 'expired' ELSE status END
              WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
      values: [tx.tenantId, ids, UNANSWERED],
    })
  })

/**
 * What imports keep of somebody who is erased: rows that became them, rows that were found to speak of the same person, and
 * the first lines of the files they came with, which hold names and numbers. Who was entered stays as an id, which leads to a
 * tombstone. Source: Personal Information Protection Law art. 47.
 */
import type { Tx } from '#platform/db.ts'

export async function letGoOfImported(tx: Tx, { personId }: { personId: string }): Promise<void> {
  await tx.run({
    name: 'import_let_go_looks',
    text: `UPDATE import_job SET look_sealed = NULL WHERE tenant_id = $1 AND look_sealed IS NOT NULL
              AND id IN (SELECT r.import_id FROM import_row r WHERE r.tenant_id = $1 AND r.person_id = $2)`,
    values: [tx.tenantId, personId],
  })
  await tx.run({
    name: 'import_let_go_same',
    text: `UPDATE import_row s SET cells_sealed = NULL FROM import_row r
            WHERE s.tenant_id = $1 AND r.tenant_id = $1 AND r.person_id = $2 AND s.import_id = r.import_id AND s.same_as = r.seq`,
    values: [tx.tenantId, personId],
  })
  await tx.run({
    name: 'import_let_go_rows',
    text: 'UPDATE import_row SET cells_sealed = NULL WHERE tenant_id = $1 AND person_id = $2',
    values: [tx.tenantId, personId],
  })
}

/** What the recounts found. Rows stay: a difference that was put right is still told. */
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type Check = { at: string; day: string; counted: number; differences: string[]; repaired: boolean }

const SHOWN = 100

export const insertCheck = (tx: Tx, { at, day, counted, differences, repaired }: Check) =>
  tx.run({
    name: 'figure_check_insert',
    text: `INSERT INTO figure_check (tenant_id, id, at, on_day, counted, differences, repaired) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.tenantId, newId(), at, day, counted, differences, repaired],
  })

/** Newest first. */
export const readChecks = (tx: Tx) =>
  tx.many<Check>({
    name: 'figure_checks',
    text: `SELECT c.at, c.on_day AS day, c.counted, c.differences, c.repaired FROM figure_check c
            WHERE c.tenant_id = $1 ORDER BY c.at DESC, c.id DESC LIMIT ${SHOWN}`,
    values: [tx.tenantId],
  })

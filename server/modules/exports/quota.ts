/**
 * How many rows about persons somebody takes out in a calendar month: counted in one statement, so that of many calls at once
 * no two pass together. Source: docs/security.md, "Exports" (half of what the 2017 interpretation on personal data calls serious).
 */
import { MONTHLY_PERSONAL_ROWS } from '#contracts/exports.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Tx } from '#platform/db.ts'

export const monthOf = (now: Date): string => shanghaiToday(now).slice(0, 7)

/** Counts the rows; false, and nothing counted, when the month would hold too many. */
export async function countRows(tx: Tx, personId: string, month: string, rows: number): Promise<boolean> {
  const touched = await tx.run({
    name: 'export_month_count',
    text: `INSERT INTO export_month (tenant_id, person_id, month, row_count) VALUES ($1, $2, $3, $4)
           ON CONFLICT (tenant_id, person_id, month) DO UPDATE SET row_count = export_month.row_count + $4
            WHERE export_month.tenant_id = $1 AND export_month.row_count + $4 <= $5`,
    values: [tx.tenantId, personId, month, rows, MONTHLY_PERSONAL_ROWS],
  })
  return touched === 1
}

type Counted = { personId: string; createdAt: string; counted: number }

/** The rows of an export that were counted and never taken out, in the month in which it was asked for. */
export async function giveBack(tx: Tx, { personId, createdAt, counted }: Counted): Promise<void> {
  if (counted === 0) return
  await tx.run({
    name: 'export_month_give_back',
    text: 'UPDATE export_month SET row_count = row_count - $4 WHERE tenant_id = $1 AND person_id = $2 AND month = $3 AND row_count >= $4',
    values: [tx.tenantId, personId, monthOf(new Date(createdAt)), counted],
  })
}

export async function rowsLeft(tx: Tx, personId: string, now: Date): Promise<number> {
  const found = await tx.one<{ count: number }>({
    name: 'export_month_left',
    text: 'SELECT row_count AS count FROM export_month WHERE tenant_id = $1 AND person_id = $2 AND month = $3',
    values: [tx.tenantId, personId, monthOf(now)],
  })
  return MONTHLY_PERSONAL_ROWS - (found?.count ?? 0)
}
